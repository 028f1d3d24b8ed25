import type { ArticleLine, HeldPost, OfficialAnswer, Unit } from "../api/types";
import { article_address, kEmptyQuery, official_address, place_address } from "../state/query_state";
import { short_date } from "../text/dates";
import { name_with_kind } from "../text/unit_names";
import { ArticleDate } from "./ArticleDate";
import { Link } from "./Link";
import { use_strings } from "./app_context";

function PlaceWords({ place, holders }: { place: Unit | null; holders: readonly Unit[] }) {
  if (place === null) return null;
  return (
    <span class="post-place">
      <Link to={place_address(place.code)}>{name_with_kind(place.label, place.detail)}</Link>
      {[...holders].reverse().map(({ label }) => `, ${label}`)}
    </span>
  );
}

function Proof({ of }: { of: ArticleLine }) {
  const strings = use_strings();
  return (
    <Link to={article_address(of.id, kEmptyQuery)} title={of.title}>
      {of.date === null ? strings.unknown_date : <ArticleDate date={of.date} />}
    </Link>
  );
}

function PostLine({ of: post }: { of: HeldPost }) {
  const strings = use_strings();
  return (
    <li>
      <p lang="vi">
        <b>{post.former ? `${strings.former} ${post.title}` : post.title}</b>
        {post.place !== null && " · "}
        <PlaceWords place={post.place} holders={post.holders} />
      </p>
      <p class="post-span">
        <Proof of={post.first} />
        {post.last.id !== post.first.id && (
          <>
            {" – "}
            <Proof of={post.last} />
          </>
        )}
        {`, ${strings.articles(post.articles)}`}
      </p>
    </li>
  );
}

/** The posts of a person with the articles that prove them, and where the archive contradicts itself. */
export function OfficialRecord({ of: official }: { of: OfficialAnswer }) {
  const strings = use_strings();
  const { people } = strings;
  return (
    <>
      {official.posts.length > 0 && (
        <section aria-labelledby="posts-title">
          <h2 id="posts-title">{people.posts}</h2>
          <p class="hint">{people.posts_hint}</p>
          <ol class="posts">
            {official.posts.map((post, index) => (
              <PostLine key={index} of={post} />
            ))}
          </ol>
        </section>
      )}
      {official.rivals.length > 0 && (
        <section aria-labelledby="rivals-title">
          <h2 id="rivals-title">{people.rivals}</h2>
          <ul class="posts">
            {official.rivals.map(({ person, title, place, from, to }) => (
              <li key={`${person.id} ${title} ${from}`}>
                <Link to={official_address(person.id)} lang="vi">
                  {person.name}
                </Link>{" "}
                {people.rival(title, short_date(from), short_date(to))}{" "}
                <PlaceWords place={place} holders={[]} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
