import { official_address } from "../state/query_state";
import { Link } from "./Link";
import { use_app } from "./app_context";

/** Behind a name that is ticked to narrow a search: the way to the person's own page. */
export function OfficialPageLink({ id, name }: { id: string; name: string }) {
  const { strings } = use_app();
  const words = strings.people.page_of(name);
  return (
    <Link class="page-link" to={official_address(id)} title={words} aria-label={words}>
      <span aria-hidden="true">ⓘ</span>
    </Link>
  );
}
