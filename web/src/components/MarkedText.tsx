import type { MarkedText as Text, Mention } from "../api/types";
import { type Stretch, cut_at_names } from "../text/marks";
import { NameLink } from "./NameLink";

interface Props {
  of: Text;
  /** Officials and places that the text names: each becomes a link. */
  names?: readonly Mention[];
}

function words({ text, marked }: Stretch) {
  return marked ? <mark>{text}</mark> : text;
}

/** Text of the archive with the words of the question marked: Vietnamese whatever the page speaks. */
export function MarkedText({ of, names = [] }: Props) {
  return (
    <span lang="vi">
      {cut_at_names(of.text, of.highlights, names).map(({ name, stretches }) =>
        name === null ? stretches.map(words) : <NameLink of={name}>{stretches.map(words)}</NameLink>,
      )}
    </span>
  );
}
