import { useState } from "preact/hooks";
import type { Unit } from "../api/types";
import { place_address } from "../state/query_state";
import { kind_of, name_with_kind } from "../text/unit_names";
import { Link } from "./Link";
import { use_strings } from "./app_context";

// A longer list folds after this many; a list that is longer by one is shown whole.
const kShownUnits = 4;

interface Props {
  units: readonly Unit[];
  mentions: boolean;
}

/** Units in a sentence, each a link to its page; the kind is said where it changes. */
export function UnitList({ units, mentions }: Props) {
  const strings = use_strings();
  const [open, set_open] = useState(false);
  const sorted = [...units].sort((one, other) => kind_of(one.detail).localeCompare(kind_of(other.detail), "vi"));
  const folds = sorted.length > kShownUnits + 1;
  const shown = folds && !open ? sorted.slice(0, kShownUnits) : sorted;
  const words = ({ label, detail }: Unit, index: number) => {
    const before = sorted[index - 1];
    const repeated = before !== undefined && kind_of(before.detail) === kind_of(detail);
    return repeated ? label : name_with_kind(label, detail);
  };
  return (
    <>
      {shown.map((unit, index) => (
        <span key={unit.code} lang="vi">
          {index > 0 && ", "}
          <Link to={place_address(unit.code, mentions)}>{words(unit, index)}</Link>
        </span>
      ))}
      {folds && (
        <>
          {" "}
          <button type="button" class="fold" aria-expanded={open} onClick={() => set_open(!open)}>
            {open ? strings.places.fewer : strings.places.and_more(sorted.length - kShownUnits)}
          </button>
        </>
      )}
    </>
  );
}
