// The question on the page and the address bar: two spellings of one value.
// Names and meanings of the parameters are those of searchd/http/API.md.

export type Sort = "relevance" | "newest" | "oldest";
export type Units = "then" | "today";
export type FilterKind = "locality" | "official" | "post" | "site";

export const kSorts: readonly Sort[] = ["relevance", "newest", "oldest"];
export const kFilterKinds: readonly FilterKind[] = ["locality", "official", "post", "site"];
export const kPageSize = 10;
export const kMaxOffset = 10_000;

export interface QueryState {
  q: string;
  /** Words have the marks they were typed with, and those typed without have none. */
  exact: boolean;
  /** Abbreviations and their full forms find each other. */
  expand: boolean;
  /** Which units the list of places is in: those until June 2025 or those since. */
  units: Units;
  /** Every place that an article names counts, not its main place alone. */
  mentions: boolean;
  locality: string[];
  official: string[];
  post: string[];
  site: string[];
  /** As written by the reader or the address: the daemon judges them. Empty: open. */
  from: string;
  to: string;
  sort: Sort;
  offset: number;
}

export const kEmptyQuery: QueryState = {
  q: "",
  exact: false,
  expand: true,
  units: "then",
  mentions: false,
  locality: [],
  official: [],
  post: [],
  site: [],
  from: "",
  to: "",
  sort: "relevance",
  offset: 0,
};

function read_sort(written: string | null): Sort {
  return kSorts.find((sort) => sort === written) ?? "relevance";
}

// A page starts where its predecessor ends, so an offset written by hand is moved to the start of its page.
function read_offset(written: string | null): number {
  if (written === null || !/^\d{1,6}$/.test(written)) return 0;
  const offset = Math.min(Number(written), kMaxOffset);
  return offset - (offset % kPageSize);
}

/** Never fails: what is not understood counts as absent. `search` may start with a question mark. */
export function parse_query(search: string): QueryState {
  const parameters = new URLSearchParams(search);
  const values = (kind: FilterKind) => [...new Set(parameters.getAll(kind).filter((value) => value !== ""))];
  return {
    q: (parameters.get("q") ?? "").trim(),
    exact: parameters.get("exact") === "1",
    expand: parameters.get("expand") !== "0",
    units: parameters.get("units") === "today" ? "today" : "then",
    mentions: parameters.get("mentions") === "1",
    locality: values("locality"),
    official: values("official"),
    post: values("post"),
    site: values("site"),
    from: (parameters.get("from") ?? "").trim(),
    to: (parameters.get("to") ?? "").trim(),
    sort: read_sort(parameters.get("sort")),
    offset: read_offset(parameters.get("offset")),
  };
}

// The question and how its words are matched: what an article's view needs to mark them.
function question_parameters({ q, exact, expand }: QueryState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (q === "") return parameters;
  parameters.set("q", q);
  if (exact) parameters.set("exact", "1");
  if (!expand) parameters.set("expand", "0");
  return parameters;
}

/** The query string without question mark; defaults are left out, so equal states have equal addresses. */
export function format_query(state: QueryState): string {
  const parameters = question_parameters(state);
  for (const kind of kFilterKinds) {
    for (const value of state[kind]) parameters.append(kind, value);
  }
  if (state.mentions) parameters.set("mentions", "1");
  if (state.units !== "then") parameters.set("units", state.units);
  if (state.from !== "") parameters.set("from", state.from);
  if (state.to !== "") parameters.set("to", state.to);
  if (state.sort !== "relevance") parameters.set("sort", state.sort);
  if (state.offset > 0) parameters.set("offset", String(state.offset));
  return parameters.toString();
}

export function results_address(state: QueryState): string {
  const query = format_query(state);
  return query === "" ? "/" : `/?${query}`;
}

function with_question(path: string, query: QueryState): string {
  const question = question_parameters(query).toString();
  return question === "" ? path : `${path}?${question}`;
}

export function article_address(id: string, query: QueryState): string {
  return with_question(`/bai/${encodeURIComponent(id)}`, query);
}

/** Where the daemon has the article, with the words of the question marked. */
export function article_path(id: string, query: QueryState): string {
  return with_question(`/api/v1/articles/${encodeURIComponent(id)}`, query);
}

function with_mentions(path: string, mentions: boolean): string {
  return mentions ? `${path}?mentions=1` : path;
}

/** The page of an administrative unit. */
export function place_address(code: string, mentions = false): string {
  return with_mentions(`/dia-phuong/${encodeURIComponent(code)}`, mentions);
}

/** Where the daemon has what it knows of a unit. */
export function place_path(code: string, mentions: boolean, limit: number): string {
  const path = with_mentions(`/api/v1/localities/${encodeURIComponent(code)}`, mentions);
  return `${path}${mentions ? "&" : "?"}limit=${limit}`;
}

/** The page of an official. */
export function official_address(id: string): string {
  return `/can-bo/${encodeURIComponent(id)}`;
}

/** Where the daemon has what it knows of an official. */
export function official_path(id: string, limit: number): string {
  return `/api/v1/officials/${encodeURIComponent(id)}?limit=${limit}`;
}

function with_locality(path: string, locality: string): string[] {
  return locality === "" ? [path] : [path, `locality=${encodeURIComponent(locality)}`];
}

/** The page of a post, in a unit or (empty) anywhere. */
export function post_address(slug: string, locality: string): string {
  return with_locality(`/chuc-vu/${encodeURIComponent(slug)}`, locality).join("?");
}

/** Where the daemon has who held a post. */
export function post_path(slug: string, locality: string, limit: number): string {
  return with_locality(`/api/v1/posts/${encodeURIComponent(slug)}?limit=${limit}`, locality).join("&");
}

/** The question alone, without filters, order and page. */
export function question_alone({ q, exact, expand }: QueryState): QueryState {
  return { ...kEmptyQuery, q, exact, expand };
}

/** Another set of matches starts at its first page again; another page of the same set does not. */
export function change_query(state: QueryState, change: Partial<QueryState>): QueryState {
  return { ...state, offset: 0, ...change };
}

export function without_value(state: QueryState, kind: FilterKind, value: string): QueryState {
  return change_query(state, { [kind]: state[kind].filter((other) => other !== value) });
}

/** Order and units stay: they are how the reader looks, not what is left out. */
export function without_filters(state: QueryState): QueryState {
  return { ...question_alone(state), sort: state.sort, units: state.units };
}

export function filter_count(state: QueryState): number {
  const values = kFilterKinds.reduce((sum, kind) => sum + state[kind].length, 0);
  return values + (state.from === "" && state.to === "" ? 0 : 1);
}

/** Nothing is asked: the start page. A sort order alone asks for the whole archive in that order. */
export function is_start(state: QueryState): boolean {
  return format_query(state) === "";
}

/** What the daemon is asked for this state. */
export function api_parameters(state: QueryState, facet_limit: number): string {
  const parameters = new URLSearchParams(format_query(state));
  parameters.set("limit", String(kPageSize));
  parameters.set("facet_limit", String(facet_limit));
  return parameters.toString();
}
