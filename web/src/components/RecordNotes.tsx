import { type QueryState, official_address, post_address } from "../state/query_state";
import { Link } from "./Link";
import { use_app } from "./app_context";

/** Above results: the pages of the officials and posts that they are limited to. */
export function RecordNotes({ of: query }: { of: QueryState }) {
  const { labels, strings } = use_app();
  if (query.official.length === 0 && query.post.length === 0) return null;
  // Of several places no single one is meant.
  const place = query.locality.length === 1 ? (query.locality[0] ?? "") : "";
  return (
    <ul class="official-notes">
      {query.official.map((id) => (
        <li key={id}>
          <Link id={`note-${id}`} to={official_address(id)}>
            {strings.people.page_of(labels.official(id).label)}
          </Link>
        </li>
      ))}
      {query.post.map((slug) => (
        <li key={slug}>
          <Link id={`note-${slug}`} to={post_address(slug, place)}>
            {strings.held.page_of(labels.post(slug))}
          </Link>
        </li>
      ))}
    </ul>
  );
}
