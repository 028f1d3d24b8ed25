// Kind and time of administrative units. On 1 July 2025 all of them were replaced, most under old names:
// which time is meant has to be said.

import type { Units } from "../state/query_state";

/** Which of the two systems a code belongs to: `2025-17818` is a unit of today. */
export function units_of(code: string): Units {
  return /^\d{4}-/.test(code) ? "today" : "then";
}

/** The bare kind: `xã` of `xã từ 7/2025`. */
export function kind_of(detail: string | null): string {
  return (detail ?? "").replace(/ từ \d{1,2}\/\d{4}$/, "");
}

/** `xã Bích Hào`; the bare name where the kind is unknown or already its first word (`Phường 4`). */
export function name_with_kind(label: string, detail: string | null): string {
  const kind = kind_of(detail);
  const named = kind === "" || label.toLowerCase().startsWith(`${kind} `);
  return named ? label : `${kind} ${label}`;
}

export function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase("vi") + rest.join("");
}
