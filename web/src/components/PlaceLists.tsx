import { type ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { PlaceAnswer } from "../api/types";
import { type QueryState, change_query, official_address, place_address, results_address } from "../state/query_state";
import { kind_of, units_of } from "../text/unit_names";
import { Link } from "./Link";
import { NarrowLink } from "./NarrowLink";
import { PostLink } from "./PostLink";
import { use_strings } from "./app_context";

const kShownAtFirst = 10;

interface Props {
  place: PlaceAnswer;
  /** The search for the articles of the place. */
  query: QueryState;
}

interface ListProps {
  id: string;
  title: string;
  hint?: string;
  items: ComponentChildren[];
}

function Section({ id, title, hint = "", items }: ListProps) {
  const strings = use_strings();
  const [all, set_all] = useState(false);
  if (items.length === 0) return null;
  const hidden = all ? 0 : Math.max(0, items.length - kShownAtFirst);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== "" && <p class="hint">{hint}</p>}
      <ul class="counted">{items.slice(0, items.length - hidden)}</ul>
      {hidden > 0 && (
        <button type="button" class="more" onClick={() => set_all(true)}>
          {strings.show_more(hidden)}
        </button>
      )}
    </section>
  );
}

function Count({ count, words }: { count: string; words: string }) {
  return (
    <span class="value-count">
      <span aria-hidden="true">{count}</span>
      <span class="unseen">{words}</span>
    </span>
  );
}

/** Who is named there, who publishes about it, and the units inside. */
export function PlaceLists({ place, query }: Props) {
  const strings = use_strings();
  const { places } = strings;
  const narrowed = (change: Partial<QueryState>) => results_address(change_query(query, change));
  const units = place.units.map(({ value, label, detail, count, through }) => (
    <li key={value}>
      <span>
        <Link to={place_address(value, query.mentions)} lang="vi">
          {label}
        </Link>
        <span class="value-detail" lang="vi">
          {" "}
          {kind_of(detail)}
        </span>
        {through > 0 && <span class="value-note">{places.through(through, count, units_of(value))}</span>}
      </span>
      <Count count={strings.number(count)} words={strings.articles(count)} />
    </li>
  ));
  const officials = place.officials.map(({ value, label, detail, post, count }) => (
    <li key={value}>
      <span lang="vi">
        <Link class="person-name" to={official_address(value)}>
          {label}
        </Link>
        <NarrowLink to={narrowed({ official: [value] })} name={label} />
        <span class="value-note">{post === null ? detail : <PostLink {...post}>{detail}</PostLink>}</span>
      </span>
      <Count count={strings.number(count)} words={strings.articles(count)} />
    </li>
  ));
  const posts = place.posts.map(({ slug, title, holders, articles }) => (
    <li key={slug}>
      <span>
        <PostLink slug={slug} locality={place.code}>
          {title}
        </PostLink>
        <span class="value-note">{places.holders(holders)}</span>
      </span>
      <Count count={strings.number(articles)} words={strings.articles(articles)} />
    </li>
  ));
  const sites = place.sites.map(({ host, count, archived, speaks_for }) => (
    <li key={host}>
      <span>
        <Link to={narrowed({ site: [host] })}>{host}</Link>
        {speaks_for && <span class="value-note">{places.speaks_for}</span>}
      </span>
      <Count count={`${strings.number(count)}/${strings.number(archived)}`} words={places.site_counts(count, archived)} />
    </li>
  ));
  return (
    <div class="article-notes">
      <Section id="units-title" title={places.below} items={units} />
      <Section id="held-title" title={places.posts} items={posts} />
      <Section id="people-title" title={places.officials} items={officials} />
      <Section id="sites-title" title={places.sites} hint={places.sites_hint} items={sites} />
    </div>
  );
}
