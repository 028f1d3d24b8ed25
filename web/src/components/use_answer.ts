// One question to the daemon at a time: a newer one abandons the older.

import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiProblem, is_abort } from "../api/client";
import { use_app } from "./app_context";

export interface Asked<Answer> {
  /** The newest answer, which may still be that of the question before. */
  answer: Answer | null;
  problem: ApiProblem | null;
  /** `answer` or `problem` belongs to the current question. */
  settled: boolean;
  retry: () => void;
}

interface Received<Answer> {
  path: string;
  answer: Answer | null;
  problem: ApiProblem | null;
}

/**
 * Asks for `path` by `ask`, a function that stays the same between renderings. After back, forward or
 * reload an answer that is still at hand is used as it is.
 */
export function use_answer<Answer>(
  path: string,
  ask: (path: string, signal: AbortSignal) => Promise<Answer>,
): Asked<Answer> {
  const { answers, navigation } = use_app();
  const kept = () => (navigation.arrival === "return" ? answers.get<Answer>(path) : null);
  const [received, set_received] = useState<Received<Answer>>(() => {
    const answer = kept();
    return { path: answer === null ? "" : path, answer, problem: null };
  });
  const [attempt, set_attempt] = useState(0);

  useEffect(() => {
    const at_hand = attempt === 0 ? kept() : null;
    if (at_hand !== null) {
      set_received({ path, answer: at_hand, problem: null });
      return;
    }
    const abort = new AbortController();
    ask(path, abort.signal).then(
      (answer) => {
        if (abort.signal.aborted) return;
        answers.put(path, answer);
        set_received({ path, answer, problem: null });
      },
      (error: unknown) => {
        if (abort.signal.aborted || is_abort(error)) return;
        const problem = error instanceof ApiProblem ? error : new ApiProblem("garbled", String(error), 0);
        set_received({ path, answer: null, problem });
      },
    );
    return () => abort.abort();
  }, [path, attempt, ask]);

  const retry = useCallback(() => {
    set_received((before) => ({ ...before, path: "", problem: null }));
    set_attempt((count) => count + 1);
  }, []);
  return { answer: received.answer, problem: received.problem, settled: received.path === path, retry };
}
