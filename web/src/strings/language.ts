// The reader's language: a preference of the device and not a part of the question, so not in the address.

import { kEnglish } from "./en";
import type { Strings } from "./strings";
import { kVietnamese } from "./vi";

const kLanguageItem = "tinlang.language";

/** The first is the default. */
export const kLanguages: readonly Strings[] = [kVietnamese, kEnglish];

export function read_language(): Strings {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(kLanguageItem);
  } catch {
    // Storage is refused: the default.
  }
  return kLanguages.find((strings) => strings.language === chosen) ?? kVietnamese;
}

export function keep_language(strings: Strings): void {
  try {
    localStorage.setItem(kLanguageItem, strings.language);
  } catch {
    // Storage is refused: the choice lasts until the page is left.
  }
}
