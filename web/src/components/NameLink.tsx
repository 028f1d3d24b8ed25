import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ArticleAnswer, Mention } from "../api/types";
import { official_address, place_address } from "../state/query_state";
import type { Strings } from "../strings/strings";
import { Link } from "./Link";
import { use_strings } from "./app_context";

/** The article whose text is shown: it knows what the names mean. */
export const NamedIn = createContext<ArticleAnswer | null>(null);

function words_about({ kind, value }: Mention, article: ArticleAnswer | null, strings: Strings): string {
  if (kind === "official") {
    const official = article?.officials.find(({ id }) => id === value);
    const post = official?.posts[0]?.title ?? "";
    return strings.people.mention(official?.name ?? "", post);
  }
  const place = article?.localities.find(({ code }) => code === value);
  return strings.places.mention([...(place?.path ?? [])].reverse().join(", "));
}

/** A name inside a text, which leads to the page of the official or of the place. */
export function NameLink({ of: mention, children }: { of: Mention; children: ComponentChildren }) {
  const strings = use_strings();
  const article = useContext(NamedIn);
  const official = mention.kind === "official";
  return (
    <Link
      class={official ? "named named-official" : "named named-place"}
      to={official ? official_address(mention.value) : place_address(mention.value)}
      title={words_about(mention, article, strings)}
    >
      {children}
    </Link>
  );
}
