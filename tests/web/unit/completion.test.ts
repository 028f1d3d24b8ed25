import assert from "node:assert/strict";
import { test } from "node:test";
import type { Offer, Suggestion } from "../../../web/src/api/types";
import { take_offer } from "../../../web/src/state/offers";
import { type QueryState, kEmptyQuery } from "../../../web/src/state/query_state";
import { next_option, suggestion_address } from "../../../web/src/state/suggestion_target";

const kAsked: QueryState = { ...kEmptyQuery, q: "nguyen", site: ["nghean.gov.vn"], official: ["a-1"], offset: 20 };

const suggestion = (kind: Suggestion["kind"], text: string, value: string | null): Suggestion => ({
  kind,
  text,
  value,
  detail: "",
  count: 1,
});

test("a chosen official becomes a filter beside the others, and the words go", () => {
  assert.equal(
    suggestion_address(kAsked, suggestion("official", "Nguyễn Văn A", "nguyen-van-a-2")),
    "/?official=a-1&official=nguyen-van-a-2&site=nghean.gov.vn",
  );
});

test("a chosen official who is a filter already is not set twice", () => {
  assert.equal(suggestion_address(kAsked, suggestion("official", "A", "a-1")), "/?official=a-1&site=nghean.gov.vn");
});

test("a chosen place becomes a filter", () => {
  assert.equal(suggestion_address(kEmptyQuery, suggestion("locality", "Thanh Chương", "428")), "/?locality=428");
});

test("a chosen phrase is the question, and starts at the first page", () => {
  assert.equal(
    suggestion_address(kAsked, suggestion("phrase", "hội nghị", null)),
    "/?q=h%E1%BB%99i+ngh%E1%BB%8B&official=a-1&site=nghean.gov.vn",
  );
});

test("a chosen title opens its article", () => {
  assert.equal(suggestion_address(kAsked, suggestion("title", "Hội nghị tổng kết", "9b1f")), "/bai/9b1f");
});

test("the arrow keys go round through the text field", () => {
  assert.deepEqual([-1, 0, 1].map((active) => next_option(active, 2, "ArrowDown")), [0, 1, -1]);
  assert.deepEqual([-1, 0, 1].map((active) => next_option(active, 2, "ArrowUp")), [1, -1, 0]);
});

const offer = (kind: Offer["kind"], value: string, begin: number, end: number): Offer => ({
  kind,
  value,
  label: "",
  detail: "",
  begin,
  end,
});

test("a taken offer sets the filter and takes its words out of the question", () => {
  const taken = take_offer(kAsked, "nông thôn mới Thanh Giang 2023", offer("locality", "17728", 14, 25));
  assert.deepEqual(taken, { ...kAsked, q: "nông thôn mới 2023", locality: ["17728"], offset: 0 });
});

test("offsets count code points, not halves of a pair", () => {
  assert.equal(take_offer(kEmptyQuery, "𝄞 Thanh Giang", offer("locality", "17728", 2, 13)).q, "𝄞");
});

test("an offer that is the whole question leaves none", () => {
  const taken = take_offer(kEmptyQuery, "Lò Văn Bảnh", offer("official", "lo-van-banh-1", 0, 11));
  assert.deepEqual(taken, { ...kEmptyQuery, official: ["lo-van-banh-1"] });
});
