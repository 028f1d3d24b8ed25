import { useState } from "preact/hooks";
import type { Facets } from "../api/types";
import { with_chosen } from "../facets/chosen_values";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { fold } from "../text/fold";
import { FacetCheckbox } from "./FacetCheckbox";
import { OfficialPageLink } from "./OfficialPageLink";
import { PostLink } from "./PostLink";
import { use_app } from "./app_context";

const kShownAtFirst = 8;
const kWorthSearching = 8;

interface Props {
  query: QueryState;
  facets: Facets;
  want_all: () => void;
}

export function OfficialFacet({ query, facets, want_all }: Props) {
  const { labels, navigation, strings } = use_app();
  const [wanted, set_wanted] = useState("");
  const [all, set_all] = useState(false);

  const values = with_chosen(facets.officials, query.official, (id) => labels.official(id));
  const unsent = facets.officials_total - facets.officials.length;
  // Someone who is missing from a list that was cut may have articles all the same.
  const listed = new Set(facets.officials.map(({ value }) => value));
  const is_counted = (id: string) => unsent <= 0 || listed.has(id);
  const folded = fold(wanted.trim());
  const matching = values.filter((value) => fold(`${value.label} ${value.detail ?? ""}`).includes(folded));
  const is_shown = (id: string, index: number) => index < kShownAtFirst || query.official.includes(id);
  const shown = all || folded !== "" ? matching : matching.filter(({ value }, index) => is_shown(value, index));
  const hidden = matching.length - shown.length;

  const tick = (id: string) => {
    const chosen = query.official.includes(id);
    const official = chosen ? query.official.filter((other) => other !== id) : [...query.official, id];
    navigation.go(results_address(change_query(query, { official })), "stay");
  };
  return (
    <fieldset class="facet">
      <legend>{strings.officials}</legend>
      {(facets.officials_total > kWorthSearching || wanted !== "") && (
        <input
          type="search"
          id="find-official"
          aria-label={strings.find_official}
          placeholder={strings.find_official}
          value={wanted}
          onInput={(event) => {
            set_wanted(event.currentTarget.value);
            if (unsent > 0) want_all();
          }}
        />
      )}
      {values.length === 0 && <p class="empty">{strings.nothing_listed}</p>}
      {values.length > 0 && shown.length === 0 && <p class="empty">{strings.none_found}</p>}
      <ul class="values people-values">
        {shown.map((value) => (
          <li key={value.value}>
            <div class="person-row">
              <FacetCheckbox
                id={`official-${value.value}`}
                value={value.post === null ? value : { ...value, detail: null }}
                checked={query.official.includes(value.value)}
                counted={is_counted(value.value)}
                tick={() => tick(value.value)}
              />
              <OfficialPageLink id={value.value} name={value.label} />
            </div>
            {value.post !== null && (
              <p class="value-post">
                <PostLink {...value.post}>{value.detail}</PostLink>
              </p>
            )}
          </li>
        ))}
      </ul>
      {(hidden > 0 || unsent > 0) && folded === "" && (
        <button
          type="button"
          class="more"
          onClick={() => {
            set_all(true);
            if (unsent > 0) want_all();
          }}
        >
          {strings.show_more(hidden + unsent)}
        </button>
      )}
    </fieldset>
  );
}
