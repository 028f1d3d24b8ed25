// The words of a question that is being typed, as completions are compared with them.

#ifndef TINLANG_SEARCHD_SEARCH_SUGGEST_TYPED_H_
#define TINLANG_SEARCHD_SEARCH_SUGGEST_TYPED_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tinlang::search {

// One word as typed.
struct TypedWord {
  std::string canonical;  // key C
  std::string folded;     // key F
  std::size_t begin = 0;  // byte of the question
};

// What was typed so far.
struct TypedText {
  std::vector<TypedWord> words;
  bool is_last_open = true;  // more letters of the last word may come: no space after it

  // The folded words from `first` on, joined by spaces, with one more behind a finished word.
  std::string prefix(std::size_t first) const;

  // Whether more letters of `word` may come.
  bool is_open(std::size_t word) const { return is_last_open && word + 1 == words.size(); }

  // Whether the key C `there`, whose key F is or begins with that of `word`, has every mark
  // typed.
  bool admits_word(std::size_t word, std::string_view there) const;

  // Whether `words_there`, keys C from where `prefix(first)` begins, have every
  // mark typed. A finished word without marks admits all; one with marks, that
  // reading only; the unfinished one, each reading that has the marks so far.
  bool admits(std::size_t first, std::span<const std::string_view> words_there) const;
};

// Words are divided at everything that is neither letter nor digit. Never fails.
TypedText read_typed(std::string_view question);

// `text` as folded (or canonical) words with one space between them.
std::string folded_words(std::string_view text);
std::string canonical_words(std::string_view text);

// Views of the parts of `words` between spaces.
std::vector<std::string_view> split_words(std::string_view words);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SUGGEST_TYPED_H_
