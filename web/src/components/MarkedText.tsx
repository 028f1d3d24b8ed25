import type { MarkedText as Text } from "../api/types";
import { cut_at_highlights } from "../text/marks";

/** Text of the archive with the words of the question marked: Vietnamese whatever the page speaks. */
export function MarkedText({ of }: { of: Text }) {
  return (
    <span lang="vi">
      {cut_at_highlights(of.text, of.highlights).map((stretch) =>
        stretch.marked ? <mark>{stretch.text}</mark> : stretch.text,
      )}
    </span>
  );
}
