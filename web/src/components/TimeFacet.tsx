import type { Facets } from "../api/types";
import { chosen_year, month_bars, year_bars } from "../facets/periods";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { DateRange } from "./DateRange";
import { Histogram } from "./Histogram";
import { Link } from "./Link";
import { use_strings } from "./app_context";

export function TimeFacet({ query, facets }: { query: QueryState; facets: Facets }) {
  const strings = use_strings();
  const { from, to } = query;
  const year = chosen_year(from, to);
  const bars = year === null ? year_bars(facets.years, from, to) : month_bars(facets.months, year, from, to);
  const period = (value: string) => results_address(change_query(query, { from: value, to: value }));
  return (
    <fieldset class="facet">
      <legend>{strings.time}</legend>
      {bars.length === 0 && <p class="empty">{strings.nothing_listed}</p>}
      {bars.length > 0 && (
        <Histogram
          title={year === null ? strings.years : strings.months_of(year)}
          bars={bars}
          exact={from !== "" && from === to ? from : ""}
          address={period}
        />
      )}
      {year !== null && (
        <p class="time-up">
          {from !== year && (
            <Link id="whole-year" to={period(year)} arrival="stay">
              {strings.date({ kind: "year", year: Number(year) })}
            </Link>
          )}
          <Link id="all-years" to={results_address(change_query(query, { from: "", to: "" }))} arrival="stay">
            {strings.all_years}
          </Link>
        </p>
      )}
      <DateRange query={query} />
      {facets.undated > 0 && <p class="empty">{strings.undated(facets.undated)}</p>}
    </fieldset>
  );
}
