import type { Suggestion } from "../api/types";
import { use_strings } from "./app_context";

export const kSuggestionListId = "suggestions";

export function suggestion_id(index: number): string {
  return `suggestion-${index}`;
}

interface Props {
  suggestions: Suggestion[];
  /** Index of the option that the keys are on, -1 for none. */
  active: number;
  choose: (suggestion: Suggestion) => void;
}

/** The list of a combobox: the focus stays in its text field. */
export function SuggestionList({ suggestions, active, choose }: Props) {
  const strings = use_strings();
  return (
    <ul id={kSuggestionListId} class="suggestions" role="listbox" aria-label={strings.suggestions}>
      {suggestions.map((suggestion, index) => (
        <li
          key={`${suggestion.kind} ${suggestion.value ?? suggestion.text}`}
          id={suggestion_id(index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(suggestion)}
        >
          <span lang="vi">{suggestion.text}</span>{" "}
          <small>
            {strings.suggestion_kinds[suggestion.kind]}
            {suggestion.detail !== "" && <span lang="vi">: {suggestion.detail}</span>}
          </small>
        </li>
      ))}
    </ul>
  );
}
