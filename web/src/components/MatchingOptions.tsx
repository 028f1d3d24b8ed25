import { type QueryState, change_query, results_address } from "../state/query_state";
import { use_app } from "./app_context";

/** How strictly the words of the question are taken; nothing to choose without words. */
export function MatchingOptions({ query }: { query: QueryState }) {
  const { navigation, strings } = use_app();
  if (query.q === "") return null;
  const change = (changed: Partial<QueryState>) => navigation.go(results_address(change_query(query, changed)), "stay");
  return (
    <div class="matching" role="group" aria-label={strings.matching}>
      <label title={strings.exact_hint}>
        <input id="exact" type="checkbox" checked={query.exact} onChange={() => change({ exact: !query.exact })} />
        {strings.exact}
      </label>
      <label title={strings.expand_words_hint}>
        <input id="expand" type="checkbox" checked={query.expand} onChange={() => change({ expand: !query.expand })} />
        {strings.expand_words}
      </label>
    </div>
  );
}
