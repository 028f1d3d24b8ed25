// Cuts a text at its highlights, which count Unicode code points while JavaScript counts UTF-16 units.

export interface Stretch {
  text: string;
  marked: boolean;
}

/**
 * The stretches of `text` in order; joined they give `text` again. Highlights outside the text or against
 * the promised order are clipped, not trusted.
 */
export function cut_at_highlights(text: string, highlights: readonly (readonly [number, number])[]): Stretch[] {
  const letters = Array.from(text);
  const stretches: Stretch[] = [];
  const add = (begin: number, end: number, marked: boolean) => {
    if (end > begin) stretches.push({ text: letters.slice(begin, end).join(""), marked });
  };
  let done = 0;
  for (const [begin, end] of highlights) {
    const from = Math.min(Math.max(begin, done), letters.length);
    const to = Math.min(Math.max(end, from), letters.length);
    add(done, from, false);
    add(from, to, true);
    done = to;
  }
  add(done, letters.length, false);
  return stretches;
}
