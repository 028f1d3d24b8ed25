import { useEffect, useRef, useState } from "preact/hooks";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { use_app } from "./app_context";

interface Props {
  /** What is asked now; its filters stay when the question changes. */
  query: QueryState;
  large?: boolean;
}

export function SearchForm({ query, large = false }: Props) {
  const { navigation, strings } = use_app();
  const [written, set_written] = useState(query.q);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => set_written(query.q), [query.q]);

  const submit = (event: Event) => {
    event.preventDefault();
    const q = written.trim();
    if (q === "" && large) {
      input.current?.focus();
      return;
    }
    navigation.go(results_address(change_query(query, { q })), "top");
  };
  return (
    <form class={large ? "search search-large" : "search"} role="search" action="/" onSubmit={submit}>
      <label for="question">{strings.question_label}</label>
      <div class="search-row">
        <input
          id="question"
          ref={input}
          name="q"
          type="search"
          value={written}
          onInput={(event) => set_written(event.currentTarget.value)}
          placeholder={strings.question_hint}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          lang="vi"
          enterkeyhint="search"
          maxLength={600}
        />
        <button type="submit">{strings.search}</button>
      </div>
    </form>
  );
}
