import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type QueryState,
  api_parameters,
  article_address,
  article_path,
  change_query,
  filter_count,
  format_query,
  is_start,
  kEmptyQuery,
  official_address,
  official_path,
  parse_query,
  place_address,
  place_path,
  post_address,
  post_path,
  results_address,
  without_filters,
  without_value,
} from "../../../web/src/state/query_state";
import { read_route } from "../../../web/src/state/route";

const kFull: QueryState = {
  q: 'xã "nông thôn mới" & 100% -họp',
  exact: true,
  expand: false,
  units: "today",
  mentions: true,
  locality: ["40", "428"],
  official: ["do-xuan-nam-1a2b"],
  post: ["bi-thu-huyen-uy"],
  site: ["nghean.gov.vn"],
  from: "2022-05",
  to: "2023",
  sort: "oldest",
  offset: 20,
};

test("an address says the whole state and gives it back", () => {
  assert.deepEqual(parse_query(format_query(kFull)), kFull);
});

test("an empty state has an empty query string", () => {
  assert.equal(format_query(kEmptyQuery), "");
  assert.equal(results_address(kEmptyQuery), "/");
});

test("a question mark in front of the query string is allowed", () => {
  assert.equal(parse_query("?q=a").q, "a");
});

test("repeated and empty values are dropped", () => {
  assert.deepEqual(parse_query("locality=40&locality=&locality=40&locality=38").locality, ["40", "38"]);
});

test("an unknown sort order and a malformed offset are the defaults", () => {
  const state = parse_query("q=a&sort=random&offset=-3");
  assert.equal(state.sort, "relevance");
  assert.equal(state.offset, 0);
});

test("an offset inside a page is moved to the start of the page, one too far to the last", () => {
  assert.equal(parse_query("offset=27").offset, 20);
  assert.equal(parse_query("offset=999999").offset, 10_000);
});

test("a malformed date is kept, for the daemon to refuse by name", () => {
  assert.equal(parse_query("from=2023-13").from, "2023-13");
});

test("a changed question starts at the first page", () => {
  assert.equal(change_query(kFull, { q: "b" }).offset, 0);
  assert.equal(change_query(kFull, { offset: 30 }).offset, 30);
});

test("taking one value off leaves the others", () => {
  assert.deepEqual(without_value(kFull, "locality", "40").locality, ["428"]);
});

test("clearing the filters keeps the question, how its words match, the order and the units shown", () => {
  assert.deepEqual(without_filters(kFull), { ...kEmptyQuery, q: kFull.q, exact: true, expand: false, sort: "oldest", units: "today" });
});

test("each value is a filter, both ends of the time together one", () => {
  assert.equal(filter_count(kFull), 6);
  assert.equal(filter_count({ ...kEmptyQuery, to: "2023" }), 1);
  assert.equal(filter_count(kEmptyQuery), 0);
});

test("the daemon is asked in its own names, with page size and facet size", () => {
  assert.equal(
    api_parameters({ ...kEmptyQuery, q: "xã", locality: ["40"] }, 100),
    "q=x%C3%A3&locality=40&limit=10&facet_limit=100",
  );
});

test("the bare address is the start page, an order alone asks for everything", () => {
  assert.equal(is_start(kEmptyQuery), true);
  assert.deepEqual(read_route("/", ""), { view: "start" });
  assert.equal(read_route("/", "?sort=newest").view, "results");
});

test("how words match is said only with words, and only when it is not the usual way", () => {
  assert.equal(format_query({ ...kEmptyQuery, q: "a" }), "q=a");
  assert.equal(format_query({ ...kEmptyQuery, q: "a", exact: true, expand: false }), "q=a&exact=1&expand=0");
  assert.equal(format_query({ ...kEmptyQuery, exact: true, expand: false }), "");
});

const kAsked: QueryState = { ...kEmptyQuery, q: "xã", exact: true };

test("an article's address carries its id and the question to mark", () => {
  assert.equal(article_address("a/b", kAsked), "/bai/a%2Fb?q=x%C3%A3&exact=1");
  assert.equal(article_path("a/b", kAsked), "/api/v1/articles/a%2Fb?q=x%C3%A3&exact=1");
  assert.equal(article_address("a", kEmptyQuery), "/bai/a");
  assert.deepEqual(read_route("/bai/a%2Fb", "?q=x%C3%A3&exact=1"), { view: "article", id: "a/b", query: kAsked });
});

test("filters of the results are no part of an article's address", () => {
  assert.equal(article_address("a", { ...kFull, q: "b", exact: false, expand: true }), "/bai/a?q=b");
});

test("units and mentions are said only when they are not the usual ones", () => {
  assert.equal(format_query({ ...kEmptyQuery, units: "today", mentions: true }), "mentions=1&units=today");
  assert.deepEqual(parse_query("units=tomorrow&mentions=0"), kEmptyQuery);
});

test("a place's address carries its code and whether mentions count", () => {
  assert.equal(place_address("2025-40"), "/dia-phuong/2025-40");
  assert.equal(place_address("a/b", true), "/dia-phuong/a%2Fb?mentions=1");
  assert.equal(place_path("40", false, 100), "/api/v1/localities/40?limit=100");
  assert.equal(place_path("40", true, 100), "/api/v1/localities/40?mentions=1&limit=100");
  assert.deepEqual(read_route("/dia-phuong/a%2Fb", "?mentions=1&q=x"), { view: "place", code: "a/b", mentions: true });
});

test("an official's address carries the id", () => {
  assert.equal(official_address("a/b"), "/can-bo/a%2Fb");
  assert.equal(official_path("a/b", 20), "/api/v1/officials/a%2Fb?limit=20");
  assert.deepEqual(read_route("/can-bo/a%2Fb", ""), { view: "official", id: "a/b" });
});

test("a post's address carries its slug and the place, if there is one", () => {
  assert.equal(post_address("bi-thu", "428"), "/chuc-vu/bi-thu?locality=428");
  assert.equal(post_address("bi-thu", ""), "/chuc-vu/bi-thu");
  assert.equal(post_path("bi-thu", "2025-40", 100), "/api/v1/posts/bi-thu?limit=100&locality=2025-40");
  assert.equal(post_path("a/b", "", 5), "/api/v1/posts/a%2Fb?limit=5");
  assert.deepEqual(read_route("/chuc-vu/bi-thu", "?locality=428"), { view: "post", slug: "bi-thu", locality: "428" });
  assert.deepEqual(read_route("/chuc-vu/a%2Fb", ""), { view: "post", slug: "a/b", locality: "" });
});

test("other paths are unknown, also those that cannot be decoded", () => {
  assert.deepEqual(read_route("/bai/", ""), { view: "unknown" });
  assert.deepEqual(read_route("/bai/%E0%A4", ""), { view: "unknown" });
  assert.deepEqual(read_route("/can-bo/", ""), { view: "unknown" });
  assert.deepEqual(read_route("/dia-phuong/", ""), { view: "unknown" });
  assert.deepEqual(read_route("/chuc-vu/", ""), { view: "unknown" });
  assert.deepEqual(read_route("/x", ""), { view: "unknown" });
});
