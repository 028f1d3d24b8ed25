import type { Unit } from "../api/types";
import { place_address } from "../state/query_state";
import { name_with_kind } from "../text/unit_names";
import { Link } from "./Link";

interface Props {
  place: Unit | null;
  /** Units that hold it, the province first. */
  holders: readonly Unit[];
}

/** A unit in a line of a record, with those that hold it behind. */
export function PlaceWords({ place, holders }: Props) {
  if (place === null) return null;
  return (
    <span class="post-place" lang="vi">
      <Link to={place_address(place.code)}>{name_with_kind(place.label, place.detail)}</Link>
      {[...holders].reverse().map(({ label }) => `, ${label}`)}
    </span>
  );
}
