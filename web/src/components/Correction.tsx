import type { Correction as Corrected } from "../api/types";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { Link } from "./Link";
import { use_strings } from "./app_context";

/** The question as the reader may have meant it; asked only when the reader says so. */
export function Correction({ of, query }: { of: Corrected | null; query: QueryState }) {
  const strings = use_strings();
  if (of === null) return null;
  return (
    <p class="correction">
      {strings.did_you_mean}{" "}
      <Link to={results_address(change_query(query, { q: of.text }))} lang="vi">
        {of.text}
      </Link>{" "}
      ({strings.articles(of.total)})
    </p>
  );
}
