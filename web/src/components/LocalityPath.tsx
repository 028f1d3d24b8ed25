import type { Locality } from "../api/types";
import { type QueryState, change_query, kEmptyQuery, results_address } from "../state/query_state";
import { Link } from "./Link";

/** Province › district › commune; each narrows `within`, by default the whole archive, to that unit. */
export function LocalityPath({ of, within = kEmptyQuery }: { of: Locality; within?: QueryState }) {
  const address = (code: string) => results_address(change_query(within, { locality: [code] }));
  return (
    <span class="locality-path" lang="vi">
      {of.path.map((name, level) => {
        const code = of.codes[level];
        return (
          <>
            {level > 0 && <span aria-hidden="true"> › </span>}
            {code === undefined ? name : <Link to={address(code)}>{name}</Link>}
          </>
        );
      })}
    </span>
  );
}
