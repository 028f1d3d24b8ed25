// How the words of a line are written: names begin with capitals and hold no digits.

#ifndef TINLANG_INDEXER_ARTICLE_WORD_SHAPE_H_
#define TINLANG_INDEXER_ARTICLE_WORD_SHAPE_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace tinlang::article {

enum class LetterCase : std::uint8_t { kNone, kLower, kUpper };

// Of the first letter in UTF-8 text; kNone when it holds none. A letter without case is lower.
LetterCase first_letter_case(std::string_view word);

// Whether an ASCII digit stands anywhere in `text`.
bool has_digit(std::string_view text);

// What stands between the spaces of `text`, of which they are views.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_WORD_SHAPE_H_
