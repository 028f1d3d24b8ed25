import { type QueryState, results_address, without_filters } from "../state/query_state";
import { Link } from "./Link";
import { list_active_filters } from "./active_filters";
import { use_app } from "./app_context";

/** A chip for each filter; using it takes the filter off. */
export function ActiveFilters({ query }: { query: QueryState }) {
  const { labels, strings } = use_app();
  const filters = list_active_filters(query, labels, strings);
  if (filters.length === 0) return null;
  return (
    <div class="active-filters">
      <ul aria-label={strings.active_filters}>
        {filters.map(({ key, kind, label, without }) => (
          <li key={key}>
            <Link
              id={`chip-${key}`}
              class="chip"
              to={results_address(without)}
              arrival="stay"
              aria-label={strings.remove_filter(`${kind}: ${label}`)}
            >
              <span class="chip-kind">{kind}</span> <span lang="vi">{label}</span>
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
