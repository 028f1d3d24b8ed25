import type { Offer } from "../api/types";
import { type QueryState, change_query } from "./query_state";

/** The question with what the offer names taken out and set as a filter instead. */
export function take_offer(state: QueryState, question: string, offer: Offer): QueryState {
  const points = Array.from(question);
  points.splice(offer.begin, offer.end - offer.begin);
  const q = points.join("").replace(/\s+/g, " ").trim();
  return change_query(state, { q, [offer.kind]: [...new Set([...state[offer.kind], offer.value])] });
}
