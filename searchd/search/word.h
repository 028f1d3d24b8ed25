// A word of a question and what it stands for.

#ifndef TINLANG_SEARCHD_SEARCH_WORD_H_
#define TINLANG_SEARCHD_SEARCH_WORD_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace tinlang::search {

// A word as the Analyzer keys it. Typed with marks it is matched by its key C,
// typed without by its key F.
struct Word {
  std::string canonical;
  std::string folded;
  bool marked = false;  // typed with marks, or to be matched exactly as typed
  bool prefix = false;  // only the beginning of the word was typed
  std::string twin;     // the key C of its other spelling with i or y; empty for none

  // Keys by which this index has the word, where its own key is not enough:
  // filled by resolve() (word_forms.h). C keys, or F keys of a prefix without marks.
  std::vector<std::string> forms;

  friend bool operator==(const Word&, const Word&) = default;
};

// Whether a word of a text is what `asked` asks for.
bool answers(const text::Token& token, const Word& asked);

// The key C of the same syllable with y for i or i for y where both spellings
// are in use ("ky4" for "ki4": kĩ, kỹ), else empty. Only syllables with a tone
// are: untoned "mi", "ti", "li" and names (Vi, Vy) are different words.
std::string other_spelling(std::string_view canonical);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_WORD_H_
