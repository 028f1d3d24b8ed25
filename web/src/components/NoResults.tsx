import { type QueryState, change_query, filter_count, results_address } from "../state/query_state";
import { Link } from "./Link";
import { list_active_filters, words_of } from "./active_filters";
import { use_app } from "./app_context";

/** Nothing was found: which filters stand in the way, and how else to ask. */
export function NoResults({ query }: { query: QueryState }) {
  const { labels, strings } = use_app();
  return (
    <section class="no-results">
      <h2>{strings.no_results}</h2>
      {filter_count(query) > 0 && (
        <>
          <p>{strings.no_results_filters}</p>
          <ul>
            {list_active_filters(query, labels, strings).map((filter) => (
              <li key={filter.key}>
                <Link to={results_address(filter.without)} arrival="stay">
                  {strings.remove_filter(words_of(filter))}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {query.q !== "" && (
        <ul>
          {query.exact && (
            <li>
              <Link to={results_address(change_query(query, { exact: false }))} arrival="stay">
                {strings.no_results_exact}
              </Link>
            </li>
          )}
          {strings.no_results_tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
