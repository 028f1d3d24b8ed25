import assert from "node:assert/strict";
import { test } from "node:test";
import type { LocalityValue, Place, Unit } from "../../../web/src/api/types";
import { chosen_of_other_time, value_of_place, with_chosen } from "../../../web/src/facets/chosen_values";
import {
  type LocalityNode,
  build_locality_tree,
  narrow_tree,
  toggle_locality,
  units_above,
} from "../../../web/src/facets/locality_tree";

const unit = (value: string, parent: string | null, count = 1): LocalityValue => ({
  value,
  label: `unit ${value}`,
  detail: null,
  parent,
  count,
  through: 0,
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

const named = (code: string): Unit => ({ code, label: `unit ${code}`, detail: "xã" });

const place = (code: string, change: Partial<Place>): Place => ({
  ...named(code),
  since: null,
  until: null,
  holders: [],
  province_today: null,
  became: [],
  came_from: [],
  total: 3,
  through: 1,
  ...change,
});

const of_today = (code: string, came_from: string[]) =>
  place(code, { came_from: came_from.map((older) => ({ ...named(older), whole: true })) });

test("ticking a unit unticks those of the other time that it came from, became, or lies in", () => {
  const from_commune = [of_today("2025-1", ["17728"])];
  assert.deepEqual(toggle_locality(["2025-1"], "17728", kUnits, from_commune), ["17728"], "the same ground");
  assert.deepEqual(toggle_locality(["2025-1"], "428", kUnits, from_commune), ["428"], "the district around it");
  const from_province = [of_today("2025-40", ["40"])];
  assert.deepEqual(toggle_locality(["2025-40"], "17728", kUnits, from_province), ["17728"], "a commune inside");
  const district = [place("428", { province_today: named("2025-40") })];
  assert.deepEqual(toggle_locality(["428"], "2025-40", [unit("2025-40", null)], district), ["2025-40"], "today's province");
});

test("ticking a unit leaves those of the other time that lie elsewhere", () => {
  assert.deepEqual(toggle_locality(["2025-1"], "404", kUnits, [of_today("2025-1", ["17728"])]), ["2025-1", "404"]);
  const values = [unit("2025-40", null), unit("2025-7", "2025-40")];
  const district = [place("428", { province_today: named("2025-40") })];
  assert.deepEqual(toggle_locality(["428"], "2025-7", values, district), ["428", "2025-7"]);
});

test("an asked-for unit is listed with the daemon's count, inside its holder", () => {
  const value = value_of_place(place("17728", { holders: [named("40"), named("428")] }));
  assert.deepEqual([value.parent, value.count, value.through], ["428", 3, 1]);
});

test("units of the other time are kept apart from the list, the listed ones are not", () => {
  const places = [place("428", {}), place("2025-1", {}), place("99", {})];
  const apart = (units: "then" | "today") => chosen_of_other_time(places, kUnits, units).map(({ value }) => value);
  assert.deepEqual(apart("then"), ["2025-1"]);
  assert.deepEqual(apart("today"), ["99"]);
});
