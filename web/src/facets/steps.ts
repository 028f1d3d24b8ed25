// Bars of a histogram whose steps the daemon chose, and the larger periods around them.

import type { HistogramAnswer, Interval, PeriodCount } from "../api/types";

/** A span as the filters `from` and `to` take it. */
export interface Span {
  from: string;
  to: string;
}

export interface Bar extends Span {
  /** Unique among the bars: the period, or the first day of a week. */
  key: string;
  count: number;
  /** 0 to 1, of the highest bar. */
  share: number;
}

/** A year or month under several bars. */
export interface Group {
  period: string;
  bars: number;
  /** Articles in it when the dates filter nothing; null: not known. */
  count: number | null;
}

const kPeriodLetters = { year: 4, month: 7, day: 10, week: 10 } as const;

function last_day(period: string): string {
  if (period.length >= 10) return period;
  if (period.length === 4) return `${period}-12-31`;
  const [year, month] = period.split("-").map(Number);
  return `${period}-${new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate()}`;
}

function first_day(period: string): string {
  return `${period}-01-01`.slice(0, 10);
}

/** The weeks at both ends may reach over the chosen span; their counts do not, so neither do their links. */
function clip(step: Span, { from, to }: Span): Span {
  const begin = from === "" ? "" : first_day(from);
  const end = to === "" ? "9999" : last_day(to);
  return { from: step.from < begin ? begin : step.from, to: step.to > end ? end : step.to };
}

export function to_bars({ interval, steps }: HistogramAnswer, chosen: Span): Bar[] {
  const highest = Math.max(1, ...steps.map((step) => step.count));
  return steps.map((step) => {
    const share = step.count / highest;
    const key = step.from.slice(0, kPeriodLetters[interval]);
    const span = interval === "week" ? clip(step, chosen) : { from: key, to: key };
    return { ...span, key, count: step.count, share };
  });
}

/** A week belongs to the month of its middle. */
function middle(bar: Bar): string {
  if (bar.from === bar.to) return bar.from;
  const time = (Date.parse(bar.from) + Date.parse(bar.to)) / 2;
  return new Date(time).toISOString().slice(0, 10);
}

/** The years under bars of months, the months under bars of weeks or days; none under years or one month alone. */
export function groups_under(bars: readonly Bar[], interval: Interval, counts: readonly PeriodCount[]): Group[] {
  if (interval === "year") return [];
  const letters = interval === "month" ? 4 : 7;
  const known = new Map(counts.map(({ value, count }) => [value, count]));
  const groups: Group[] = [];
  for (const bar of bars) {
    const period = middle(bar).slice(0, letters);
    const last = groups.at(-1);
    if (last?.period === period) last.bars += 1;
    else groups.push({ period, bars: 1, count: known.get(period) ?? null });
  }
  return groups.length > 1 ? groups : [];
}

/** The year or month, larger than the span itself, that both of its ends lie in; the smallest first. */
export function periods_around({ from, to }: Span): string[] {
  const around = [7, 4].filter((letters) => from.length >= letters && from.slice(0, letters) === to.slice(0, letters));
  return around.map((letters) => from.slice(0, letters)).filter((period) => period !== from || period !== to);
}

/** The year, month or day that is chosen, or empty. */
export function chosen_period({ from, to }: Span): string {
  return from === to ? from : "";
}

/** The year, month or day `steps` after `period`. */
export function neighbour(period: string, steps: number): string {
  const [year = 0, month = 1, day = 1] = period.split("-").map(Number);
  if (period.length === 4) return String(year + steps);
  const length = period.length;
  const moved = length === 7 ? Date.UTC(year, month - 1 + steps, 1) : Date.UTC(year, month - 1, day + steps);
  return new Date(moved).toISOString().slice(0, length);
}
