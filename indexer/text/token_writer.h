// Turns pieces of a text into tokens, with their keys and what they follow.

#ifndef TINLANG_INDEXER_TEXT_TOKEN_WRITER_H_
#define TINLANG_INDEXER_TEXT_TOKEN_WRITER_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/word_splitter.h"

namespace tinlang::text {

// One writer serves one text. `text` and `numbers` outlive it; pieces come in
// the order of their begin. finish() comes last and before adopt(); after it
// more pieces may come, but no abbreviation is joined over it.
class TokenWriter {
 public:
  // `numbers`, sorted: abbreviations inside them are not joined again.
  TokenWriter(std::string_view text, std::span<const DocumentNumber> numbers,
              std::vector<Token>& tokens);

  void add(const Piece& piece);
  void finish();

  // Takes the tokens from `first` on, which the caller has appended and which
  // lack only what the first word follows.
  void adopt(std::size_t first);

 private:
  // Capital abbreviations with one dash or '&' between two: "VH-XH", "VHTT&TT".
  struct Run {
    std::size_t first_token = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t parts = 0;
    bool has_abbreviation = false;  // some part is no syllable
  };

  void add_word(const Piece& piece);
  void add_alternative(const Piece& piece);
  void extend_run(const Piece& piece);
  void close_run();
  bool continues_run(std::size_t begin) const;
  bool is_in_document_number(std::size_t begin);
  bool follows(std::size_t begin) const;
  bool numbers_abbreviation(std::size_t begin) const;
  bool is_one_abbreviation(std::size_t begin) const;

  std::string_view text_;
  std::span<const DocumentNumber> numbers_;
  std::vector<Token>& tokens_;
  std::size_t last_word_ = 0;  // index of the last token that is no alternative
  bool has_word_ = false;
  Run run_;
};

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_TOKEN_WRITER_H_
