import type { RefObject } from "preact";
import { ask_place } from "../api/client";
import type { PlaceAnswer } from "../api/types";
import { type QueryState, kEmptyQuery, place_address, place_path, results_address } from "../state/query_state";
import { relation_of, time_of } from "../text/place_relation";
import { capitalised, name_with_kind, units_of } from "../text/unit_names";
import { CoverageTable } from "./CoverageTable";
import { Link } from "./Link";
import { PlaceLists } from "./PlaceLists";
import { PlaceRelation } from "./PlaceRelation";
import { RecordPage } from "./RecordPage";
import { use_app } from "./app_context";
import { use_answer } from "./use_answer";

// Enough for the units of most places and all sites of a province.
const kListed = 100;

interface HeadingProps {
  place: PlaceAnswer;
  mentions: boolean;
  heading: RefObject<HTMLHeadingElement>;
}

function Heading({ place, mentions, heading }: HeadingProps) {
  const { strings } = use_app();
  const time = time_of(place, strings);
  const { places } = strings;
  const filed = place.through === 0 ? "" : places.through_sentence(place.through, place.total, units_of(place.code));
  return (
    <header>
      {place.holders.length > 0 && (
        <p class="kicker" lang="vi">
          {place.holders.map((holder, index) => (
            <span key={holder.code}>
              {index > 0 && <span aria-hidden="true"> › </span>}
              <Link to={place_address(holder.code, mentions)}>{name_with_kind(holder.label, holder.detail)}</Link>
            </span>
          ))}
        </p>
      )}
      <h1 ref={heading} tabIndex={-1}>
        <span lang="vi">{capitalised(name_with_kind(place.label, place.detail))}</span>
        {time !== "" && <small> {time}</small>}
      </h1>
      {relation_of(place).kind !== "none" && (
        <p class="place-history">
          <PlaceRelation of={place} mentions={mentions} />
        </p>
      )}
      {filed !== "" && <p class="place-filed">{filed}</p>}
    </header>
  );
}

function Actions({ place, query }: { place: PlaceAnswer; query: QueryState }) {
  const { navigation, strings } = use_app();
  const { places } = strings;
  const toggle = () => navigation.go(place_address(place.code, !query.mentions), "stay");
  return (
    <div class="place-actions">
      {place.total > 0 ? (
        <Link class="place-search" to={results_address({ ...query, sort: "newest" })}>
          {places.search_here(place.total)}
        </Link>
      ) : (
        <p>{places.nothing_here}</p>
      )}
      <label title={places.mentions_hint}>
        <input id="mentions" type="checkbox" checked={query.mentions} onChange={toggle} />
        {places.mentions}
      </label>
    </div>
  );
}

/** What the archive knows of one administrative unit. */
export function PlacePage({ code, mentions }: { code: string; mentions: boolean }) {
  const { strings } = use_app();
  const asked = use_answer(place_path(code, mentions, kListed), ask_place);
  const query: QueryState = { ...kEmptyQuery, locality: [code], mentions, units: units_of(code) };
  const in_period = (period: string) => results_address({ ...query, from: period, to: period });
  return (
    <RecordPage
      asked={asked}
      query={kEmptyQuery}
      class="article place"
      name={(answer) => capitalised(name_with_kind(answer.label, answer.detail))}
      loading={strings.places.loading}
      missing={strings.places.no_such_place(code)}
    >
      {(answer, heading) => (
        <>
          <article>
            <Heading place={answer} mentions={mentions} heading={heading} />
            <Actions place={answer} query={query} />
            <CoverageTable of={answer} address={in_period} />
          </article>
          <PlaceLists place={answer} query={query} />
        </>
      )}
    </RecordPage>
  );
}
