import type { HitOfficial } from "../api/types";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { Link } from "./Link";
import { use_strings } from "./app_context";

const kShownOfficials = 4;

/** The first officials of a result; each name narrows the question to articles that name the person. */
export function OfficialLinks({ of, within }: { of: readonly HitOfficial[]; within: QueryState }) {
  const strings = use_strings();
  if (of.length === 0) return null;
  const hidden = of.length - kShownOfficials;
  return (
    <ul class="people" aria-label={strings.officials} lang="vi">
      {of.slice(0, kShownOfficials).map((official) => (
        <li key={official.id}>
          <Link to={results_address(change_query(within, { official: [official.id] }))}>{official.name}</Link>
          {official.posts[0] !== undefined && <span class="post">, {official.posts[0]}</span>}
        </li>
      ))}
      {hidden > 0 && <li class="post">+{hidden}</li>}
    </ul>
  );
}
