// Which page numbers to offer: the first, the last, and those around the current one.

import { kMaxOffset, kPageSize } from "./query_state";

export interface Paging {
  current: number;
  last: number;
  /** Page numbers from 1, ascending; null stands for a gap. */
  shown: (number | null)[];
}

/** Partial matches follow only where full ones end before the first page is filled. */
export function count_pages(total: number, partial_total: number): number {
  const offered = total >= kPageSize ? total : total + partial_total;
  return Math.min(Math.max(1, Math.ceil(offered / kPageSize)), kMaxOffset / kPageSize + 1);
}

export function offset_of_page(page: number): number {
  return (page - 1) * kPageSize;
}

export function lay_out_pages(offset: number, total: number, partial_total: number): Paging {
  const last = count_pages(total, partial_total);
  const current = Math.floor(offset / kPageSize) + 1;
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  const shown: (number | null)[] = [];
  let previous = 0;
  for (const page of pages) {
    if (page - previous === 2) shown.push(page - 1);
    else if (page - previous > 2) shown.push(null);
    shown.push(page);
    previous = page;
  }
  return { current, last, shown };
}
