import type { ArticleAnswer } from "../api/types";
import type { Strings } from "../strings/strings";
import { ForeignLink, is_web_address } from "./ForeignLink";
import { use_strings } from "./app_context";

function moment(written: string, strings: Strings): string {
  const time = new Date(written);
  if (Number.isNaN(time.getTime())) return written;
  const options = { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "medium", timeStyle: "short" } as const;
  return `${time.toLocaleString(strings.language, options)} (+07:00)`;
}

/** What a citation needs and a sceptic checks. */
export function ArticleRecord({ article }: { article: ArticleAnswer }) {
  const strings = use_strings();
  return (
    <section class="record" aria-labelledby="record-title">
      <h2 id="record-title">{strings.record}</h2>
      {is_web_address(article.url) && (
        <p class="original">
          <ForeignLink to={article.url}>{strings.original} ↗</ForeignLink>
        </p>
      )}
      <dl>
        <dt>URL</dt>
        <dd>{article.url}</dd>
        {article.original !== null && article.original !== "" && (
          <>
            <dt>{strings.taken_from}</dt>
            <dd>
              <ForeignLink to={article.original} />
            </dd>
          </>
        )}
        <dt>{strings.archive_file}</dt>
        <dd>{article.source}</dd>
        {article.captured_at !== null && (
          <>
            <dt>{strings.captured_at}</dt>
            <dd>
              <time dateTime={article.captured_at}>{moment(article.captured_at, strings)}</time>
            </dd>
          </>
        )}
        <dt>{strings.sha256}</dt>
        <dd class="hash">{article.sha256}</dd>
        <dt>{strings.index_build}</dt>
        <dd class="hash">{article.build}</dd>
      </dl>
    </section>
  );
}
