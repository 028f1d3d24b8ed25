// Where a chosen completion leads.

import type { Suggestion } from "../api/types";
import { type QueryState, article_address, change_query, kEmptyQuery, results_address } from "./query_state";

/** A person or place becomes a filter instead of words, a title its article, a phrase the question. */
export function suggestion_address(query: QueryState, { kind, text, value }: Suggestion): string {
  if (kind === "title" && value !== null) return article_address(value, kEmptyQuery);
  if ((kind === "official" || kind === "locality") && value !== null) {
    return results_address(change_query(query, { q: "", [kind]: [...new Set([...query[kind], value])] }));
  }
  return results_address(change_query(query, { q: text }));
}

/** The option that an arrow key leads to in a list of `count`; -1 is the text field itself, between last and first. */
export function next_option(active: number, count: number, key: "ArrowDown" | "ArrowUp"): number {
  const places = count + 1;
  const step = key === "ArrowDown" ? 1 : places - 1;
  return ((active + 1 + step) % places) - 1;
}
