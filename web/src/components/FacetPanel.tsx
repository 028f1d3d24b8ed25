import { useState } from "preact/hooks";
import type { Facets, Place } from "../api/types";
import { type QueryState, filter_count } from "../state/query_state";
import { LocalityFacet } from "./LocalityFacet";
import { OfficialFacet } from "./OfficialFacet";
import { TimeFacet } from "./TimeFacet";
import { use_strings } from "./app_context";

interface Props {
  query: QueryState;
  /** Null until the first answer, or when the daemon refused. */
  facets: Facets | null;
  /** The units asked for as filters. */
  places: readonly Place[];
  want_all: () => void;
}

/** Beside the results on a wide screen; on a narrow one folded away behind a button. */
export function FacetPanel({ query, facets, places, want_all }: Props) {
  const strings = use_strings();
  const [open, set_open] = useState(false);
  const active = filter_count(query);
  if (facets === null) return <aside class="facet-panel" aria-label={strings.filters} />;
  return (
    <aside class="facet-panel" aria-label={strings.filters}>
      <button
        type="button"
        id="facets-toggle"
        class="facets-toggle"
        aria-expanded={open}
        aria-controls="facets"
        onClick={() => set_open(!open)}
      >
        {open ? strings.hide_filters : strings.show_filters}
        {active > 0 && ` (${active})`}
      </button>
      <div id="facets" class={open ? "facets" : "facets folded"}>
        <TimeFacet query={query} facets={facets} />
        <LocalityFacet query={query} facets={facets} places={places} want_all={want_all} />
        <OfficialFacet query={query} facets={facets} want_all={want_all} />
      </div>
    </aside>
  );
}
