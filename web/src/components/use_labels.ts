// Finds names for filters that came with the address: one article under the filter names it.

import { useEffect, useState } from "preact/hooks";
import { ask_search, search_path } from "../api/client";
import type { QueryState } from "../state/query_state";
import { use_app } from "./app_context";

/** Asks once the main answer is there (`ready`), which usually names everything already. */
export function use_labels(query: QueryState, ready: boolean): void {
  const { labels } = use_app();
  const [, set_learnt] = useState(0);
  const unknown = (["locality", "official", "post"] as const).flatMap((kind) =>
    query[kind].filter((value) => !labels.knows(kind, value)).map((value) => ({ kind, value })),
  );
  const wanted = unknown.map(({ kind, value }) => `${kind}=${value}`).join("&");

  useEffect(() => {
    if (!ready || wanted === "") return;
    const abort = new AbortController();
    for (const { kind, value } of unknown) {
      const parameters = new URLSearchParams({ [kind]: value, limit: "1", facets: "0" });
      ask_search(search_path(parameters.toString()), abort.signal).then(
        (answer) => {
          labels.learn(answer);
          set_learnt((count) => count + 1);
        },
        () => undefined, // the chip then shows the code: still true, only less kind
      );
    }
    return () => abort.abort();
  }, [ready, wanted]);
}
