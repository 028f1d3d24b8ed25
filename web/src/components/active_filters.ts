// The filters that are on, each with its name and the question without it.

import type { LabelBook } from "../state/label_book";
import { type QueryState, change_query, without_value } from "../state/query_state";
import type { Strings } from "../strings/strings";
import { short_date } from "../text/dates";
import { name_with_kind, units_of } from "../text/unit_names";

export interface ActiveFilter {
  key: string;
  /** Empty where the label says it all. */
  kind: string;
  label: string;
  without: QueryState;
}

// Most units of today have the name of an older one, so the time is part of theirs.
function place_name(code: string, labels: LabelBook, strings: Strings): string {
  const { label, detail } = labels.locality(code);
  const name = name_with_kind(label, detail);
  return units_of(code) === "today" ? `${name} (${strings.places.since_merger})` : name;
}

/** What is said of a filter in a link that takes it off. */
export function words_of({ kind, label }: ActiveFilter): string {
  return kind === "" ? label : `${kind}: ${label}`;
}

export function list_active_filters(query: QueryState, labels: LabelBook, strings: Strings): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  const add = (name: "locality" | "official" | "post" | "site", kind: string, label: (value: string) => string) => {
    for (const value of query[name]) {
      filters.push({ key: `${name}-${value}`, kind, label: label(value), without: without_value(query, name, value) });
    }
  };
  add("locality", strings.localities, (code) => place_name(code, labels, strings));
  add("official", strings.officials, (id) => labels.official(id).label);
  add("post", strings.posts, (slug) => labels.post(slug));
  add("site", strings.sites, (site) => site);
  if (query.mentions && query.locality.length > 0) {
    const label = strings.places.mentions;
    filters.push({ key: "mentions", kind: "", label, without: change_query(query, { mentions: false }) });
  }
  if (query.from !== "" || query.to !== "") {
    const label = strings.span(short_date(query.from), short_date(query.to));
    filters.push({ key: "time", kind: strings.time, label, without: change_query(query, { from: "", to: "" }) });
  }
  return filters;
}
