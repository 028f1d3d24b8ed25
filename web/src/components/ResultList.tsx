import type { SearchAnswer } from "../api/types";
import type { QueryState } from "../state/query_state";
import { ResultItem } from "./ResultItem";
import { use_strings } from "./app_context";

/** Full matches, then, under a line of their own, those that lack a word. */
export function ResultList({ answer, query }: { answer: SearchAnswer; query: QueryState }) {
  const strings = use_strings();
  const full = answer.hits.filter((hit) => !hit.partial);
  const partial = answer.hits.filter((hit) => hit.partial);
  return (
    <>
      {full.length > 0 && (
        <ol class="hits" start={answer.offset + 1}>
          {full.map((hit) => (
            <ResultItem key={hit.id} hit={hit} query={query} />
          ))}
        </ol>
      )}
      {partial.length > 0 && (
        <section class="partial" aria-labelledby="partial-title">
          <h2 id="partial-title">
            {answer.total === 0 && <>{strings.only_partial} </>}
            {strings.partial_follow}
          </h2>
          <ol class="hits" start={answer.offset + full.length + 1}>
            {partial.map((hit) => (
              <ResultItem key={hit.id} hit={hit} query={query} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
