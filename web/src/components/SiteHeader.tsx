import { type QueryState } from "../state/query_state";
import { Link } from "./Link";
import { SearchForm } from "./SearchForm";
import { use_strings } from "./app_context";

/** The masthead with the question, on every page but the first. */
export function SiteHeader({ query }: { query: QueryState }) {
  const strings = use_strings();
  return (
    <header class="masthead">
      <div class="masthead-inner">
        <Link class="brand" to="/" lang="vi">
          {strings.site}
        </Link>
        <SearchForm query={query} />
      </div>
    </header>
  );
}
