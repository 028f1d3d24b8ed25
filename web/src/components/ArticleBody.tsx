import type { ArticleAnswer } from "../api/types";
import { MarkedText } from "./MarkedText";
import { use_strings } from "./app_context";

/** Lead, paragraphs, captions and byline. Many portals print the lead again as the first paragraph. */
export function ArticleBody({ article }: { article: ArticleAnswer }) {
  const strings = use_strings();
  const lead = article.lead ?? "";
  const repeated = lead !== "" && article.paragraphs[0]?.text.startsWith(lead) === true;
  return (
    <div class="article-body" lang={article.language ?? "vi"}>
      {lead !== "" && !repeated && <p class="lead">{lead}</p>}
      {article.paragraphs.map((paragraph, index) => (
        <p key={index} {...(repeated && index === 0 ? { class: "lead" } : {})}>
          <MarkedText of={paragraph} />
        </p>
      ))}
      {article.byline !== null && article.byline !== "" && <p class="byline">{article.byline}</p>}
      {article.photo_credit !== null && article.photo_credit !== "" && (
        <p class="byline">
          <span lang={strings.language}>{strings.photos}:</span> {article.photo_credit}
        </p>
      )}
      {article.captions.length > 0 && (
        <section class="captions" aria-labelledby="captions-title">
          <h2 id="captions-title" lang={strings.language}>
            {strings.captions}
          </h2>
          <ul>
            {article.captions.map((caption, index) => (
              <li key={index}>{caption}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
