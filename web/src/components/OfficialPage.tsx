import { ask_official } from "../api/client";
import type { OfficialAnswer } from "../api/types";
import { years_of } from "../facets/years";
import {
  type QueryState,
  article_address,
  kEmptyQuery,
  official_address,
  official_path,
  place_address,
  results_address,
} from "../state/query_state";
import { ArticleDate } from "./ArticleDate";
import { CountedValues } from "./CountedValues";
import { Link } from "./Link";
import { OfficialRecord } from "./OfficialRecord";
import { RecordPage } from "./RecordPage";
import { use_app } from "./app_context";
import { use_answer } from "./use_answer";

const kListed = 20;

function Articles({ of: official, query }: { of: OfficialAnswer; query: QueryState }) {
  const { strings } = use_app();
  return (
    <section aria-labelledby="articles-title">
      <h2 id="articles-title">{strings.people.articles}</h2>
      <ul class="years" aria-label={strings.people.years}>
        {years_of(official.months).map(({ value, count }) => (
          <li key={value}>
            <Link to={results_address({ ...query, from: value, to: value })} aria-label={strings.bar(value, count)}>
              {value}
            </Link>{" "}
            <span aria-hidden="true">({strings.number(count)})</span>
          </li>
        ))}
      </ul>
      {official.vague > 0 && <p class="empty">{strings.people.vague(official.vague)}</p>}
      {official.undated > 0 && <p class="empty">{strings.undated(official.undated)}</p>}
      <ul class="posts">
        {official.articles.map(({ id, title, date }) => (
          <li key={id}>
            <Link to={article_address(id, kEmptyQuery)} lang="vi">
              {title}
            </Link>{" "}
            <span class="post-span">{date === null ? strings.unknown_date : <ArticleDate date={date} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const other_names = (of: OfficialAnswer) => of.names.filter((name) => name !== of.name);

/** What the archive says of one official, each claim with its article. */
export function OfficialPage({ id }: { id: string }) {
  const { strings } = use_app();
  const { people } = strings;
  const asked = use_answer(official_path(id, kListed), ask_official);
  const query: QueryState = { ...kEmptyQuery, official: [id] };
  return (
    <RecordPage
      asked={asked}
      query={kEmptyQuery}
      class="article place"
      name={(answer) => answer.name}
      loading={people.loading}
      missing={people.no_such_official}
    >
      {(answer, heading) => (
        <>
          <article class="official">
            <header>
              <h1 ref={heading} tabIndex={-1} lang="vi">
                {answer.name}
              </h1>
              {other_names(answer).length > 0 && (
                <p class="place-filed">
                  {people.other_names}: <span lang="vi">{other_names(answer).join("; ")}</span>
                </p>
              )}
            </header>
            <div class="place-actions">
              <Link class="place-search" to={results_address({ ...query, sort: "newest" })}>
                {strings.places.search_here(answer.total)}
              </Link>
            </div>
            <OfficialRecord of={answer} />
            <Articles of={answer} query={query} />
          </article>
          <div class="article-notes">
            <CountedValues id="places-title" title={people.places} values={answer.places} address={(code) => place_address(code)} />
            <CountedValues id="companions-title" title={people.companions} values={answer.companions} address={official_address} />
          </div>
        </>
      )}
    </RecordPage>
  );
}
