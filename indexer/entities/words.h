// A paragraph as words and marks: what the grammars of this room read.

#ifndef TINLANG_INDEXER_ENTITIES_WORDS_H_
#define TINLANG_INDEXER_ENTITIES_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/word_keys.h"

namespace tinlang::entities {

enum class Shape {
  kLower,    // "huyện"
  kCapital,  // "Huyện", and a single capital letter
  kUpper,    // "UBND": two capitals or more and no small letter
  kNumber,   // "21"
  kMark,     // one character that is neither letter nor digit
};

struct Word {
  std::string_view text;  // of the text read
  std::string_view key;   // text::canonical_key(text); of a mark one spelling for its kind
  std::uint32_t id = Vocabulary::kUnknown;  // of the key, in the vocabulary of the WordKeys
  std::size_t begin = 0;                    // bytes of the text read
  std::size_t end = 0;
  Shape shape = Shape::kMark;
  bool glued = false;   // no space before it
  bool marked = false;  // not all of it is ASCII
  bool regular = true;  // its key is letters and digits alone
};

// Gives `word` the key and number of `entry`.
void set_key(const WordKeys::Entry& entry, Word* word);

// The words of `text` (UTF-8; malformed bytes are marks). Apostrophes between
// letters, or after a capital that stands alone ("K' Sor"), belong to the word.
std::vector<Word> read_words(std::string_view text, WordKeys* keys);

// Words that begin as a proper name does.
bool is_capitalised(const Word& word);

// Whether a line is set in capitals, so that capitals say nothing about names.
bool is_all_capitals(std::span<const Word> words);

// The words' keys from `begin` to before `end`, with one space between them.
std::string joined_keys(std::span<const Word> words, std::size_t begin, std::size_t end);

// `word` with its letters after the first in lower case: "NGUYỄN" -> "Nguyễn".
std::string capitalised(std::string_view word);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_WORDS_H_
