import type { ArticleAnswer, Mention } from "../api/types";
import { MarkedText } from "./MarkedText";
import { use_strings } from "./app_context";

/** What is named in one text of the article. */
export function names_in(article: ArticleAnswer, part: Mention["part"], item = 0): Mention[] {
  return article.mentions.filter((mention) => mention.part === part && mention.item === item);
}

/** Lead, paragraphs, captions and byline. Many portals print the lead again as the first paragraph. */
export function ArticleBody({ article }: { article: ArticleAnswer }) {
  const strings = use_strings();
  const lead = article.lead ?? "";
  const plain = (text: string) => ({ text, highlights: [] });
  const repeated = lead !== "" && article.paragraphs[0]?.text.startsWith(lead) === true;
  return (
    <div class="article-body" lang={article.language ?? "vi"}>
      {lead !== "" && !repeated && (
        <p class="lead">
          <MarkedText of={plain(lead)} names={names_in(article, "lead")} />
        </p>
      )}
      {article.paragraphs.map((paragraph, index) => (
        <p key={index} {...(repeated && index === 0 ? { class: "lead" } : {})}>
          <MarkedText of={paragraph} names={names_in(article, "paragraph", index)} />
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
              <li key={index}>
                <MarkedText of={plain(caption)} names={names_in(article, "caption", index)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
