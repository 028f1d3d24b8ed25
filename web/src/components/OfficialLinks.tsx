import type { HitOfficial } from "../api/types";
import { type QueryState, change_query, official_address, results_address } from "../state/query_state";
import { Link } from "./Link";
import { NarrowLink } from "./NarrowLink";
import { PostLink } from "./PostLink";
import { use_strings } from "./app_context";

const kShownOfficials = 4;

/** The first officials of a result; behind each the way to keep only the articles that name the person. */
export function OfficialLinks({ of, within }: { of: readonly HitOfficial[]; within: QueryState }) {
  const strings = use_strings();
  if (of.length === 0) return null;
  const hidden = of.length - kShownOfficials;
  return (
    <ul class="people" aria-label={strings.officials} lang="vi">
      {of.slice(0, kShownOfficials).map(({ id, name, held }) => (
        <li key={id}>
          <Link class="person-name" to={official_address(id)}>
            {name}
          </Link>
          {held[0] !== undefined && (
            <span class="post">
              , <PostLink {...held[0]}>{held[0].title}</PostLink>
            </span>
          )}
          {!within.official.includes(id) && (
            <NarrowLink to={results_address(change_query(within, { official: [id] }))} name={name} />
          )}
        </li>
      ))}
      {hidden > 0 && <li class="post">+{hidden}</li>}
    </ul>
  );
}
