// Counts of months added up.

import type { PeriodCount } from "../api/types";

/** Years with articles, in order. */
export function years_of(months: readonly { month: string; count: number }[]): PeriodCount[] {
  const counts = new Map<string, number>();
  for (const { month, count } of months) {
    const year = month.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + count);
  }
  return [...counts].filter(([, count]) => count > 0).map(([value, count]) => ({ value, count }));
}
