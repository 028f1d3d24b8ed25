// Text to tokens: the one analysis that index, question and highlighter share.
// What a token is, and why: README.md.

#ifndef TINLANG_INDEXER_TEXT_ANALYZER_H_
#define TINLANG_INDEXER_TEXT_ANALYZER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/result/result.h"

namespace tinlang::text {

// One syllable, number or word. Offsets are bytes of the analysed text, on
// code point boundaries, begin < end.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string canonical;  // key C, never empty
  std::string folded;     // key F, never empty
  // Whether the writer typed a diacritic: only such a word asks to be matched with its marks.
  bool marked = false;
  // Whether the previous token that is no alternative belongs to the same run of
  // text, so that the two may form a bigram or a phrase: no sentence or
  // paragraph ends between them. The marks . ! ? ; : … and line breaks end a
  // run, but not the full stop of "TP. Vinh" nor the colon of 14:30. Always
  // false for an alternative.
  bool follows = false;
  // A second reading of tokens that also stand beside it (the joined form
  // "vhxh" of "VH-XH", "hleo" of "H'leo", the whole of a glued word): it comes
  // right after the first of them and has its position and its begin, forms no
  // bigram and is no word of a question. Its text alone may give other keys;
  // the text of every other token, analysed alone, gives that token's keys.
  bool alternative = false;
};

// A document number as written, in lower case NFC and without spaces:
// "123/qđ-ubnd", "28-nq/tw". Its parts are tokens too.
struct DocumentNumber {
  std::uint32_t begin = 0;  // bytes of the analysed text
  std::uint32_t end = 0;
  std::string number;
};

struct AnalyzedText {
  std::vector<Token> tokens;
  std::vector<DocumentNumber> document_numbers;
};

// The key G of two adjacent tokens: "uy ban".
std::string bigram_key(const Token& first, const Token& second);

// Movable, not copyable. One object serves one thread at a time.
class Analyzer {
 public:
  // What an analyzer keeps of the texts it has seen. It changes the speed and
  // never a token: of running text nearly every word has been met before.
  enum class Recall {
    kChunks,  // words with their tokens, in half a megabyte
    kNone,    // nothing, to compare with
  };

  // Errors: kUnavailable when ICU's data is missing.
  static Result<Analyzer> create(Recall recall = Recall::kChunks);
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  // Tokens of `text` in order of begin. `text` is UTF-8, best as
  // normalize_text() leaves it, of less than 2 GiB; malformed bytes end tokens
  // and are skipped. The result refers to nothing of `text`.
  AnalyzedText analyze(std::string_view text);

  // Names this analysis: its version and ICU's. Two indexes are comparable
  // only if equal. At most 60 ASCII characters.
  static std::string fingerprint();

 private:
  struct State;
  class Reader;
  explicit Analyzer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_ANALYZER_H_
