import { type QueryState, results_address, without_filters } from "../state/query_state";
import { Link } from "./Link";
import { list_active_filters, words_of } from "./active_filters";
import { use_app } from "./app_context";

/** A chip for each filter; using it takes the filter off. */
export function ActiveFilters({ query }: { query: QueryState }) {
  const { labels, strings } = use_app();
  const filters = list_active_filters(query, labels, strings);
  if (filters.length === 0) return null;
  return (
    <div class="active-filters">
      <ul aria-label={strings.active_filters}>
        {filters.map((filter) => (
          <li key={filter.key}>
            <Link
              id={`chip-${filter.key}`}
              class="chip"
              to={results_address(filter.without)}
              arrival="stay"
              aria-label={strings.remove_filter(words_of(filter))}
            >
              {filter.kind !== "" && <span class="chip-kind">{filter.kind}</span>} <span lang="vi">{filter.label}</span>
              <span class="chip-cross" aria-hidden="true">
                ×
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Link id="clear-filters" class="clear" to={results_address(without_filters(query))} arrival="stay">
        {strings.clear_filters}
      </Link>
    </div>
  );
}
