import assert from "node:assert/strict";
import { test } from "node:test";
import type { LocalityValue } from "../../../web/src/api/types";
import { with_chosen } from "../../../web/src/facets/chosen_values";
import {
  type LocalityNode,
  build_locality_tree,
  narrow_tree,
  toggle_locality,
  units_above,
} from "../../../web/src/facets/locality_tree";
import { chosen_year, month_bars, year_bars } from "../../../web/src/facets/periods";

const unit = (value: string, parent: string | null, count = 1): LocalityValue => ({
  value,
  label: `unit ${value}`,
  detail: null,
  parent,
  count,
});

// Province 40 with districts 428 (commune 17728) and 415; province 38 with district 404.
const kUnits = [unit("40", null, 9), unit("428", "40", 6), unit("38", null, 4), unit("404", "38"), unit("17728", "428"), unit("415", "40")];

const outline = (nodes: LocalityNode[]): string =>
  nodes.map((node) => node.value + (node.children.length === 0 ? "" : `(${outline(node.children)})`)).join(" ");

test("the flat list becomes province, district, commune in the order of the answer", () => {
  assert.equal(outline(build_locality_tree(kUnits)), "40(428(17728) 415) 38(404)");
});

test("a unit whose parent was not sent is a root", () => {
  assert.equal(outline(build_locality_tree([unit("17728", "428"), unit("38", null)])), "17728 38");
});

test("ticking a district unticks its province and its communes, and no other place", () => {
  assert.deepEqual(toggle_locality(["40", "404"], "428", kUnits), ["404", "428"]);
  assert.deepEqual(toggle_locality(["17728", "404"], "428", kUnits), ["404", "428"]);
});

test("ticking neighbours adds, ticking again takes off", () => {
  assert.deepEqual(toggle_locality(["428"], "415", kUnits), ["428", "415"]);
  assert.deepEqual(toggle_locality(["428", "415"], "428", kUnits), ["415"]);
});

test("all units above a ticked one stand open", () => {
  assert.deepEqual([...units_above(["17728"], kUnits)].sort(), ["40", "428"]);
});

test("searching keeps the units above and below a match", () => {
  const tree = build_locality_tree(kUnits);
  assert.equal(outline(narrow_tree(tree, (node) => node.value === "17728")), "40(428(17728))");
  assert.equal(outline(narrow_tree(tree, (node) => node.value === "428")), "40(428(17728))");
  assert.equal(outline(narrow_tree(tree, () => false)), "");
});

test("a ticked value that the answer left out is listed first", () => {
  const listed = with_chosen(kUnits, ["99", "38"], (value) => unit(value, null, 0));
  assert.equal(listed[0]?.value, "99");
  assert.equal(listed[0]?.count, 0);
  assert.equal(listed.length, kUnits.length + 1);
});

test("one year is chosen when both ends lie in it", () => {
  assert.equal(chosen_year("2023", "2023"), "2023");
  assert.equal(chosen_year("2023-02", "2023-05-08"), "2023");
  assert.equal(chosen_year("2022", "2023"), null);
  assert.equal(chosen_year("2023", ""), null);
  assert.equal(chosen_year("", ""), null);
});

const kYears = [
  { value: "2021", count: 2 },
  { value: "2022", count: 0 },
  { value: "2023", count: 8 },
];

test("bars are measured by the highest", () => {
  assert.deepEqual(year_bars(kYears, "", "").map((bar) => bar.share), [0.25, 0, 1]);
});

test("bars outside the span are told apart, and a year that the span cuts is inside", () => {
  const chosen = (from: string, to: string) => year_bars(kYears, from, to).filter((bar) => bar.chosen).map((bar) => bar.value);
  assert.deepEqual(chosen("", ""), ["2021", "2022", "2023"]);
  assert.deepEqual(chosen("2022-07", ""), ["2022", "2023"]);
  assert.deepEqual(chosen("", "2022-07-01"), ["2021", "2022"]);
  assert.deepEqual(chosen("2023", "2023"), ["2023"]);
});

test("a year has twelve months, those without articles at none", () => {
  const bars = month_bars([{ value: "2023-04", count: 2 }, { value: "2022-04", count: 7 }], "2023", "2023-04", "2023-04");
  assert.equal(bars.length, 12);
  assert.deepEqual(bars.filter((bar) => bar.count > 0), [{ value: "2023-04", count: 2, chosen: true, share: 1 }]);
  assert.deepEqual(bars.filter((bar) => bar.chosen).map((bar) => bar.value), ["2023-04"]);
});
