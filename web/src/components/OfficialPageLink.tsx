import { official_address } from "../state/query_state";
import { Link } from "./Link";
import { use_app } from "./app_context";

/** Behind a name that narrows a search: the way to the person's own page. */
export function OfficialPageLink({ id, name }: { id: string; name: string }) {
  const { strings } = use_app();
  const words = strings.people.page_of(name);
  return (
    <Link class="page-link" to={official_address(id)} title={words} aria-label={words}>
      <span aria-hidden="true">ⓘ</span>
    </Link>
  );
}

/** Above results: the pages of the officials that they are limited to. */
export function OfficialNotes({ of }: { of: readonly string[] }) {
  const { labels, strings } = use_app();
  if (of.length === 0) return null;
  return (
    <ul class="official-notes">
      {of.map((id) => (
        <li key={id}>
          <Link id={`note-${id}`} to={official_address(id)}>
            {strings.people.page_of(labels.official(id).label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
