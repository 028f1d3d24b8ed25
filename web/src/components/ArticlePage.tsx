import { ask_article } from "../api/client";
import type { ArticleAnswer } from "../api/types";
import { type QueryState, article_path } from "../state/query_state";
import { ArticleBody, names_in } from "./ArticleBody";
import { ArticleDates } from "./ArticleDates";
import { ArticleFiling } from "./ArticleFiling";
import { ArticlePeople } from "./ArticlePeople";
import { ArticleRecord } from "./ArticleRecord";
import { LocalityPath } from "./LocalityPath";
import { MarkedText } from "./MarkedText";
import { NamedIn } from "./NameLink";
import { RecordPage } from "./RecordPage";
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

function Kicker({ article }: { article: ArticleAnswer }) {
  const place = article.localities.find((locality) => locality.role === "main");
  if (place === undefined) return null;
  return (
    <p class="kicker">
      <LocalityPath of={place} />
      <TodayPlace of={place} />
    </p>
  );
}

/** Which line stands under whose name: people and places look alike in many fonts. */
function NamesLegend({ article }: { article: ArticleAnswer }) {
  const { strings } = use_app();
  const has = (wanted: "official" | "locality") => article.mentions.some(({ kind }) => kind === wanted);
  return (
    <p class="names-legend">
      {strings.names_lead_to}{" "}
      {has("official") && <span class="named-official">{strings.offer_kinds.official}</span>}
      {has("official") && has("locality") && ", "}
      {has("locality") && <span class="named-place">{strings.offer_kinds.locality}</span>}
    </p>
  );
}

export function ArticlePage({ id, query }: { id: string; query: QueryState }) {
  const { strings } = use_app();
  const asked = use_answer(article_path(id, query), ask_article);
  return (
    <RecordPage
      asked={asked}
      query={query}
      class="article"
      name={(answer) => answer.title.text}
      loading={strings.loading_article}
      missing={strings.no_such_article}
    >
      {(answer, heading) => (
        <NamedIn.Provider value={answer}>
          <article>
            <header>
              <Kicker article={answer} />
              <h1 ref={heading} tabIndex={-1}>
                <MarkedText of={answer.title} names={names_in(answer, "title")} />
              </h1>
              <ArticleDates article={answer} />
              {answer.mentions.length > 0 && <NamesLegend article={answer} />}
            </header>
            <ArticleBody article={answer} />
          </article>
          <div class="article-notes">
            <ArticlePeople article={answer} />
            <Places article={answer} />
            <ArticleFiling article={answer} />
            <ArticleRecord article={answer} />
          </div>
        </NamedIn.Provider>
      )}
    </RecordPage>
  );
}
