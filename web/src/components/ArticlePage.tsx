import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { ask_article } from "../api/client";
import type { ArticleAnswer } from "../api/types";
import { type QueryState, article_path } from "../state/query_state";
import { ArticleBody } from "./ArticleBody";
import { ArticleDates } from "./ArticleDates";
import { ArticleFiling } from "./ArticleFiling";
import { ArticlePeople } from "./ArticlePeople";
import { ArticleRecord } from "./ArticleRecord";
import { BackLink } from "./BackLink";
import { LocalityPath } from "./LocalityPath";
import { MarkedText } from "./MarkedText";
import { Problem } from "./Problem";
import { SiteHeader } from "./SiteHeader";
import { TodayPlace } from "./TodayPlace";
import { use_app } from "./app_context";
import { use_answer } from "./use_answer";

function Places({ article }: { article: ArticleAnswer }) {
  const { strings } = use_app();
  if (article.localities.length === 0) return null;
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">{strings.localities_here}</h2>
      <ul class="places">
        {article.localities.map((locality) => (
          <li key={locality.code}>
            <LocalityPath of={locality} />
            <TodayPlace of={locality} />
            {locality.role === "main" && <span class="badge">{strings.main_place}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ArticlePage({ id, query }: { id: string; query: QueryState }) {
  const { navigation, strings } = use_app();
  const { answer, problem, settled, retry } = use_answer(article_path(id, query), ask_article);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (settled) navigation.settle(heading.current);
  });
  useEffect(() => {
    document.title = answer === null ? strings.site : `${answer.title.text} – ${strings.site}`;
  }, [answer, strings]);

  const missing = problem?.status === 404;
  const main_place = answer?.localities.find((locality) => locality.role === "main");
  return (
    <>
      <SiteHeader query={query} />
      <main id="content" class="article" tabIndex={-1} aria-busy={!settled}>
        <p class="article-nav">
          <BackLink query={query} />
        </p>
        <p class="unseen" role="status">
          {settled ? "" : strings.loading_article}
        </p>
        {answer === null && !settled && <p class="loading">{strings.loading_article}</p>}
        {problem !== null && (
          <Problem problem={problem} retry={retry} alone {...(missing ? { words: strings.no_such_article } : {})} />
        )}
        {answer !== null && (
          <>
            <article>
              <header>
                {main_place !== undefined && (
                  <p class="kicker">
                    <LocalityPath of={main_place} />
                    <TodayPlace of={main_place} />
                  </p>
                )}
                <h1 ref={heading} tabIndex={-1}>
                  <MarkedText of={answer.title} />
                </h1>
                <ArticleDates article={answer} />
              </header>
              <ArticleBody article={answer} />
            </article>
            <div class="article-notes">
              <ArticlePeople article={answer} />
              <Places article={answer} />
              <ArticleFiling article={answer} />
              <ArticleRecord article={answer} />
            </div>
          </>
        )}
      </main>
    </>
  );
}
