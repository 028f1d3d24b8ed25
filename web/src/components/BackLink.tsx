import { type QueryState, results_address } from "../state/query_state";
import { Link } from "./Link";
import { use_app } from "./app_context";

/** Back to the results as they were left, or, when the page was opened from elsewhere, to a search. */
export function BackLink({ query }: { query: QueryState }) {
  const { navigation, strings } = use_app();
  const results = navigation.back_to;
  if (results === null) {
    return (
      <Link class="back" to={results_address(query)}>
        ← {query.q === "" ? strings.to_search : strings.back_to_results}
      </Link>
    );
  }
  const go_back = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !navigation.back()) return;
    event.preventDefault();
  };
  return (
    <a class="back" href={results} onClick={go_back}>
      ← {strings.back_to_results}
    </a>
  );
}
