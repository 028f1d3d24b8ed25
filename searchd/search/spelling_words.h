// The words of a question with their places in it, as a correction replaces them.

#ifndef TINLANG_SEARCHD_SEARCH_SPELLING_WORDS_H_
#define TINLANG_SEARCHD_SEARCH_SPELLING_WORDS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tinlang::search {

struct QuestionWord {
  std::size_t begin = 0;  // bytes of the question
  std::size_t end = 0;
  std::string canonical;  // key C
  std::string folded;     // key F
  bool fixed = false;     // syntax, a number or excluded: not to be corrected
  bool follows = false;   // only spaces lie between it and the word before

  bool is_marked() const { return canonical != folded; }
};

// Runs of Vietnamese letters and digits. `question` is UTF-8 in NFC.
std::vector<QuestionWord> read_words(std::string_view question);

// `question` with each of its `words` written as the text of the same place;
// an empty text leaves a word as it is.
std::string rewritten(std::string_view question, std::span<const QuestionWord> words,
                      std::span<const std::string> texts);

// Syllables one slip away from `folded` (letters a to z): a letter more, a letter less,
// another letter, two neighbours swapped. Only those that could be Vietnamese; each once.
std::vector<std::string> one_slip_away(const std::string& folded);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SPELLING_WORDS_H_
