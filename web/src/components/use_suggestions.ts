// Completions of what is being typed: asked for after a short pause, abandoned when more is typed.

import { useEffect, useState } from "preact/hooks";
import { ask_suggestions } from "../api/client";
import type { Suggestion } from "../api/types";

// Shorter than a reader notices, longer than the time between two keys of one word.
const kPauseMilliseconds = 120;

// Another letter often leaves the list as it was: then the option that the keys are on stays too.
function keep_same(before: Suggestion[], after: Suggestion[]): Suggestion[] {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

/**
 * The completions of `written` while `wanted`. A daemon that cannot answer has none to offer: the question can
 * be asked without them.
 */
export function use_suggestions(written: string, wanted: boolean): Suggestion[] {
  const [suggestions, set_suggestions] = useState<Suggestion[]>([]);
  useEffect(() => {
    if (!wanted || written.trim() === "") {
      set_suggestions([]);
      return;
    }
    const abort = new AbortController();
    const pause = setTimeout(() => {
      ask_suggestions(written, abort.signal).then(
        (answer) => {
          if (!abort.signal.aborted) set_suggestions((before) => keep_same(before, answer.suggestions ?? []));
        },
        () => {
          if (!abort.signal.aborted) set_suggestions([]);
        },
      );
    }, kPauseMilliseconds);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [written, wanted]);
  return suggestions;
}
