import type { ArticleAnswer } from "../api/types";
import { ArticleDate } from "./ArticleDate";
import { SourceLink } from "./SourceLink";
import { use_strings } from "./app_context";

/** The line under the title: what is known about when, and who published. */
export function ArticleDates({ article }: { article: ArticleAnswer }) {
  const strings = use_strings();
  const dates = [
    { label: strings.published, date: article.published },
    { label: strings.modified, date: article.modified },
    { label: strings.event, date: article.event },
  ];
  return (
    <dl class="article-dates">
      {article.published === null && (
        <div>
          <dt>{strings.published}</dt>
          <dd class="unknown">{strings.unknown_date}</dd>
        </div>
      )}
      {dates.map(
        ({ label, date }) =>
          date !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <ArticleDate date={date} />
              </dd>
            </div>
          ),
      )}
      {article.site !== "" && (
        <div>
          <dt>{strings.source}</dt>
          <dd>
            {article.site_name !== null && article.site_name !== "" && <span lang="vi">{article.site_name}, </span>}
            <SourceLink site={article.site} name={article.site_name} />
          </dd>
        </div>
      )}
    </dl>
  );
}
