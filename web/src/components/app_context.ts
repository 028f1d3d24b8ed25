// What every component may need, handed down once instead of through each of them.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AnswerCache } from "../state/answer_cache";
import type { LabelBook } from "../state/label_book";
import type { Navigation } from "../state/navigation";
import type { Strings } from "../strings/strings";

export interface AppTools {
  navigation: Navigation;
  answers: AnswerCache;
  labels: LabelBook;
  strings: Strings;
}

export const AppContext = createContext<AppTools | null>(null);

export function use_app(): AppTools {
  const tools = useContext(AppContext);
  if (tools === null) throw new Error("a component stands outside of App");
  return tools;
}

export function use_strings(): Strings {
  return use_app().strings;
}
