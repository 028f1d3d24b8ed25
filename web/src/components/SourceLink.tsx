import { type QueryState, change_query, kEmptyQuery, results_address } from "../state/query_state";
import { Link } from "./Link";

interface Props {
  site: string;
  name: string | null;
  within?: QueryState;
}

/** The host that published an article; narrows `within`, by default the whole archive, to it. */
export function SourceLink({ site, name, within = kEmptyQuery }: Props) {
  if (site === "") return null;
  return (
    <Link class="source" to={results_address(change_query(within, { site: [site] }))} title={name ?? site} lang="vi">
      {site}
    </Link>
  );
}
