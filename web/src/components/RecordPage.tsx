import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { ApiProblem } from "../api/client";
import type { QueryState } from "../state/query_state";
import { BackLink } from "./BackLink";
import { Problem } from "./Problem";
import { SiteHeader } from "./SiteHeader";
import { use_app } from "./app_context";
import type { Asked } from "./use_answer";

interface Props<Answer> {
  asked: Asked<Answer>;
  /** What the search box shows and the way back leads to. */
  query: QueryState;
  class: string;
  /** The title of the window, before the site's name. */
  name: (answer: Answer) => string;
  loading: string;
  /** Said when there is no such record, or the address names none. */
  missing: string;
  children: (answer: Answer, heading: RefObject<HTMLHeadingElement>) => ComponentChildren;
}

const is_missing = ({ status }: ApiProblem) => status === 404 || status === 400;

/** A page about one thing: the way back, then what the daemon knows of it, or why there is nothing. */
export function RecordPage<Answer>({ asked, query, class: kind, name, loading, missing, children }: Props<Answer>) {
  const { navigation, strings } = use_app();
  const { answer, problem, settled, retry } = asked;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (settled) navigation.settle(heading.current);
  });
  const title = answer === null ? strings.site : `${name(answer)} – ${strings.site}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <SiteHeader query={query} />
      <main id="content" class={kind} tabIndex={-1} aria-busy={!settled}>
        <p class="article-nav">
          <BackLink query={query} />
        </p>
        <p class="unseen" role="status">
          {settled ? "" : loading}
        </p>
        {answer === null && !settled && <p class="loading">{loading}</p>}
        {problem !== null && (
          <Problem problem={problem} retry={retry} alone {...(is_missing(problem) ? { words: missing } : {})} />
        )}
        {answer !== null && children(answer, heading)}
      </main>
    </>
  );
}
