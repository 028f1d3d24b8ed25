import type { Place, Unit } from "../api/types";
import { period_words } from "../text/dates";
import { day_after, relation_of } from "../text/place_relation";
import { kind_of } from "../text/unit_names";
import { UnitList } from "./UnitList";
import { use_strings } from "./app_context";

/** The province that the successors lie in, unless they are provinces themselves. */
function province_of(place: Place): Unit[] {
  const province = place.province_today;
  return province === null || place.holders.length === 0 ? [] : [province];
}

/** The kind of all `units`, empty where they differ. */
function common_kind(units: readonly Unit[]): string {
  const kinds = new Set(units.map((unit) => kind_of(unit.detail)));
  return kinds.size === 1 ? [...kinds].join() : "";
}

/** The end of a sentence about a unit: what it came from, or what it became. */
export function PlaceRelation({ of: place, mentions }: { of: Place; mentions: boolean }) {
  const strings = use_strings();
  const { places } = strings;
  const relation = relation_of(place);
  const list = (units: readonly Unit[]) => <UnitList units={units} mentions={mentions} />;
  const day = place.until === null ? "" : period_words(day_after(place.until), strings.date);
  const within = province_of(place);
  const in_province = within.length > 0 && <>, {list(within)}</>;
  switch (relation.kind) {
    case "none":
      return null;
    case "unchanged":
      return <>{places.unchanged}</>;
    case "made_of":
      return (
        <>
          {relation.whole.length > 0 && (
            <>
              {places.made_of} {list(relation.whole)}
              {places.formerly !== "" && ` ${places.formerly}`}
            </>
          )}
          {relation.whole.length > 0 && relation.parts.length > 0 && "; "}
          {relation.parts.length > 0 && (
            <>
              {places.partly} {list(relation.parts)}
            </>
          )}
          .
        </>
      );
    case "joined":
      return (
        <>
          {relation.same_name ? places.joined_same_name(day) : places.joined(day)} {list(relation.units)}
          {in_province}.
        </>
      );
    case "divided":
      return (
        <>
          {places.divided(day, relation.units.length, common_kind(relation.units))}
          {within.length > 0 && (
            <>
              {" "}
              {places.of_province} {list(within)}
            </>
          )}
          : {list(relation.units)}.
        </>
      );
    case "ended":
      return (
        <>
          {places.ended(day)}
          {place.province_today !== null && (
            <>
              ; {places.province_now} {list([place.province_today])}
            </>
          )}
          .
        </>
      );
  }
}
