import { useState } from "preact/hooks";
import type { Facets, LocalityValue, Place } from "../api/types";
import { chosen_of_other_time, value_of_place, with_chosen } from "../facets/chosen_values";
import {
  type LocalityNode,
  build_locality_tree,
  narrow_tree,
  toggle_locality,
  units_above,
} from "../facets/locality_tree";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { fold } from "../text/fold";
import { units_of } from "../text/unit_names";
import { LocalityBranch } from "./LocalityBranch";
import { UnitsSwitch } from "./UnitsSwitch";
import { use_app } from "./app_context";

const kRootsAtFirst = 8;
// Below this many, a list is read faster than searched.
const kWorthSearching = 12;

interface Props {
  query: QueryState;
  facets: Facets;
  places: readonly Place[];
  want_all: () => void;
}

/** The tree of places in the units of one time; ticked units of the other stand above it. */
export function LocalityFacet({ query, facets, places, want_all }: Props) {
  const { labels, navigation, strings } = use_app();
  const [opened, set_opened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [wanted, set_wanted] = useState("");
  const [all_roots, set_all_roots] = useState(false);

  const elsewhere = chosen_of_other_time(places, facets.localities, query.units);
  const here = places.filter(({ code }) => !elsewhere.some(({ value }) => value === code));
  const unlisted = new Map(here.map((place) => [place.code, value_of_place(place)]));
  const absent = (code: string) => unlisted.get(code) ?? labels.locality(code);
  const values = with_chosen<LocalityValue>(facets.localities, [...unlisted.keys()], absent);
  const tree = build_locality_tree(values);
  const above = units_above(query.locality, values);
  const folded = fold(wanted.trim());
  const narrowed = folded === "" ? tree : narrow_tree(tree, (node) => fold(node.label).includes(folded));
  const shown = folded !== "" || all_roots ? narrowed : narrowed.slice(0, kRootsAtFirst);
  const hidden = narrowed.length - shown.length;
  const unsent = facets.localities_total - facets.localities.length;

  const is_open = (node: LocalityNode) =>
    folded !== "" || (opened.get(node.value) ?? (above.has(node.value) || tree.length === 1));
  const tick = (node: LocalityNode) => {
    const of_other_time = places.filter(({ code }) => units_of(code) !== units_of(node.value));
    const locality = toggle_locality(query.locality, node.value, values, of_other_time);
    navigation.go(results_address(change_query(query, { locality })), "stay");
  };
  const note = ({ value, count, through }: LocalityNode) =>
    through === 0 ? "" : strings.places.through(through, count, units_of(value));
  const search = (text: string) => {
    set_wanted(text);
    if (unsent > 0) want_all();
  };
  const branch = { selected: query.locality, above, note, is_open, tick };
  const toggle_open = (node: LocalityNode) => set_opened(new Map(opened).set(node.value, !is_open(node)));
  return (
    <fieldset class="facet">
      <legend>{strings.localities}</legend>
      <UnitsSwitch query={query} />
      {elsewhere.length > 0 && (
        <div class="chosen-elsewhere">
          <p class="hint">{strings.places.chosen_of_other_time[query.units === "then" ? "today" : "then"]}</p>
          <LocalityBranch {...branch} nodes={build_locality_tree(elsewhere)} toggle_open={toggle_open} />
        </div>
      )}
      {(facets.localities_total > kWorthSearching || wanted !== "") && (
        <input
          type="search"
          id="find-locality"
          aria-label={strings.find_locality}
          placeholder={strings.find_locality}
          value={wanted}
          onInput={(event) => search(event.currentTarget.value)}
        />
      )}
      {values.length === 0 && <p class="empty">{strings.nothing_listed}</p>}
      {values.length > 0 && shown.length === 0 && <p class="empty">{strings.none_found}</p>}
      <LocalityBranch {...branch} nodes={shown} toggle_open={toggle_open} />
      {(hidden > 0 || unsent > 0) && folded === "" && (
        <button
          type="button"
          class="more"
          onClick={() => {
            set_all_roots(true);
            if (unsent > 0) want_all();
          }}
        >
          {strings.show_more(hidden + unsent)}
        </button>
      )}
    </fieldset>
  );
}
