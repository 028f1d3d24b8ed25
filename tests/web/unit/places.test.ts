import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoveredMonth, Place, RelatedUnit } from "../../../web/src/api/types";
import { list_active_filters, words_of } from "../../../web/src/components/active_filters";
import { count_gaps, coverage_rows } from "../../../web/src/facets/coverage";
import { LabelBook } from "../../../web/src/state/label_book";
import { kEmptyQuery } from "../../../web/src/state/query_state";
import { kEnglish } from "../../../web/src/strings/en";
import { kVietnamese } from "../../../web/src/strings/vi";
import { day_after, lies_elsewhere, relation_of } from "../../../web/src/text/place_relation";
import { capitalised, kind_of, name_with_kind, units_of } from "../../../web/src/text/unit_names";

const older = (label: string, whole = true): RelatedUnit => ({ code: `1-${label}`, label, detail: "xã", whole });
const newer = (label: string, whole = true): RelatedUnit => ({ code: `2025-${label}`, label, detail: "xã từ 7/2025", whole });

const kPlace: Place = {
  code: "17809",
  label: "Thanh Giang",
  detail: "xã",
  since: null,
  until: "2025-06-30",
  holders: [],
  province_today: null,
  became: [],
  came_from: [],
  total: 0,
  through: 0,
};
const kPlaceOfToday: Place = { ...kPlace, code: "2025-1", detail: "xã từ 7/2025", since: "2025-07-01", until: null };

test("a code says which time's unit it is", () => {
  assert.equal(units_of("40"), "then");
  assert.equal(units_of("2025-17818"), "today");
});

test("a unit is named with its bare kind, once", () => {
  assert.equal(kind_of("xã từ 7/2025"), "xã");
  assert.equal(kind_of(null), "");
  assert.equal(name_with_kind("Bích Hào", "xã từ 7/2025"), "xã Bích Hào");
  assert.equal(name_with_kind("Phường 4", "phường"), "Phường 4");
  assert.equal(name_with_kind("Bích Hào", null), "Bích Hào");
});

test("only the first letter becomes a capital, with its marks", () => {
  assert.equal(capitalised("đặc khu Lý Sơn"), "Đặc khu Lý Sơn");
  assert.equal(capitalised(""), "");
});

test("a unit that went whole into one other has joined it, under its own name or another", () => {
  const into = (label: string) => relation_of({ ...kPlace, became: [newer(label)] });
  assert.deepEqual(into("Bích Hào"), { kind: "joined", units: [newer("Bích Hào")], same_name: false });
  assert.deepEqual(into("Thanh Giang"), { kind: "joined", units: [newer("Thanh Giang")], same_name: true });
});

test("a unit in several others, or in one only partly, is divided", () => {
  assert.equal(relation_of({ ...kPlace, became: [newer("A", false), newer("B", false)] }).kind, "divided");
  assert.equal(relation_of({ ...kPlace, became: [newer("A", false)] }).kind, "divided");
});

test("a unit without known successors has ended, and none is guessed", () => {
  assert.deepEqual(relation_of(kPlace), { kind: "ended" });
});

test("a unit of today is unchanged when it is all of one older unit of its name, else made of whole ones and parts", () => {
  const from = (...came_from: RelatedUnit[]) => relation_of({ ...kPlaceOfToday, came_from });
  assert.equal(from(older("Thanh Giang")).kind, "unchanged");
  assert.deepEqual(from(older("Thanh Giang", false)), { kind: "made_of", whole: [], parts: [older("Thanh Giang", false)] });
  assert.deepEqual(from(older("A"), older("B", false)), { kind: "made_of", whole: [older("A")], parts: [older("B", false)] });
  assert.equal(from().kind, "none");
});

test("the day after the last one is the first of the new unit", () => {
  assert.equal(day_after("2025-06-30"), "2025-07-01");
  assert.equal(day_after("2024-02-28"), "2024-02-29");
  assert.equal(day_after("x"), "");
});

test("where a place lies today is said when a name differs, and not when only the district is gone", () => {
  const province = { code: "2025-40", label: "Nghệ An", detail: "tỉnh từ 7/2025" };
  const commune = ["Nghệ An", "Thanh Chương", "Thanh Giang"];
  assert.equal(lies_elsewhere(commune, province, [newer("Bích Hào")]), true);
  assert.equal(lies_elsewhere(commune, province, [newer("Thanh Giang")]), false);
  assert.equal(lies_elsewhere(["Nghệ An"], province, [newer("Nghệ An")]), false);
  assert.equal(lies_elsewhere(["Bắc Kạn", "Chợ Mới"], { ...province, label: "Thái Nguyên" }, []), true);
  const many = ["A", "B", "C", "D"].map((label) => newer(label, false));
  assert.equal(lies_elsewhere(["Nghệ An", "Thanh Chương"], province, many), false);
});

test("a part that comes from the other time is told in both languages, and an entire one as entire", () => {
  assert.equal(kVietnamese.places.through(2, 9, "then"), "gồm 2 bài từ 7/2025");
  assert.equal(kVietnamese.places.through(9, 9, "today"), "đều trước 7/2025");
  assert.equal(kEnglish.places.through(2, 9, "today"), "2 of them before 7/2025");
  assert.equal(kEnglish.places.through_sentence(1, 1, "then"), "The article is filed under units since 7/2025.");
});

test("chips name a unit with kind and time, and say when mentions count", () => {
  const labels = new LabelBook();
  const answer = { hits: [], facets: null, places: [{ ...kPlaceOfToday, label: "Bích Hào" }, kPlace] };
  labels.learn(answer as never);
  const query = { ...kEmptyQuery, locality: ["17809", "2025-1", "99"], mentions: true };
  assert.deepEqual(list_active_filters(query, labels, kVietnamese).map(words_of), [
    "Địa phương: xã Thanh Giang",
    "Địa phương: xã Bích Hào (từ 7/2025)",
    "Địa phương: 99",
    "Kể cả nơi được nhắc tới",
  ]);
  assert.deepEqual(list_active_filters({ ...kEmptyQuery, mentions: true }, labels, kVietnamese), []);
});

function months(from: number, to: number, change: Record<string, Partial<CoveredMonth>> = {}): CoveredMonth[] {
  const all = Array.from({ length: (to - from + 1) * 12 }, (_, index) => {
    const month = `${from + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return { month, count: 0, archived: 0, ...change[month] };
  });
  return all;
}

test("a month without articles is a gap only when nothing was archived", () => {
  const change = { "2023-02": { archived: 5 }, "2023-03": { count: 2, archived: 1 }, "2023-04": { count: 4 } };
  const [row] = coverage_rows(months(2023, 2023, change));
  assert.deepEqual(row?.cells.slice(0, 4).map(({ state, share }) => [state, share]), [
    ["gap", 0],
    ["none", 0],
    ["some", 0.5],
    ["some", 1],
  ]);
  assert.equal(row?.count, 6);
  assert.equal(count_gaps(months(2023, 2023, change)), 9);
});

test("months before the first and after the last are no gaps", () => {
  const [row] = coverage_rows([{ month: "2023-05", count: 1, archived: 1 }]);
  assert.deepEqual(row?.cells.map(({ state }) => state), [
    ...Array<string>(4).fill("outside"),
    "some",
    ...Array<string>(7).fill("outside"),
  ]);
});

test("years in a row with nothing archived are one row, and a year at zero is not among them", () => {
  const change = { "2019-12": { count: 1, archived: 1 }, "2022-06": { archived: 3 }, "2024-01": { count: 1, archived: 1 } };
  const rows = coverage_rows(months(2019, 2024, change)).map(({ from, to, cells }) => `${from}-${to}:${cells.length}`);
  assert.deepEqual(rows, ["2019-2019:12", "2020-2021:0", "2022-2022:12", "2023-2023:0", "2024-2024:12"]);
});
