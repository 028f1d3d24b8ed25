// A ticked value stays in its list at any count, also when nothing matches it any more.

import type { FacetValue, LocalityValue, Place } from "../api/types";
import type { Units } from "../state/query_state";
import { units_of } from "../text/unit_names";

/** `values` with the ticked ones that the answer left out put first, named and counted by `absent`. */
export function with_chosen<Value extends FacetValue>(
  values: readonly Value[],
  chosen: readonly string[],
  absent: (value: string) => Value,
): Value[] {
  const known = new Set(values.map((value) => value.value));
  return [...chosen.filter((value) => !known.has(value)).map(absent), ...values];
}

/** An asked-for unit as a value of the list: its count is the daemon's, not a guessed zero. */
export function value_of_place({ code, label, detail, holders, total, through }: Place): LocalityValue {
  return { value: code, label, detail, parent: holders.at(-1)?.code ?? null, count: total, through };
}

/** Ticked units that the list of `units` cannot hold, because they are of the other time. */
export function chosen_of_other_time(
  places: readonly Place[],
  values: readonly LocalityValue[],
  units: Units,
): LocalityValue[] {
  const listed = new Set(values.map((value) => value.value));
  return places.filter(({ code }) => units_of(code) !== units && !listed.has(code)).map(value_of_place);
}
