// What the page says about administrative units, which changed names and bounds on 1 July 2025.

import type { Units } from "../state/query_state";

export interface PlaceStrings {
  /** Beside the name of a unit of today, whose name is mostly that of an older one too. */
  since_merger: string;
  units: string;
  unit_choices: Record<Units, string>;
  /** What the chosen tree is made of. */
  unit_levels: Record<Units, string>;
  mentions: string;
  mentions_hint: string;
  /** Of a count, the part that is filed under the other time, when the tree shows `units`. */
  through: (through: number, count: number, units: Units) => string;
  chosen_of_other_time: Record<Units, string>;
  /** Heading of the sentences about the places asked for. */
  relations: string;
  from_day: (day: string) => string;
  until_day: (day: string) => string;
  unchanged: string;
  made_of: string;
  formerly: string;
  partly: string;
  joined: (day: string) => string;
  joined_same_name: (day: string) => string;
  /** `kind`: that of all the units, or empty. The province they lie in follows, then the units. */
  divided: (day: string, count: number, kind: string) => string;
  of_province: string;
  ended: (day: string) => string;
  province_now: string;
  through_sentence: (through: number, count: number, units: Units) => string;
  today: string;
  and_more: (count: number) => string;
  fewer: string;
  /** Of a name in a text: the unit, from the smallest up. */
  mention: (path: string) => string;
  page_of: (name: string) => string;
  loading: string;
  no_such_place: (code: string) => string;
  search_here: (count: number) => string;
  nothing_here: string;
  coverage: string;
  coverage_legend: { some: string; none: string; gap: string };
  year: string;
  months: readonly string[];
  total: string;
  cell_some: (count: number, archived: number) => string;
  cell_none: (archived: number) => string;
  cell_gap: string;
  coverage_span: (from: string, to: string, gaps: number) => string;
  gap_list: string;
  vague: (count: number) => string;
  officials: string;
  sites: string;
  sites_hint: string;
  site_counts: (count: number, archived: number) => string;
  speaks_for: string;
  below: string;
  posts: string;
  holders: (count: number) => string;
}
