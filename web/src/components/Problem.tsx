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

interface Props {
  problem: ApiProblem;
  retry: () => void;
  /** Instead of the daemon's sentence. */
  words?: string;
  /** Nothing else is on the page: its heading is that of the page. */
  alone?: boolean;
}

/** What went wrong, in a sentence, read out at once. */
export function Problem({ problem, retry, words, alone = false }: Props) {
  const strings = use_strings();
  const Heading = alone ? "h1" : "h2";
  return (
    <div class="problem" role="alert">
      <Heading>{strings.problem}</Heading>
      <p>{words ?? sentence(problem, strings)}</p>
      {may_pass(problem) && (
        <button type="button" onClick={retry}>
          {strings.retry}
        </button>
      )}
    </div>
  );
}
