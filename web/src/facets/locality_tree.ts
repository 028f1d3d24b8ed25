// The flat list of counted units as the tree province > district > commune, and what ticking a box means.

import type { LocalityValue, Place } from "../api/types";

export interface LocalityNode extends LocalityValue {
  children: LocalityNode[];
}

/**
 * The roots of the tree, in the order of `values`. A unit whose parent is not in the list (the daemon sends
 * only the most frequent ones) is a root itself.
 */
export function build_locality_tree(values: readonly LocalityValue[]): LocalityNode[] {
  const nodes = new Map<string, LocalityNode>();
  for (const value of values) nodes.set(value.value, { ...value, children: [] });
  const roots: LocalityNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parent === null ? undefined : nodes.get(node.parent);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** Codes above `code`, nearest first. */
export function ancestors_of(code: string, values: readonly LocalityValue[]): string[] {
  const parents = new Map(values.map((value) => [value.value, value.parent]));
  const above: string[] = [];
  let next = parents.get(code) ?? null;
  while (next !== null && !above.includes(next)) {
    above.push(next);
    next = parents.get(next) ?? null;
  }
  return above;
}

/** Whether `place` and the unit `code` of the other time share ground, as far as their names tell. */
function shares_ground(place: Place, code: string, values: readonly LocalityValue[]): boolean {
  const same_ground = [...place.became, ...place.came_from].map((unit) => unit.code);
  const unit_and_above = [code, ...ancestors_of(code, values)];
  if (place.province_today?.code === code) return true;
  if (unit_and_above.some((above) => same_ground.includes(above))) return true;
  return same_ground.some((other) => ancestors_of(other, values).includes(code));
}

/**
 * Ticks or unticks `code`. Values of a filter are alternatives, so a unit and another one inside it would
 * mean the larger: ticking a unit unticks those above it (the reader narrows) and below it (the reader widens),
 * also those of the other time, which `places` describes.
 */
export function toggle_locality(
  selected: readonly string[],
  code: string,
  values: readonly LocalityValue[],
  places: readonly Place[] = [],
): string[] {
  if (selected.includes(code)) return selected.filter((other) => other !== code);
  const above = ancestors_of(code, values);
  const elsewhere = places.filter((place) => shares_ground(place, code, values)).map((place) => place.code);
  const dropped = new Set([...above, ...elsewhere]);
  const kept = selected.filter((other) => !dropped.has(other) && !ancestors_of(other, values).includes(code));
  return [...kept, code];
}

/** Units that must stand open so that every ticked one is seen. */
export function units_above(selected: readonly string[], values: readonly LocalityValue[]): Set<string> {
  return new Set(selected.flatMap((code) => ancestors_of(code, values)));
}

/** The units that match, with all above and below them, so that the tree stays a tree. */
export function narrow_tree(
  roots: readonly LocalityNode[],
  matches: (node: LocalityNode) => boolean,
): LocalityNode[] {
  return roots.flatMap((root) => {
    if (matches(root)) return [root];
    const children = narrow_tree(root.children, matches);
    return children.length === 0 ? [] : [{ ...root, children }];
  });
}
