import type { SearchAnswer } from "../api/types";
import { take_offer } from "../state/offers";
import { type QueryState, results_address } from "../state/query_state";
import { Link } from "./Link";
import { use_app } from "./app_context";

/** The people and places that the question names, each to be set as a filter. */
export function Offers({ of, query }: { of: SearchAnswer; query: QueryState }) {
  const { strings } = use_app();
  if (of.offers.length === 0) return null;
  return (
    <ul class="offers" aria-label={strings.offers}>
      {of.offers.map((offer) => (
        <li key={`${offer.kind} ${offer.value}`}>
          <Link
            id={`offer-${offer.kind}-${offer.value}`}
            class="chip"
            to={results_address(take_offer(query, of.question, offer))}
            arrival="stay"
          >
            <span class="chip-kind">{strings.offer_kinds[offer.kind]}:</span> <b lang="vi">{offer.label}</b>
            {offer.detail !== "" && <span lang="vi"> – {offer.detail}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
