import { type QueryState, change_query, kSorts, results_address } from "../state/query_state";
import { use_app } from "./app_context";

export function SortSelect({ query }: { query: QueryState }) {
  const { navigation, strings } = use_app();
  const choose = (written: string) => {
    const sort = kSorts.find((known) => known === written) ?? "relevance";
    navigation.go(results_address(change_query(query, { sort })), "stay");
  };
  return (
    <label class="sort">
      <span>{strings.sort}</span>
      <select id="sort" value={query.sort} onChange={(event) => choose(event.currentTarget.value)}>
        {kSorts.map((sort) => (
          <option key={sort} value={sort}>
            {strings.sorts[sort]}
          </option>
        ))}
      </select>
    </label>
  );
}
