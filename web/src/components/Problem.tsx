import type { ApiProblem } from "../api/client";
import type { Strings } from "../strings/strings";
import { use_strings } from "./app_context";

function sentence(problem: ApiProblem, strings: Strings): string {
  if (problem.kind === "unreachable") return strings.unreachable;
  if (problem.kind === "garbled" || problem.detail === "") return strings.garbled;
  return strings.problem_detail(problem.detail);
}

// The same question gets the same refusal; only the network and the daemon's own troubles pass.
function may_pass(problem: ApiProblem): boolean {
  return problem.status < 400 || problem.status >= 500;
}

/** What went wrong, in a sentence, read out at once. `words` replaces the daemon's sentence. */
export function Problem({ problem, retry, words }: { problem: ApiProblem; retry: () => void; words?: string }) {
  const strings = use_strings();
  return (
    <div class="problem" role="alert">
      <h2>{strings.problem}</h2>
      <p>{words ?? sentence(problem, strings)}</p>
      {may_pass(problem) && (
        <button type="button" onClick={retry}>
          {strings.retry}
        </button>
      )}
    </div>
  );
}
