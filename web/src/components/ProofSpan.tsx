import type { ArticleLine, HeldPost } from "../api/types";
import { article_address, kEmptyQuery } from "../state/query_state";
import { ArticleDate } from "./ArticleDate";
import { Link } from "./Link";
import { use_strings } from "./app_context";

function Proof({ of }: { of: ArticleLine }) {
  const strings = use_strings();
  return (
    <Link to={article_address(of.id, kEmptyQuery)} title={of.title}>
      {of.date === null ? strings.unknown_date : <ArticleDate date={of.date} />}
    </Link>
  );
}

/** First and last mention, each a link to the article that proves it, and how many articles say so. */
export function ProofSpan({ of: post }: { of: HeldPost }) {
  const strings = use_strings();
  return (
    <>
      <Proof of={post.first} />
      {post.last.id !== post.first.id && (
        <>
          {" – "}
          <Proof of={post.last} />
        </>
      )}
      {`, ${strings.articles(post.articles)}`}
    </>
  );
}
