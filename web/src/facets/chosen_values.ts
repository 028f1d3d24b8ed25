// A ticked value stays in its list at any count, also when nothing matches it any more.

import type { FacetValue } from "../api/types";

/** `values` with the ticked ones that the answer left out put first at count 0, named by `label_of`. */
export function with_chosen<Value extends FacetValue>(
  values: readonly Value[],
  chosen: readonly string[],
  absent: (value: string) => Value,
): Value[] {
  const known = new Set(values.map((value) => value.value));
  return [...chosen.filter((value) => !known.has(value)).map(absent), ...values];
}
