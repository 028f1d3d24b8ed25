// The words of a text, as ICU's word breaks and a few corrections give them.

#ifndef TINLANG_INDEXER_TEXT_WORD_READER_H_
#define TINLANG_INDEXER_TEXT_WORD_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <unicode/brkiter.h>

namespace tinlang::text {

// In bytes of the text.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_address = false;  // an e-mail address or a host name: never split
};

// The words between ICU's breaks, without what lies between words, and put
// together where ICU divides what is one word here. Nothing beyond ASCII white
// space has a say in a word.
class WordReader {
 public:
  // `breaks` has been given `text`; both outlive the reader.
  WordReader(std::string_view text, icu::BreakIterator& breaks)
      : text_(text), breaks_(breaks), boundary_(breaks.first()) {}

  std::optional<Word> next();

 private:
  std::string_view word_text(const Word& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }
  std::size_t address_length(const Word& word) const;
  std::size_t end_with_apostrophe(const Word& word);
  std::size_t end_with_slash(const Word& word) const;
  std::size_t end_with_small_digits(const Word& word) const;

  bool is_word_at(std::size_t at) const;

  std::string_view text_;
  icu::BreakIterator& breaks_;
  std::int32_t boundary_;
  std::size_t taken_ = 0;  // up to here the text is part of words given out
};

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_WORD_READER_H_
