// Which of the views an address means.

import { type QueryState, is_start, parse_query, question_alone } from "./query_state";

export type Route =
  | { view: "start" }
  | { view: "results"; query: QueryState }
  | { view: "article"; id: string; query: QueryState }
  | { view: "place"; code: string; mentions: boolean }
  | { view: "official"; id: string }
  | { view: "post"; slug: string; locality: string }
  | { view: "unknown" };

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** `path` as in location.pathname, `search` as in location.search. */
export function read_route(path: string, search: string): Route {
  const query = parse_query(search);
  if (path === "/" || path === "/index.html") {
    return is_start(query) ? { view: "start" } : { view: "results", query };
  }
  const found = /^\/(bai|dia-phuong|can-bo|chuc-vu)\/([^/]+)\/?$/.exec(path);
  const id = found?.[2] === undefined ? null : decode(found[2]);
  if (id === null) return { view: "unknown" };
  if (found?.[1] === "dia-phuong") return { view: "place", code: id, mentions: query.mentions };
  if (found?.[1] === "can-bo") return { view: "official", id };
  if (found?.[1] === "chuc-vu") return { view: "post", slug: id, locality: query.locality[0] ?? "" };
  return { view: "article", id, query: question_alone(query) };
}
