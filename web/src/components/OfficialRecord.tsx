import type { HeldPost, OfficialAnswer } from "../api/types";
import { official_address } from "../state/query_state";
import { short_date } from "../text/dates";
import { Link } from "./Link";
import { PlaceWords } from "./PlaceWords";
import { PostLink } from "./PostLink";
import { ProofSpan } from "./ProofSpan";
import { use_strings } from "./app_context";

function PostLine({ of: post }: { of: HeldPost }) {
  const strings = use_strings();
  return (
    <li>
      <p lang="vi">
        <PostLink slug={post.slug} locality={post.place?.code ?? null}>
          <b>{post.former ? `${strings.former} ${post.title}` : post.title}</b>
        </PostLink>
        {post.place !== null && " · "}
        <PlaceWords place={post.place} holders={post.holders} />
      </p>
      <p class="post-span">
        <ProofSpan of={post} />
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
            {official.rivals.map(({ person, title, slug, place, from, to }) => (
              <li key={`${person.id} ${title} ${from}`}>
                <Link to={official_address(person.id)} lang="vi">
                  {person.name}
                </Link>{" "}
                {people.rival}{" "}
                <PostLink slug={slug} locality={place?.code ?? null}>
                  {title}
                </PostLink>
                {`, ${strings.span(short_date(from), short_date(to))}`}
                {place !== null && " · "}
                <PlaceWords place={place} holders={[]} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
