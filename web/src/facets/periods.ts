// Bars of the time facet: years, or the twelve months of the one year that is chosen.

import type { PeriodCount } from "../api/types";

export interface Bar extends PeriodCount {
  /** Inside the chosen span, or no span is chosen. */
  chosen: boolean;
  /** 0 to 1, of the highest bar. */
  share: number;
}

/** The year that both ends of the span lie in, or null. Ends are ISO as in the address. */
export function chosen_year(from: string, to: string): string | null {
  const year = from.slice(0, 4);
  return /^\d{4}$/.test(year) && to.slice(0, 4) === year ? year : null;
}

// 2023 stands for 2023-01-01 at the lower end and for 2023-12-31 at the upper; "~" sorts after every digit.
function overlaps(period: string, from: string, to: string): boolean {
  const from_end = from === "" || `${period}~` >= from;
  const to_end = to === "" || period <= `${to}~`;
  return from_end && to_end;
}

function to_bars(periods: readonly PeriodCount[], from: string, to: string): Bar[] {
  const highest = Math.max(1, ...periods.map((period) => period.count));
  return periods.map((period) => ({
    ...period,
    chosen: overlaps(period.value, from, to),
    share: period.count / highest,
  }));
}

export function year_bars(years: readonly PeriodCount[], from: string, to: string): Bar[] {
  return to_bars(years, from, to);
}

/** All twelve months of `year`, those without an article at 0. */
export function month_bars(months: readonly PeriodCount[], year: string, from: string, to: string): Bar[] {
  const counts = new Map(months.map((month) => [month.value, month.count]));
  const all = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
  return to_bars(
    all.map((value) => ({ value, count: counts.get(value) ?? 0 })),
    from,
    to,
  );
}
