import { lay_out_pages, offset_of_page } from "../state/page_numbers";
import { type QueryState, results_address } from "../state/query_state";
import { Link } from "./Link";
import { use_strings } from "./app_context";

interface Props {
  query: QueryState;
  total: number;
  partial_total: number;
}

export function PageLinks({ query, total, partial_total }: Props) {
  const strings = use_strings();
  const { current, last, shown } = lay_out_pages(query.offset, total, partial_total);
  if (last <= 1 && current === 1) return null;
  const address = (page: number) => results_address({ ...query, offset: offset_of_page(page) });
  return (
    <nav class="pages" aria-label={strings.pages}>
      {current > 1 && (
        <Link class="turn" to={address(Math.min(current - 1, last))} rel="prev">
          ← {strings.previous}
        </Link>
      )}
      <ol>
        {shown.map((page) => (
          <li key={page}>
            {page === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                to={address(page)}
                aria-label={strings.page(page)}
                {...(page === current ? { "aria-current": "page" as const } : {})}
              >
                {page}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {current < last && (
        <Link class="turn" to={address(current + 1)} rel="next">
          {strings.next} →
        </Link>
      )}
    </nav>
  );
}
