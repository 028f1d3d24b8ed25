import type { Locality } from "../api/types";
import { type QueryState, change_query, kEmptyQuery, place_address, results_address } from "../state/query_state";
import { lies_elsewhere, named_successors } from "../text/place_relation";
import { name_with_kind } from "../text/unit_names";
import { Link } from "./Link";
import { use_strings } from "./app_context";

/** Behind the path of a place: where it lies today, when names tell otherwise, and the way to its own page. */
export function TodayPlace({ of, within = kEmptyQuery }: { of: Locality; within?: QueryState }) {
  const strings = use_strings();
  const name = strings.places.page_of(of.path.at(-1) ?? of.code);
  return (
    <>
      <Link class="place-link" to={place_address(of.code)} title={name} aria-label={name}>
        <span aria-hidden="true">ⓘ</span>
      </Link>
      {of.today !== null && lies_elsewhere(of.path, of.today.province, of.today.became) && (
        <TodayPath path={of.path} today={of.today} within={within} />
      )}
    </>
  );
}

interface TodayProps {
  path: readonly string[];
  today: NonNullable<Locality["today"]>;
  within: QueryState;
}

function TodayPath({ path, today, within }: TodayProps) {
  const strings = use_strings();
  const address = (code: string) => results_address(change_query(within, { locality: [code] }));
  const units = named_successors(path, today.became);
  return (
    <span class="locality-today">
      {" · "}
      {strings.places.today}{" "}
      <span lang="vi">
        {today.province !== null && <Link to={address(today.province.code)}>{today.province.label}</Link>}
        {today.province !== null && units.length > 0 && <span aria-hidden="true"> › </span>}
        {units.map((unit, index) => (
          <span key={unit.code}>
            {index > 0 && ", "}
            <Link to={address(unit.code)}>{name_with_kind(unit.label, unit.detail)}</Link>
          </span>
        ))}
      </span>
    </span>
  );
}
