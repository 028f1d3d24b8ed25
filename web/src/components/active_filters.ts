// The filters that are on, each with its name and the question without it.

import type { LabelBook } from "../state/label_book";
import { type QueryState, change_query, without_value } from "../state/query_state";
import type { Strings } from "../strings/strings";
import { short_date } from "../text/dates";

export interface ActiveFilter {
  key: string;
  kind: string;
  label: string;
  without: QueryState;
}

export function list_active_filters(query: QueryState, labels: LabelBook, strings: Strings): ActiveFilter[] {
  const filters: ActiveFilter[] = [];
  const add = (name: "locality" | "official" | "post" | "site", kind: string, label: (value: string) => string) => {
    for (const value of query[name]) {
      filters.push({ key: `${name}-${value}`, kind, label: label(value), without: without_value(query, name, value) });
    }
  };
  add("locality", strings.localities, (code) => labels.locality(code).label);
  add("official", strings.officials, (id) => labels.official(id).label);
  add("post", strings.posts, (slug) => slug.replaceAll("-", " "));
  add("site", strings.sites, (site) => site);
  if (query.from !== "" || query.to !== "") {
    const label = strings.span(short_date(query.from), short_date(query.to));
    filters.push({ key: "time", kind: strings.time, label, without: change_query(query, { from: "", to: "" }) });
  }
  return filters;
}
