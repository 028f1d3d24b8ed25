import assert from "node:assert/strict";
import { test } from "node:test";
import type { HistogramAnswer, Interval } from "../../../web/src/api/types";
import { groups_under, neighbour, periods_around, to_bars } from "../../../web/src/facets/steps";

const kOpen = { from: "", to: "" };

function histogram(interval: Interval, ...steps: [string, string, number][]): HistogramAnswer {
  return { interval, steps: steps.map(([from, to, count]) => ({ from, to, count })), vague: 0 };
}

const kWeeks = histogram(
  "week",
  ["2022-12-26", "2023-01-01", 1],
  ["2023-01-02", "2023-01-08", 4],
  ["2023-01-30", "2023-02-05", 2],
);

test("bars are measured by the highest", () => {
  assert.deepEqual(to_bars(kWeeks, kOpen).map((bar) => bar.share), [0.25, 1, 0.5]);
  const nothing = histogram("year", ["2023-01-01", "2023-12-31", 0]);
  assert.deepEqual(to_bars(nothing, kOpen).map((bar) => bar.share), [0]);
});

test("the bar of a year, month or day asks for that period by its name", () => {
  const span_of = (answer: HistogramAnswer) => to_bars(answer, kOpen).map(({ key, from, to }) => [key, from, to]);
  assert.deepEqual(span_of(histogram("year", ["2023-01-01", "2023-12-31", 1])), [["2023", "2023", "2023"]]);
  assert.deepEqual(span_of(histogram("month", ["2023-02-01", "2023-02-28", 1])), [["2023-02", "2023-02", "2023-02"]]);
  assert.deepEqual(span_of(histogram("day", ["2023-02-01", "2023-02-01", 1])), [["2023-02-01", "2023-02-01", "2023-02-01"]]);
});

test("the bar of a week asks for its days, and never for days outside of the chosen span", () => {
  const spans = (from: string, to: string) => to_bars(kWeeks, { from, to }).map((bar) => [bar.from, bar.to]);
  assert.deepEqual(spans("", "")[0], ["2022-12-26", "2023-01-01"]);
  assert.deepEqual(spans("2023", "2023")[0], ["2023-01-01", "2023-01-01"]);
  assert.deepEqual(spans("2023-01", "2023-01")[2], ["2023-01-30", "2023-01-31"]);
  assert.deepEqual(spans("2023", "2023-02-03")[2], ["2023-01-30", "2023-02-03"]);
});

test("bars of the same week keep their key when a span cuts it", () => {
  assert.deepEqual(to_bars(kWeeks, { from: "2023", to: "2023" })[0]?.key, "2022-12-26");
});

const kMonthCounts = [{ value: "2023-01", count: 5 }];

test("weeks stand over the month of their middle, with its count where it is known", () => {
  assert.deepEqual(groups_under(to_bars(kWeeks, { from: "2023", to: "2023" }), "week", kMonthCounts), [
    { period: "2023-01", bars: 2, count: 5 },
    { period: "2023-02", bars: 1, count: null },
  ]);
});

test("months stand over years; years and the days of one month over nothing", () => {
  const months = histogram("month", ["2022-12-01", "2022-12-31", 1], ["2023-01-01", "2023-01-31", 1]);
  assert.deepEqual(groups_under(to_bars(months, kOpen), "month", []).map(({ period }) => period), ["2022", "2023"]);
  const years = histogram("year", ["2022-01-01", "2022-12-31", 1], ["2023-01-01", "2023-12-31", 1]);
  assert.deepEqual(groups_under(to_bars(years, kOpen), "year", []), []);
  const days = histogram("day", ["2023-01-01", "2023-01-01", 1], ["2023-01-02", "2023-01-02", 1]);
  assert.deepEqual(groups_under(to_bars(days, kOpen), "day", []), []);
});

test("the periods around a span are those that hold both of its ends, the smallest first", () => {
  assert.deepEqual(periods_around({ from: "2023-05-08", to: "2023-05-08" }), ["2023-05", "2023"]);
  assert.deepEqual(periods_around({ from: "2023-05-01", to: "2023-05-07" }), ["2023-05", "2023"]);
  assert.deepEqual(periods_around({ from: "2023-05-29", to: "2023-06-04" }), ["2023"]);
  assert.deepEqual(periods_around({ from: "2023-05", to: "2023-05" }), ["2023"]);
  assert.deepEqual(periods_around({ from: "2023", to: "2023-05" }), ["2023"]);
  assert.deepEqual(periods_around({ from: "2023", to: "2023" }), []);
  assert.deepEqual(periods_around({ from: "2023-05", to: "" }), []);
  assert.deepEqual(periods_around({ from: "2022-12-26", to: "2023-01-01" }), []);
});

test("neighbours of a period are as long as itself", () => {
  assert.equal(neighbour("2023", -1), "2022");
  assert.equal(neighbour("2023-12", 1), "2024-01");
  assert.equal(neighbour("2024-03-01", -1), "2024-02-29");
});
