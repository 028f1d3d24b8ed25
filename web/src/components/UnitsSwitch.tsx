import { type QueryState, type Units, change_query, results_address } from "../state/query_state";
import { use_app } from "./app_context";

const kBothUnits: readonly Units[] = ["then", "today"];

/** Which time's units the places are listed in, and whether mentioned places count. */
export function UnitsSwitch({ query }: { query: QueryState }) {
  const { navigation, strings } = use_app();
  const { places } = strings;
  // Another list of the same results: the page of them stays.
  const show = (units: Units) => navigation.go(results_address({ ...query, units }), "stay");
  const count_mentions = () =>
    navigation.go(results_address(change_query(query, { mentions: !query.mentions })), "stay");
  return (
    <div class="units">
      <div class="units-switch" role="radiogroup" aria-label={places.units} aria-describedby="unit-levels">
        {kBothUnits.map((units) => (
          <label key={units}>
            <input
              id={`units-${units}`}
              type="radio"
              name="units"
              checked={query.units === units}
              onChange={() => show(units)}
            />
            <span>{places.unit_choices[units]}</span>
          </label>
        ))}
      </div>
      <p id="unit-levels" class="hint">
        {places.unit_levels[query.units]}
      </p>
      <label class="value" title={places.mentions_hint}>
        <input id="mentions" type="checkbox" checked={query.mentions} onChange={count_mentions} />
        <span class="value-label">{places.mentions}</span>
      </label>
    </div>
  );
}
