// A place's months as one row a year, in which "no article" and "nothing was archived" are two things.

import type { CoveredMonth } from "../api/types";

export type MonthState =
  | "some" // articles about the place
  | "none" // its sites were archived, and nothing was about it
  | "gap" // nothing was archived
  | "outside"; // before the first or after the last month of the archive

export interface MonthCell {
  month: string;
  state: MonthState;
  count: number;
  archived: number;
  /** 0 to 1, of the month with most articles. */
  share: number;
}

/** One year, or several in a row in which nothing was archived: these have no cells. */
export interface CoverageRow {
  from: number;
  to: number;
  count: number;
  cells: MonthCell[];
}

function state_of({ count, archived }: CoveredMonth): MonthState {
  if (count > 0) return "some";
  return archived > 0 ? "none" : "gap";
}

export function coverage_rows(months: readonly CoveredMonth[]): CoverageRow[] {
  const highest = Math.max(1, ...months.map(({ count }) => count));
  const known = new Map(months.map((month) => [month.month, month]));
  const years = [...new Set(months.map(({ month }) => Number(month.slice(0, 4))))];
  const rows: CoverageRow[] = [];
  for (const year of years) {
    const cells = Array.from({ length: 12 }, (_, index): MonthCell => {
      const month = `${year}-${String(index + 1).padStart(2, "0")}`;
      const found = known.get(month);
      if (found === undefined) return { month, state: "outside", count: 0, archived: 0, share: 0 };
      return { ...found, state: state_of(found), share: found.count / highest };
    });
    const last = rows.at(-1);
    const empty = cells.every(({ state }) => state === "gap");
    if (empty && last !== undefined && last.cells.length === 0) last.to = year;
    else rows.push({ from: year, to: year, count: cells.reduce((sum, cell) => sum + cell.count, 0), cells: empty ? [] : cells });
  }
  return rows;
}

export function count_gaps(months: readonly CoveredMonth[]): number {
  return months.filter((month) => state_of(month) === "gap").length;
}
