import { useEffect } from "preact/hooks";
import { ask_health } from "../api/client";
import type { HealthAnswer } from "../api/types";
import { kEmptyQuery, results_address } from "../state/query_state";
import type { Strings } from "../strings/strings";
import { Link } from "./Link";
import { Problem } from "./Problem";
import { SearchForm } from "./SearchForm";
import { use_app } from "./app_context";
import { use_answer } from "./use_answer";

const kHealthPath = "/healthz";
const ask = (_path: string, signal: AbortSignal) => ask_health(signal);

function ArchiveSize({ health, strings }: { health: HealthAnswer; strings: Strings }) {
  const day = health.created_at === null ? null : new Date(health.created_at);
  const dated = day !== null && !Number.isNaN(day.getTime());
  return (
    <p class="archive-size">
      {strings.archive_size(health.articles)}
      {dated && (
        <>
          {", "}
          <time dateTime={health.created_at ?? ""}>
            {strings.archive_date(day.toLocaleDateString(strings.language, { timeZone: "Asia/Ho_Chi_Minh" }))}
          </time>
        </>
      )}
      {". "}
      <Link to={results_address({ ...kEmptyQuery, sort: "newest" })}>{strings.everything}</Link>
    </p>
  );
}

export function StartPage() {
  const { navigation, strings } = use_app();
  const { answer, problem, settled, retry } = use_answer(kHealthPath, ask);
  useEffect(() => {
    document.title = `${strings.site} – ${strings.tagline}`;
  }, [strings]);
  useEffect(() => {
    if (settled) navigation.settle(document.getElementById("question"));
  }, [settled, navigation]);

  return (
    <main id="content" class="start" tabIndex={-1}>
      <h1 lang="vi">{strings.site}</h1>
      <p class="tagline">{strings.tagline}</p>
      <SearchForm query={kEmptyQuery} large />
      <section class="examples" aria-labelledby="examples-title">
        <h2 id="examples-title">{strings.examples}</h2>
        <ul lang="vi">
          {strings.example_questions.map((q) => (
            <li key={q}>
              <Link to={results_address({ ...kEmptyQuery, q })}>{q}</Link>
            </li>
          ))}
        </ul>
      </section>
      {answer !== null && <ArchiveSize health={answer} strings={strings} />}
      {problem !== null && <Problem problem={problem} retry={retry} />}
      <section class="how" aria-labelledby="how-title">
        <h2 id="how-title">{strings.how_title}</h2>
        <dl>
          {strings.how.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}
