// Dates in words, never finer than they are known; and the ways in which a reader may write one.

import type { Precision, VagueDate } from "../api/types";

/** A date taken apart; `day` and `month` only where the precision has them. */
export type DateParts =
  | { kind: "year"; year: number }
  | { kind: "quarter"; year: number; quarter: number }
  | { kind: "month"; year: number; month: number }
  | { kind: "day"; year: number; month: number; day: number; time: string | null };

const kIsoDate = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

function at_precision(year: number, month: number, day: number, precision: Precision): DateParts {
  if (precision === "year" || month === 0) return { kind: "year", year };
  if (precision === "quarter") return { kind: "quarter", year, quarter: Math.ceil(month / 3) };
  if (precision === "month" || day === 0) return { kind: "month", year, month };
  return { kind: "day", year, month, day, time: null };
}

/** Null when `date` is not one of the three forms of the API. */
export function date_parts(date: VagueDate): DateParts | null {
  const found = kIsoDate.exec(date.date);
  if (found === null) return null;
  const parts = at_precision(Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0), date.precision);
  const timed = date.precision === "minute" || date.precision === "second";
  if (parts.kind !== "day" || !timed || date.time === null) return parts;
  return { ...parts, time: date.time.slice(0, 5) };
}

/** For <time datetime>: empty when the form does not allow the date (a quarter) to be said. */
export function machine_date(date: VagueDate): string {
  if (date.precision === "quarter") return "";
  const timed = date.precision === "minute" || date.precision === "second";
  return timed && date.time !== null ? `${date.date}T${date.time}+07:00` : date.date;
}

function days_in(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number | null, day: number | null): string | null {
  const digits = (value: number) => String(value).padStart(2, "0");
  if (year < 1000) return null;
  if (month === null) return String(year);
  if (month < 1 || month > 12) return null;
  if (day === null) return `${year}-${digits(month)}`;
  if (day < 1 || day > days_in(year, month)) return null;
  return `${year}-${digits(month)}-${digits(day)}`;
}

/**
 * What a reader typed as the API wants it: 2023, 2023-05 and 2023-05-08, but also 5/2023 and 8/5/2023 as
 * dates are written in Vietnam (with /, - or a full stop). Empty stays empty; null: not a date.
 */
export function read_written_date(written: string): string | null {
  const text = written.trim();
  if (text === "") return "";
  const year_first = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(text);
  const number = (part: string | undefined) => (part === undefined ? null : Number(part));
  if (year_first !== null) return iso(Number(year_first[1]), number(year_first[2]), number(year_first[3]));
  const year_last = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (year_last !== null) return iso(Number(year_last[3]), Number(year_last[2]), number(year_last[1]));
  return null;
}

/** 2023-05-08 -> 8/5/2023, 2023-05 -> 5/2023; anything else as it is. */
export function short_date(date: string): string {
  const found = kIsoDate.exec(date);
  if (found === null) return date;
  return [found[3], found[2], found[1]]
    .filter((part) => part !== undefined)
    .map((part) => String(Number(part)))
    .join("/");
}

const kPrecisionByLength: Partial<Record<number, Precision>> = { 4: "year", 7: "month", 10: "day" };

/** 2023, 2023-05 and 2023-05-08 in the words of `say`; anything else as it is. */
export function period_words(period: string, say: (parts: DateParts) => string): string {
  const precision = kPrecisionByLength[period.length] ?? "day";
  const parts = date_parts({ date: period, time: null, precision });
  return parts === null ? period : say(parts);
}
