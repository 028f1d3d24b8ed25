// Which of the three views an address means.

import { type QueryState, is_start, parse_query, question_alone } from "./query_state";

export type Route =
  | { view: "start" }
  | { view: "results"; query: QueryState }
  | { view: "article"; id: string; query: QueryState }
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
  const article = /^\/bai\/([^/]+)\/?$/.exec(path);
  const id = article?.[1] === undefined ? null : decode(article[1]);
  return id === null ? { view: "unknown" } : { view: "article", id, query: question_alone(query) };
}
