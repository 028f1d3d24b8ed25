// What became of a unit in July 2025, or what it was made of, sorted out for a sentence.

import type { Place, RelatedUnit, Unit } from "../api/types";
import type { Strings } from "../strings/strings";
import { period_words } from "./dates";
import { kind_of } from "./unit_names";

export type Relation =
  | { kind: "none" }
  /** A unit of today that is one of before, all of it. */
  | { kind: "unchanged"; units: RelatedUnit[] }
  | { kind: "made_of"; whole: RelatedUnit[]; parts: RelatedUnit[] }
  /** Whole into one unit; `same_name`: of the same kind and name, though perhaps larger. */
  | { kind: "joined"; units: RelatedUnit[]; same_name: boolean }
  | { kind: "divided"; units: RelatedUnit[] }
  /** Gone, and nobody says where to. */
  | { kind: "ended" };

function same_name(one: Unit, other: Unit): boolean {
  return one.label === other.label && kind_of(one.detail) === kind_of(other.detail);
}

function relation_before(place: Place): Relation {
  const [first] = place.came_from;
  if (first === undefined) return { kind: "none" };
  if (place.came_from.length === 1 && first.whole && same_name(first, place)) {
    return { kind: "unchanged", units: place.came_from };
  }
  const whole = place.came_from.filter((unit) => unit.whole);
  return { kind: "made_of", whole, parts: place.came_from.filter((unit) => !unit.whole) };
}

export function relation_of(place: Place): Relation {
  if (place.until === null) return relation_before(place);
  const [first] = place.became;
  if (first === undefined) return { kind: "ended" };
  if (place.became.length > 1 || !first.whole) return { kind: "divided", units: place.became };
  return { kind: "joined", units: place.became, same_name: same_name(first, place) };
}

/** From or until when there is such a unit, in words. */
export function time_of({ since, until }: Pick<Place, "since" | "until">, strings: Strings): string {
  if (until !== null) return strings.places.until_day(period_words(until, strings.date));
  return since === null ? "" : strings.places.from_day(period_words(since, strings.date));
}

/** The day after, as ISO; empty when `day` is none. */
export function day_after(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? "" : new Date(time + 86_400_000).toISOString().slice(0, 10);
}

// More successors than these are not told one by one beside an article.
const kFewSuccessors = 3;

/** The successors that are worth naming beside an article; of a province it is the province alone. */
export function named_successors(names: readonly string[], became: readonly RelatedUnit[]): readonly RelatedUnit[] {
  return names.length > 1 && became.length <= kFewSuccessors ? became : [];
}

/**
 * Whether where a unit lies today needs saying: its province or the units it went into have other names.
 * `names` are its own, from the province down.
 */
export function lies_elsewhere(names: readonly string[], province: Unit | null, became: readonly RelatedUnit[]): boolean {
  if (province !== null && province.label !== names[0]) return true;
  return named_successors(names, became).some((unit) => unit.label !== names.at(-1));
}
