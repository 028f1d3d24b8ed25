// A paragraph as words and marks: what the grammars of this room read.

#ifndef TINLANG_INDEXER_ENTITIES_WORDS_H_
#define TINLANG_INDEXER_ENTITIES_WORDS_H_

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
  std::size_t begin = 0;  // bytes of the text read
  std::size_t end = 0;
  Shape shape = Shape::kMark;
  bool glued = false;  // no space before it
};

// Keys of words already met. Views that key() returns live as long as this
// object. One object serves one thread at a time.
class WordKeys {
 public:
  std::string_view key(std::string_view word);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> keys_;
};

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
