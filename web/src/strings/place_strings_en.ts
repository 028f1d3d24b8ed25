import type { Units } from "../state/query_state";
import type { PlaceStrings } from "./place_strings";

const number = new Intl.NumberFormat("en-GB");
// The time that is not the one of the tree.
const kOtherTime: Record<Units, string> = { then: "since 7/2025", today: "before 7/2025" };

function articles(count: number): string {
  return count === 1 ? "1 article" : `${number.format(count)} articles`;
}

export const kPlacesInEnglish: PlaceStrings = {
  since_merger: "since 7/2025",
  units: "Administrative units",
  unit_choices: { then: "Before 7/2025", today: "Today" },
  unit_levels: { then: "province › district › commune", today: "province › commune" },
  mentions: "Places mentioned too",
  mentions_hint: "Every place that an article names counts, not its main place alone.",
  through: (through, count, units) =>
    through === count ? `all ${kOtherTime[units]}` : `${number.format(through)} of them ${kOtherTime[units]}`,
  chosen_of_other_time: { then: "Chosen, a unit before 7/2025", today: "Chosen, a unit of today" },
  relations: "Chosen places",
  from_day: (day) => `since ${day}`,
  until_day: (day) => `until ${day}`,
  unchanged: "unchanged from before.",
  made_of: "made of the former",
  formerly: "",
  partly: "a part of",
  joined: (day) => `since ${day} part of`,
  joined_same_name: (day) => `since ${day} within`,
  divided: (day, count, kind) =>
    count === 1 ? `since ${day} partly in` : `since ${day} divided among ${count} ${kind === "" ? "units" : kind}`,
  of_province: "of",
  ended: (day) => `gone since ${day}; its successors are not known`,
  province_now: "now in",
  through_sentence: (through, count, units) => {
    const filed = units === "then" ? "units since 7/2025" : "units before 7/2025";
    const all = count === 1 ? "The article is" : `All ${number.format(count)} articles are`;
    return through === count
      ? `${all} filed under ${filed}.`
      : `Includes ${articles(through)} filed under ${filed}.`;
  },
  today: "today:",
  and_more: (count) => `…and ${number.format(count)} more`,
  fewer: "Show fewer",
  mention: (path) => `Place: ${path}`,
  page_of: (name) => `Page of ${name}`,
  loading: "Opening the page of the place…",
  no_such_place: (code) => `No administrative unit has the code “${code}”. The address may be incomplete.`,
  search_here: (count) => `See ${articles(count)}, newest first`,
  nothing_here: "The archive has no article about this place yet.",
  coverage: "Articles by month",
  coverage_legend: {
    some: "articles about this place",
    none: "no article, though its sites were archived",
    gap: "not archived: there may or may not have been articles",
  },
  year: "Year",
  months: ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"],
  total: "Sum",
  cell_some: (count, archived) => (archived === 0 ? articles(count) : `${articles(count)}, ${number.format(archived)} archived from its sites`),
  cell_none: (archived) => `no article, ${number.format(archived)} archived from its sites`,
  cell_gap: "not archived",
  coverage_span: (from, to, gaps) => {
    const span = from === to ? `The archive has articles of ${from}` : `The archive has articles from ${from} to ${to}`;
    if (gaps === 0) return `${span}, without a missing month.`;
    return `${span}; in ${gaps === 1 ? "1 month" : `${number.format(gaps)} months`} of these nothing was archived.`;
  },
  gap_list: "Months that were not archived",
  vague: (count) => `${articles(count)} dated only by quarter or year: not in the table.`,
  officials: "Officials named",
  sites: "Sites",
  sites_hint: "Articles about this place, of all that are archived from the site.",
  site_counts: (count, archived) => `${articles(count)} about this place, of ${number.format(archived)} archived`,
  speaks_for: "site of the place",
  below: "Units within it that have articles",
  posts: "Posts here",
  holders: (count) => (count === 0 ? "former holders only" : count === 1 ? "1 person" : `${number.format(count)} people`),
};
