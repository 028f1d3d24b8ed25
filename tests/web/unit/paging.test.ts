import assert from "node:assert/strict";
import { test } from "node:test";
import { count_pages, lay_out_pages } from "../../../web/src/state/page_numbers";

const shown = (page: number, total: number) =>
  lay_out_pages((page - 1) * 10, total, 0)
    .shown.map((number) => number ?? "…")
    .join(" ");

test("few pages are all shown", () => {
  assert.equal(shown(1, 35), "1 2 3 4");
  assert.equal(shown(2, 35), "1 2 3 4");
});

test("many pages show the ends and the neighbours", () => {
  assert.equal(shown(10, 200), "1 … 9 10 11 … 20");
  assert.equal(shown(1, 200), "1 2 … 20");
  assert.equal(shown(20, 200), "1 … 19 20");
});

test("a gap of one page is that page", () => {
  assert.equal(shown(4, 200), "1 2 3 4 5 … 20");
});

test("partial matches count only where full ones do not fill the first page", () => {
  assert.equal(count_pages(4, 20), 3);
  assert.equal(count_pages(12, 0), 2);
  assert.equal(count_pages(0, 0), 1);
});

test("no page beyond what the daemon serves is offered", () => {
  assert.equal(count_pages(5_000_000, 0), 1001);
});

test("a page beyond the last still leads back", () => {
  assert.deepEqual(lay_out_pages(90, 15, 0), { current: 10, last: 2, shown: [1, 2] });
});
