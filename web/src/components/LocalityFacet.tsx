import { useState } from "preact/hooks";
import type { Facets } from "../api/types";
import { with_chosen } from "../facets/chosen_values";
import {
  type LocalityNode,
  build_locality_tree,
  narrow_tree,
  toggle_locality,
  units_above,
} from "../facets/locality_tree";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { fold } from "../text/fold";
import { LocalityBranch } from "./LocalityBranch";
import { use_app } from "./app_context";

const kRootsAtFirst = 8;
// Below this many, a list is read faster than searched.
const kWorthSearching = 12;

interface Props {
  query: QueryState;
  facets: Facets;
  want_all: () => void;
}

export function LocalityFacet({ query, facets, want_all }: Props) {
  const { labels, navigation, strings } = use_app();
  const [opened, set_opened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [wanted, set_wanted] = useState("");
  const [all_roots, set_all_roots] = useState(false);

  const values = with_chosen(facets.localities, query.locality, (code) => labels.locality(code));
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
    const locality = toggle_locality(query.locality, node.value, values);
    navigation.go(results_address(change_query(query, { locality })), "stay");
  };
  const search = (text: string) => {
    set_wanted(text);
    if (unsent > 0) want_all();
  };
  return (
    <fieldset class="facet">
      <legend>{strings.localities}</legend>
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
      <LocalityBranch
        nodes={shown}
        selected={query.locality}
        above={above}
        is_open={is_open}
        toggle_open={(node) => set_opened(new Map(opened).set(node.value, !is_open(node)))}
        tick={tick}
      />
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
