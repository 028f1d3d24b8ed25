import type { Facets } from "../api/types";
import { type Span, chosen_period, groups_under, neighbour, periods_around, to_bars } from "../facets/steps";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { period_words } from "../text/dates";
import { DateRange } from "./DateRange";
import { Histogram } from "./Histogram";
import { Link } from "./Link";
import { use_strings } from "./app_context";

interface WaysProps {
  span: Span;
  address: (span: Span) => string;
}

/** From the chosen span to its neighbours and to the longer ones around it. */
function OtherPeriods({ span, address }: WaysProps) {
  const strings = use_strings();
  const chosen = chosen_period(span);
  const beside = chosen === "" ? [] : [neighbour(chosen, -1), neighbour(chosen, 1)];
  const link = (id: string, period: string, words: string) => (
    <Link id={id} to={address({ from: period, to: period })} arrival="stay">
      {words}
    </Link>
  );
  const name = (period: string) => period_words(period, strings.date);
  return (
    <p class="time-ways">
      {beside[0] !== undefined && link("period-before", beside[0], `← ${name(beside[0])}`)}
      {beside[1] !== undefined && link("period-after", beside[1], `${name(beside[1])} →`)}
      {periods_around(span).map((period) => link(`around-${period}`, period, name(period)))}
      <Link id="all-years" to={address({ from: "", to: "" })} arrival="stay">
        {strings.all_years}
      </Link>
    </p>
  );
}

export function TimeFacet({ query, facets }: { query: QueryState; facets: Facets }) {
  const strings = use_strings();
  const { histogram, undated } = facets;
  const { interval, vague } = histogram;
  const span = { from: query.from, to: query.to };
  const limited = span.from !== "" || span.to !== "";
  const bars = to_bars(histogram, span);
  const groups = groups_under(bars, interval, interval === "month" ? facets.years : facets.months);
  const chosen = chosen_period(span);
  const title = strings.histogram[interval];
  const address = ({ from, to }: Span) => results_address(change_query(query, { from, to }));
  return (
    <fieldset class="facet">
      <legend>{strings.time}</legend>
      {bars.length === 0 && <p class="empty">{strings.nothing_listed}</p>}
      {bars.length > 0 && (
        <Histogram
          title={chosen === "" ? title : `${title}, ${period_words(chosen, strings.date)}`}
          interval={interval}
          bars={bars}
          groups={groups}
          chosen={chosen}
          address={address}
        />
      )}
      {limited && <OtherPeriods span={span} address={address} />}
      {vague > 0 && <p class="empty">{strings.vague(vague, interval)}</p>}
      {undated > 0 && <p class="empty">{limited ? strings.undated_left_out(undated) : strings.undated(undated)}</p>}
      <DateRange query={query} />
    </fieldset>
  );
}
