import { useEffect, useRef, useState } from "preact/hooks";
import type { Suggestion } from "../api/types";
import { type QueryState, change_query, results_address } from "../state/query_state";
import { next_option, suggestion_address } from "../state/suggestion_target";
import { SuggestionList, kSuggestionListId, suggestion_id } from "./SuggestionList";
import { use_app } from "./app_context";
import { use_suggestions } from "./use_suggestions";

interface Props {
  /** What is asked now; its filters stay when the question changes. */
  query: QueryState;
  large?: boolean;
}

/** The option that the keys are on, and the list that it belongs to: another list begins at the text field. */
interface Marked {
  list: Suggestion[];
  index: number;
}

export function SearchForm({ query, large = false }: Props) {
  const { navigation, strings } = use_app();
  const [written, set_written] = useState(query.q);
  const [wanted, set_wanted] = useState(false);
  const [marked, set_marked] = useState<Marked>({ list: [], index: -1 });
  const input = useRef<HTMLInputElement>(null);
  const suggestions = use_suggestions(written, wanted);
  const open = wanted && suggestions.length > 0;
  const active = marked.list === suggestions ? marked.index : -1;
  const chosen = open ? suggestions[active] : undefined;
  useEffect(() => set_written(query.q), [query.q]);

  const choose = (suggestion: Suggestion) => {
    set_wanted(false);
    set_written(suggestion.kind === "phrase" ? suggestion.text : "");
    navigation.go(suggestion_address(query, suggestion), "top");
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (chosen !== undefined) return choose(chosen);
    set_wanted(false);
    const q = written.trim();
    if (q === "" && large) {
      input.current?.focus();
      return;
    }
    navigation.go(results_address(change_query(query, { q })), "top");
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      set_wanted(false);
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (open) set_marked({ list: suggestions, index: next_option(active, suggestions.length, event.key) });
    else set_wanted(true);
  };
  return (
    <form class={large ? "search search-large" : "search"} role="search" action="/" onSubmit={submit}>
      <label for="question">{strings.question_label}</label>
      <div class="search-row">
        <input
          id="question"
          ref={input}
          name="q"
          type="text"
          value={written}
          onInput={(event) => {
            set_written(event.currentTarget.value);
            set_wanted(true);
          }}
          onKeyDown={press}
          onBlur={() => set_wanted(false)}
          placeholder={strings.question_hint}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? kSuggestionListId : undefined}
          aria-activedescendant={chosen === undefined ? undefined : suggestion_id(active)}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          lang="vi"
          enterkeyhint="search"
          maxLength={600}
        />
        <button type="submit">{strings.search}</button>
      </div>
      {open && <SuggestionList suggestions={suggestions} active={active} choose={choose} />}
    </form>
  );
}
