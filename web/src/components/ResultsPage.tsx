import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { ask_search, search_path } from "../api/client";
import type { SearchAnswer } from "../api/types";
import { type QueryState, api_parameters } from "../state/query_state";
import type { Strings } from "../strings/strings";
import { ActiveFilters } from "./ActiveFilters";
import { Correction } from "./Correction";
import { FacetPanel } from "./FacetPanel";
import { MatchingOptions } from "./MatchingOptions";
import { NoResults } from "./NoResults";
import { Offers } from "./Offers";
import { PageLinks } from "./PageLinks";
import { PlaceNotes } from "./PlaceNotes";
import { Problem } from "./Problem";
import { RecordNotes } from "./RecordNotes";
import { ResultList } from "./ResultList";
import { SiteHeader } from "./SiteHeader";
import { SortSelect } from "./SortSelect";
import { use_app } from "./app_context";
import { use_answer } from "./use_answer";
import { use_labels } from "./use_labels";

// Enough for most questions; a reader who wants the rest of a list asks for it.
const kFewFacetValues = 100;
const kAllFacetValues = 1000;

function count_words(answer: SearchAnswer, strings: Strings): string {
  const total = strings.articles(answer.total);
  return answer.partial_total === 0 ? total : `${total} ${strings.and_partial(answer.partial_total)}`;
}

function Expansions({ of, strings }: { of: SearchAnswer["expansions"]; strings: Strings }) {
  if (of.length === 0) return null;
  return (
    <p class="expansions">
      {strings.expansions}{" "}
      {of.map((expansion, index) => (
        <span key={`${expansion.written} ${expansion.also}`} lang="vi">
          {index > 0 && "; "}
          {expansion.written} → <b>{expansion.also}</b>
        </span>
      ))}
    </p>
  );
}

export function ResultsPage({ query }: { query: QueryState }) {
  const { labels, navigation, strings } = use_app();
  const [facet_limit, set_facet_limit] = useState(kFewFacetValues);
  const asked = use_answer(search_path(api_parameters(query, facet_limit)), ask_search);
  const { answer, problem, settled } = asked;
  useMemo(() => answer !== null && labels.learn(answer), [answer, labels]);
  use_labels(query, settled);

  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef("");
  useLayoutEffect(() => {
    if (settled) navigation.settle(heading.current);
  });
  // A new answer may reorder a list, and a moved element loses the focus; a removed one leaves it nowhere.
  useLayoutEffect(() => {
    if (!settled || document.activeElement !== document.body || focused.current === "") return;
    (document.getElementById(focused.current) ?? heading.current)?.focus({ preventScroll: true });
  }, [answer, settled]);
  useEffect(() => {
    document.title = `${query.q === "" ? strings.results : query.q} – ${strings.site}`;
  }, [query.q, strings]);

  const words = answer === null ? "" : count_words(answer, strings);
  return (
    <div class="results-page" onFocusIn={(event) => (focused.current = (event.target as Element).id)}>
      <SiteHeader query={query} />
      <p class="unseen" role="status">
        {settled ? words : strings.searching}
      </p>
      <div class="columns">
        <FacetPanel
          query={query}
          facets={answer?.facets ?? null}
          places={answer?.places ?? []}
          want_all={() => set_facet_limit(kAllFacetValues)}
        />
        <main id="content" class={settled ? "results" : "results busy"} tabIndex={-1} aria-busy={!settled}>
          <div class="results-head">
            <h1 ref={heading} tabIndex={-1}>
              {words === "" ? strings.results : words}
            </h1>
            <SortSelect query={query} />
          </div>
          <MatchingOptions query={query} />
          <ActiveFilters query={query} />
          {answer !== null && <Offers of={answer} query={query} />}
          {answer !== null && <PlaceNotes of={[...answer.places, ...answer.named_places]} mentions={query.mentions} />}
          <RecordNotes of={query} />
          {answer !== null && <Expansions of={answer.expansions} strings={strings} />}
          {answer !== null && <Correction of={answer.suggestion ?? null} query={query} />}
          {problem !== null && <Problem problem={problem} retry={asked.retry} />}
          {answer?.hits.length === 0 && <NoResults query={query} />}
          {answer !== null && answer.hits.length > 0 && <ResultList answer={answer} query={query} />}
          {answer !== null && (
            <PageLinks query={query} total={answer.total} partial_total={answer.partial_total} />
          )}
        </main>
      </div>
    </div>
  );
}
