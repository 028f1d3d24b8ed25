import type { ArticleAnswer } from "../api/types";
import { kEmptyQuery, results_address } from "../state/query_state";
import { ForeignLink } from "./ForeignLink";
import { Link } from "./Link";
import { use_strings } from "./app_context";

// A tag is looked for as it stands: its words in a row.
function as_phrase(tag: string): string {
  return `"${tag.replaceAll('"', " ")}"`;
}

/** How the original page filed the article: section, tags, and what was attached to it. */
export function ArticleFiling({ article }: { article: ArticleAnswer }) {
  const strings = use_strings();
  const { attachments, category, tags } = article;
  const filed = (category !== null && category !== "") || tags.length > 0;
  return (
    <>
      {attachments.length > 0 && (
        <section aria-labelledby="attachments-title">
          <h2 id="attachments-title">{strings.attachments}</h2>
          <ul class="attachments" lang="vi">
            {attachments.map(({ url, text }) => (
              <li key={url}>
                <ForeignLink to={url}>{text === "" ? url : text}</ForeignLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {filed && (
        <section aria-labelledby="filing-title">
          <h2 id="filing-title">{strings.filing}</h2>
          {category !== null && category !== "" && <p lang="vi">{category}</p>}
          {tags.length > 0 && (
            <ul class="tags" lang="vi">
              {tags.map((tag) => (
                <li key={tag}>
                  <Link to={results_address({ ...kEmptyQuery, q: as_phrase(tag) })}>{tag}</Link>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}
