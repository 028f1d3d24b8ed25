import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoveredMonth, PostHolder } from "../../../web/src/api/types";
import { timeline } from "../../../web/src/facets/tenures";

const dated = (date: string | null) => ({
  id: date ?? "none",
  title: "Tin",
  date: date === null ? null : { date, time: null, precision: date.length === 4 ? ("year" as const) : ("day" as const) },
});

function holder(name: string, first: string | null, last: string | null, months: string[]): PostHolder {
  return {
    person: { id: name, name, post: null },
    title: "Bí thư",
    slug: "bi-thu",
    body: null,
    place: null,
    holders: [],
    former: false,
    articles: months.length,
    first: dated(first),
    last: dated(last),
    months: months.map((month) => ({ month, count: 1 })),
  };
}

/** A year of months; `archived` says how many articles each has. */
function year_of(year: number, archived: number[]): CoveredMonth[] {
  return archived.map((count, index) => ({ month: `${year}-${String(index + 1).padStart(2, "0")}`, count: 0, archived: count }));
}

const kYear = year_of(2020, [3, 3, 0, 3, 3, 3, 0, 0, 3, 3, 3, 3]);

test("a tenure tells months that say so from silent ones and from those not archived", () => {
  const { rows } = timeline({ holders: [holder("An", "2020-01-10", "2020-05-02", ["2020-01", "2020-05"])], months: kYear });
  const [an] = rows;
  assert.ok(an?.kind === "holder");
  assert.deepEqual([an.from, an.to, an.silent, an.unarchived], ["2020-01", "2020-05", 2, 1]);
  assert.deepEqual(an.span, { left: 0, width: 5 / 12 });
  assert.deepEqual(an.proofs, [{ left: 0, width: 1 / 12 }, { left: 4 / 12, width: 1 / 12 }]);
});

test("between two holders and after the last stands that nobody is named, and how much was kept", () => {
  const holders = [
    holder("An", "2020-01-10", "2020-04-10", ["2020-01", "2020-04"]),
    holder("Bình", "2020-09-01", "2020-10-01", ["2020-09", "2020-10"]),
  ];
  const { rows, gaps } = timeline({ holders, months: kYear });
  assert.deepEqual(
    rows.map((row) => (row.kind === "holder" ? row.holder.person.name : [row.from, row.to, row.months, row.unarchived])),
    ["An", ["2020-05", "2020-08", 4, 2], "Bình", ["2020-11", "2020-12", 2, 0]],
  );
  assert.deepEqual(gaps, [{ left: 2 / 12, width: 1 / 12 }, { left: 6 / 12, width: 2 / 12 }]);
});

test("holders who overlap or follow each other leave no silence", () => {
  const holders = [
    holder("An", "2020-01-10", "2020-12-10", ["2020-01", "2020-12"]),
    holder("Bình", "2020-03-01", "2020-04-01", ["2020-03", "2020-04"]),
    holder("Chi", "2020-05-01", "2020-06-01", ["2020-05", "2020-06"]),
  ];
  const { rows } = timeline({ holders, months: kYear });
  assert.deepEqual(rows.map(({ kind }) => kind), ["holder", "holder", "holder"]);
});

test("somebody whose articles are undated stands last, in no time", () => {
  const holders = [holder("An", "2020-01-10", "2020-10-10", ["2020-01", "2020-10"]), holder("Bình", null, null, [])];
  const { rows } = timeline({ holders, months: kYear });
  assert.deepEqual(rows.map(({ kind }) => kind), ["holder", "silence", "holder"]);
  const [, , undated] = rows;
  assert.ok(undated?.kind === "holder" && undated.span === null && undated.from === "");
});

test("a date known to its year proves no more than that it lies there", () => {
  const { rows } = timeline({ holders: [holder("An", "2020", "2020", [])], months: kYear });
  const [an] = rows;
  assert.ok(an?.kind === "holder");
  assert.deepEqual([an.from, an.to, an.silent, an.unarchived, an.proofs], ["2020-01", "2020-01", 0, 0, []]);
});

test("without a place there is no axis, and nothing is said of gaps", () => {
  const { rows, gaps, years } = timeline({ holders: [holder("An", "2020-01-10", "2020-04-10", ["2020-01"])], months: [] });
  assert.deepEqual([rows.length, gaps, years], [1, [], []]);
  assert.ok(rows[0]?.kind === "holder" && rows[0].span === null && rows[0].unarchived === 0);
});

test("the axis names few years, however long it is", () => {
  const months = Array.from({ length: 23 }, (_, index) => year_of(2003 + index, new Array<number>(12).fill(1))).flat();
  const { years } = timeline({ holders: [holder("An", "2003-01-10", "2004-04-10", ["2003-01"])], months });
  assert.deepEqual(years.map(({ year }) => year), [2005, 2010, 2015, 2020, 2025]);
  const few = timeline({ holders: [], months: months.slice(0, 30) });
  assert.deepEqual(few.years, [{ year: 2003, left: 0 }, { year: 2004, left: 12 / 30 }, { year: 2005, left: 24 / 30 }]);
});
