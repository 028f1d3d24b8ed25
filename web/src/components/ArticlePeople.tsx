import type { ArticleAnswer, Post } from "../api/types";
import { kEmptyQuery, results_address } from "../state/query_state";
import { Link } from "./Link";
import { OfficialPageLink } from "./OfficialPageLink";
import { use_strings } from "./app_context";

/** Names of all units in the article by code: a post names its place only so. */
function unit_names(article: ArticleAnswer): Map<string, string> {
  const names = new Map<string, string>();
  for (const locality of article.localities) {
    locality.codes.forEach((code, level) => names.set(code, locality.path[level] ?? code));
  }
  return names;
}

export function ArticlePeople({ article }: { article: ArticleAnswer }) {
  const strings = use_strings();
  if (article.officials.length === 0) return null;
  const names = unit_names(article);
  const words = (post: Post) => {
    const place = post.locality === null ? undefined : names.get(post.locality);
    const title = post.former ? `${strings.former} ${post.title}` : post.title;
    // Some titles already name their place.
    return place === undefined || title.includes(place) ? title : `${title} (${place})`;
  };
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{strings.officials_here}</h2>
      <ul class="people-list" lang="vi">
        {article.officials.map((official) => (
          <li key={official.id}>
            <Link to={results_address({ ...kEmptyQuery, official: [official.id] })}>{official.name}</Link>
            <OfficialPageLink id={official.id} name={official.name} />
            {official.posts.length > 0 && <span class="post">{official.posts.map(words).join("; ")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
