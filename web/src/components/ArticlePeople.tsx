import type { ArticleAnswer, Post } from "../api/types";
import { kEmptyQuery, official_address, results_address } from "../state/query_state";
import { Link } from "./Link";
import { NarrowLink } from "./NarrowLink";
import { PostLink } from "./PostLink";
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
    const title = post.acting ? `${strings.acting} ${post.title}` : post.title;
    // Some titles already name their place.
    return place === undefined || title.includes(place) ? title : `${title} (${place})`;
  };
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{strings.officials_here}</h2>
      <ul class="people-list" lang="vi">
        {article.officials.map((official) => (
          <li key={official.id}>
            <Link class="person-name" to={official_address(official.id)}>
              {official.name}
            </Link>
            <NarrowLink to={results_address({ ...kEmptyQuery, official: [official.id] })} name={official.name} />
            <span class="post">
              {official.posts.map((post, index) => (
                <>
                  {index > 0 && "; "}
                  <PostLink {...post}>{words(post)}</PostLink>
                </>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
