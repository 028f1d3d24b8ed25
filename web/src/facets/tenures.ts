// Holders of a post over the months of an archive: what is said, what is not said, and what was never kept.

import type { CoveredMonth, PostAnswer, PostHolder } from "../api/types";

/** A stretch of the axis, as shares of its length. */
export interface Stretch {
  left: number;
  width: number;
}

/** From the first to the last month of mention. */
export interface Tenure {
  kind: "holder";
  holder: PostHolder;
  /** Empty for somebody whose articles are all undated. */
  from: string;
  to: string;
  /** Months between `from` and `to` in which the archive has articles, and none says so. */
  silent: number;
  /** Months between them of which nothing was archived. */
  unarchived: number;
  /** Null where there is no axis or no date. */
  span: Stretch | null;
  proofs: Stretch[];
}

/** Months, both ends included, in which nobody is named for the post. */
export interface Silence {
  kind: "silence";
  from: string;
  to: string;
  months: number;
  unarchived: number;
}

export interface Timeline {
  /** By first month, each silence before what follows it. */
  rows: (Tenure | Silence)[];
  /** Stretches of which nothing was archived. */
  gaps: Stretch[];
  /** Every year, or every second, fifth ..., that begins on the axis. */
  years: { year: number; left: number }[];
}

// More year numbers than these stand too close on a phone.
const kMostYears = 7;
const kYearSteps = [1, 2, 5, 10, 20, 50];

/** Months from the year 0; a year alone counts as its January. */
function number_of(period: string): number {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return year * 12 + month - 1;
}

function name_of(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

const is_unarchived = (month: CoveredMonth | undefined) => month === undefined || (month.count === 0 && month.archived === 0);

/** Runs of neighbours in `months`, which are in order. */
function runs(months: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else found.push([month, month]);
  }
  return found;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

class Axis {
  readonly #known: Map<number, CoveredMonth>;
  readonly first: number;
  readonly last: number;

  constructor(months: readonly CoveredMonth[]) {
    this.#known = new Map(months.map((month) => [number_of(month.month), month]));
    this.first = months[0] === undefined ? 0 : number_of(months[0].month);
    this.last = this.first + months.length - 1;
  }

  get empty(): boolean {
    return this.last < this.first;
  }

  stretch([from, to]: readonly [number, number]): Stretch {
    const months = this.last - this.first + 1;
    const begin = Math.max(from, this.first);
    const end = Math.min(to, this.last);
    return { left: (begin - this.first) / months, width: Math.max(0, end - begin + 1) / months };
  }

  unarchived(from: number, to: number): number[] {
    return range(from, to).filter((month) => is_unarchived(this.#known.get(month)));
  }

  years(): Timeline["years"] {
    const years = range(Math.ceil(this.first / 12), Math.floor(this.last / 12));
    const step = kYearSteps.find((one) => years.length / one <= kMostYears) ?? 100;
    const shown = years.filter((year) => year % step === 0);
    return shown.map((year) => ({ year, left: this.stretch([year * 12, year * 12]).left }));
  }
}

function tenure(holder: PostHolder, axis: Axis): Tenure {
  const [from, to] = [holder.first.date, holder.last.date];
  const base = { kind: "holder" as const, holder, silent: 0, unarchived: 0, span: null, proofs: [] };
  if (from === null || to === null) return { ...base, from: "", to: "" };
  const [first, last] = [number_of(from.date), number_of(to.date)];
  const named = { ...base, from: name_of(first), to: name_of(last) };
  if (axis.empty) return named;
  const proved = holder.months.map(({ month }) => number_of(month));
  // The first and the last month are proved even where a date is vaguer than that.
  const known = new Set([first, last, ...proved]);
  const unarchived = axis.unarchived(first, last).filter((month) => !known.has(month)).length;
  const silent = range(first, last).filter((month) => !known.has(month)).length - unarchived;
  const proofs = runs(proved).map((run) => axis.stretch(run));
  return { ...named, silent, unarchived, span: axis.stretch([first, last]), proofs };
}

function silence(from: number, to: number, axis: Axis): Silence[] {
  if (to < from) return [];
  const unarchived = axis.unarchived(from, to).length;
  return [{ kind: "silence", from: name_of(from), to: name_of(to), months: to - from + 1, unarchived }];
}

/** The holders with the silences between them, and after the last as far as the archive goes. */
export function timeline({ holders, months }: Pick<PostAnswer, "holders" | "months">): Timeline {
  const axis = new Axis(months);
  const rows: Timeline["rows"] = [];
  const tenures = holders.map((holder) => tenure(holder, axis));
  let covered: number | null = null;
  for (const one of tenures) {
    if (one.from !== "") {
      const [first, last] = [number_of(one.from), number_of(one.to)];
      if (covered !== null && !axis.empty) rows.push(...silence(covered + 1, first - 1, axis));
      covered = Math.max(covered ?? last, last);
    } else if (covered !== null && !axis.empty) {
      // The undated stand last, behind all that can be placed.
      rows.push(...silence(covered + 1, axis.last, axis));
      covered = null;
    }
    rows.push(one);
  }
  if (covered !== null && !axis.empty) rows.push(...silence(covered + 1, axis.last, axis));
  if (axis.empty) return { rows, gaps: [], years: [] };
  const gaps = runs(axis.unarchived(axis.first, axis.last)).map((run) => axis.stretch(run));
  return { rows, gaps, years: axis.years() };
}
