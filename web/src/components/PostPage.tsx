import type { RefObject } from "preact";
import { ask_post } from "../api/client";
import type { PostAnswer, SharedTime, Unit } from "../api/types";
import {
  article_address,
  kEmptyQuery,
  official_address,
  place_address,
  post_address,
  post_path,
  results_address,
} from "../state/query_state";
import type { Strings } from "../strings/strings";
import { period_words, short_date } from "../text/dates";
import { time_of } from "../text/place_relation";
import { name_with_kind, units_of } from "../text/unit_names";
import { ArticleDate } from "./ArticleDate";
import { CountedValues } from "./CountedValues";
import { Link } from "./Link";
import { PlaceRelation } from "./PlaceRelation";
import { PlaceWords } from "./PlaceWords";
import { PostTimeline } from "./PostTimeline";
import { RecordPage } from "./RecordPage";
import { use_app } from "./app_context";
import { use_answer } from "./use_answer";

// Enough for the holders of a post in any place; of all places the first ones.
const kListed = 100;

function title_of(post: PostAnswer, strings: Strings): string {
  return post.title ?? strings.held.unknown_title(post.slug.replaceAll("-", " "));
}

function name_of(post: PostAnswer, strings: Strings): string {
  const title = title_of(post, strings);
  return post.place === null ? title : `${title}, ${name_with_kind(post.place.label, post.place.detail)}`;
}

function Heading({ post, heading }: { post: PostAnswer; heading: RefObject<HTMLHeadingElement> }) {
  const { strings } = use_app();
  const { place } = post;
  return (
    <header>
      <p class="kicker" lang="vi">
        {place === null
          ? strings.held.everywhere
          : [...place.holders, place].map((unit, index) => (
              <span key={unit.code}>
                {index > 0 && <span aria-hidden="true"> › </span>}
                <Link to={place_address(unit.code)}>{name_with_kind(unit.label, unit.detail)}</Link>
              </span>
            ))}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <span lang="vi">{name_of(post, strings)}</span>
        {place !== null && <small> {time_of(place, strings)}</small>}
      </h1>
      {place !== null && (
        <p class="place-history">
          <PlaceRelation of={{ ...place, total: 0, through: 0 }} mentions={false} />
        </p>
      )}
    </header>
  );
}

function Actions({ post }: { post: PostAnswer }) {
  const { strings } = use_app();
  const code = post.place?.code;
  const where = code === undefined ? {} : { locality: [code], mentions: true, units: units_of(code) };
  return (
    <div class="place-actions">
      {post.title !== null && (
        <Link class="place-search" to={results_address({ ...kEmptyQuery, ...where, post: [post.slug], sort: "newest" })}>
          {strings.held.search}
        </Link>
      )}
      {post.place !== null && <Link to={post_address(post.slug, "")}>{strings.held.at_every_place}</Link>}
    </div>
  );
}

/** `place` where the page has not said it already. */
function elsewhere(place: Unit | null, post: PostAnswer): Unit | null {
  return place?.code === post.place?.code ? null : place;
}

/** Two who cannot both be right, or who only met in a late article. */
function Shared({ post, of: shared }: { post: PostAnswer; of: SharedTime }) {
  const { strings } = use_app();
  const { held } = strings;
  const people = shared.holders.flatMap((index) => post.holders[index] ?? []);
  const place = elsewhere(people[0]?.place ?? null, post);
  const words = shared.handover ? held.handover : held.conflict;
  return (
    <li>
      {people.map(({ person }, index) => (
        <span key={person.id}>
          {index > 0 && ` ${held.and} `}
          <Link to={official_address(person.id)} lang="vi">
            {person.name}
          </Link>
        </span>
      ))}
      {place !== null && " · "}
      <PlaceWords place={place} holders={[]} /> {words(short_date(shared.from), short_date(shared.to))}
    </li>
  );
}

function Conflicts({ post }: { post: PostAnswer }) {
  const { strings } = use_app();
  const { held } = strings;
  if (post.shared.length === 0) return null;
  const wrong = post.shared.some(({ handover }) => !handover);
  return (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{held.conflicts}</h2>
      {wrong && <p class="hint">{held.conflict_reason}</p>}
      <ul class="posts">
        {post.shared.map((shared) => (
          <Shared key={shared.holders.join()} post={post} of={shared} />
        ))}
      </ul>
    </section>
  );
}

function Former({ post }: { post: PostAnswer }) {
  const { strings } = use_app();
  const { held } = strings;
  if (post.former.length === 0) return null;
  return (
    <section aria-labelledby="former-title">
      <h2 id="former-title">{held.former}</h2>
      <p class="hint">{held.former_hint}</p>
      <ul class="posts">
        {post.former.map(({ person, place, holders, first }) => (
          <li key={`${person.id} ${place?.code ?? ""}`}>
            <Link to={official_address(person.id)} lang="vi">
              {person.name}
            </Link>
            {elsewhere(place, post) !== null && " · "}
            <PlaceWords place={elsewhere(place, post)} holders={holders} />
            <span class="post-span">
              {" "}
              ({held.looks_back}{" "}
              <Link to={article_address(first.id, kEmptyQuery)} title={first.title}>
                {first.date === null ? strings.unknown_date : <ArticleDate date={first.date} />}
              </Link>
              )
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nobody is named: because nothing says so, or because nothing was kept? */
function Nobody({ post }: { post: PostAnswer }) {
  const { strings } = use_app();
  const { held } = strings;
  if (post.place === null) return <p>{held.nobody_anywhere}</p>;
  const archived = post.months.filter((month) => month.archived > 0).length;
  const [first, last] = [post.months[0], post.months.at(-1)];
  const month = (period: string) => period_words(period, strings.date);
  const span =
    first === undefined || last === undefined
      ? held.nothing_archived
      : held.archived_span(month(first.month), month(last.month), archived, post.months.length);
  return (
    <p>
      {held.nobody} {span}
    </p>
  );
}

/** Who held a post in a place over time, or in which places anybody did. */
export function PostPage({ slug, locality }: { slug: string; locality: string }) {
  const { strings } = use_app();
  const { held } = strings;
  const asked = use_answer(post_path(slug, locality, kListed), ask_post);
  return (
    <RecordPage
      asked={asked}
      query={kEmptyQuery}
      class="article place"
      name={(answer) => name_of(answer, strings)}
      loading={held.loading}
      missing={held.no_such_post}
    >
      {(answer, heading) => (
        <>
          <article class="official">
            <Heading post={answer} heading={heading} />
            <Actions post={answer} />
            {answer.holders.length === 0 ? <Nobody post={answer} /> : <PostTimeline of={answer} />}
            <Conflicts post={answer} />
            <Former post={answer} />
          </article>
          <div class="article-notes">
            <CountedValues
              id="places-title"
              title={answer.place === null ? held.places : held.places_inside}
              values={answer.places}
              address={(code) => post_address(answer.slug, code)}
              words={held.people}
            />
          </div>
        </>
      )}
    </RecordPage>
  );
}
