import type { Hit } from "../api/types";
import { type QueryState, article_address } from "../state/query_state";
import { ArticleDate } from "./ArticleDate";
import { Link } from "./Link";
import { LocalityPath } from "./LocalityPath";
import { MarkedText } from "./MarkedText";
import { OfficialLinks } from "./OfficialLinks";
import { SourceLink } from "./SourceLink";
import { TodayPlace } from "./TodayPlace";
import { use_strings } from "./app_context";

function HitDate({ hit }: { hit: Hit }) {
  const strings = use_strings();
  if (hit.published !== null) return <ArticleDate date={hit.published} />;
  if (hit.event === null) return <span class="unknown">{strings.unknown_date}</span>;
  return (
    <span>
      {strings.event} <ArticleDate date={hit.event} />
    </span>
  );
}

export function ResultItem({ hit, query }: { hit: Hit; query: QueryState }) {
  const strings = use_strings();
  return (
    <li class="hit">
      <article>
        <h2>
          <Link id={`bai-${hit.id}`} to={article_address(hit.id, query)}>
            <MarkedText of={hit.title} />
          </Link>
          {hit.partial && <span class="badge">{strings.partial_badge}</span>}
        </h2>
        <p class="facts">
          <HitDate hit={hit} />
          {hit.locality !== null && (
            <span>
              <LocalityPath of={hit.locality} within={query} />
              <TodayPlace of={hit.locality} within={query} />
            </span>
          )}
          <SourceLink site={hit.site} name={hit.site_name} within={query} />
        </p>
        {hit.snippets.map((snippet) => (
          <p class="snippet">
            <MarkedText of={snippet} />
          </p>
        ))}
        <OfficialLinks of={hit.officials} within={query} />
      </article>
    </li>
  );
}
