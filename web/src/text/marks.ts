// Cuts a text at its highlights and names, which count Unicode code points while JavaScript counts UTF-16
// units.

type Span = readonly [number, number];

export interface Stretch {
  text: string;
  marked: boolean;
}

/** A name with the stretches of its words, or (null) what stands between names. */
export interface NamedStretch<Name> {
  name: Name | null;
  stretches: Stretch[];
}

/** `spans` inside [begin, end), in order and disjoint, whatever they were. */
function clip(spans: readonly Span[], begin: number, end: number): Span[] {
  const clipped: Span[] = [];
  let done = begin;
  for (const [from, to] of spans) {
    const first = Math.min(Math.max(from, done), end);
    const last = Math.min(Math.max(to, first), end);
    if (last > first) clipped.push([first, last]);
    done = last;
  }
  return clipped;
}

function cut(letters: readonly string[], highlights: readonly Span[], begin: number, end: number): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) stretches.push({ text: letters.slice(from, to).join(""), marked });
  };
  let done = begin;
  for (const [from, to] of clip(highlights, begin, end)) {
    add(done, from, false);
    add(from, to, true);
    done = to;
  }
  add(done, end, false);
  return stretches;
}

/**
 * The stretches of `text` in order; joined they give `text` again. Highlights outside the text or against
 * the promised order are clipped, not trusted.
 */
export function cut_at_highlights(text: string, highlights: readonly Span[]): Stretch[] {
  const letters = Array.from(text);
  return cut(letters, highlights, 0, letters.length);
}

/**
 * The same with `names` around their stretches; a highlight over the edge of a name is cut there. A name that
 * reaches out of the text or into the one before is no name, for half of one says something else.
 */
export function cut_at_names<Name extends { begin: number; end: number }>(
  text: string,
  highlights: readonly Span[],
  names: readonly Name[],
): NamedStretch<Name>[] {
  const letters = Array.from(text);
  const cuts: NamedStretch<Name>[] = [];
  const add = (begin: number, end: number, name: Name | null) => {
    const stretches = cut(letters, highlights, begin, end);
    if (stretches.length > 0) cuts.push({ name, stretches });
  };
  let done = 0;
  for (const name of names) {
    if (name.begin < done || name.end <= name.begin || name.end > letters.length) continue;
    add(done, name.begin, null);
    add(name.begin, name.end, name);
    done = name.end;
  }
  add(done, letters.length, null);
  return cuts;
}
