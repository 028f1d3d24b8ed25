// Both keys of one word in one pass: what syllable.h and the analyzer share.

#ifndef TINLANG_INDEXER_TEXT_WORD_KEYS_H_
#define TINLANG_INDEXER_TEXT_WORD_KEYS_H_

#include <string>
#include <string_view>

namespace tinlang::text {

// Writes the key C and the key F of `word`, in which there is no white space.
// False, and both empty, when `word` is malformed or when nothing of it remains
// (only invisible characters or only marks). Thread-safe.
bool make_keys(std::string_view word, std::string& canonical, std::string& folded);

// Whether `word` is two capital letters with a slash between them: "T/Ư". Its keys are those
// of "T.Ư".
bool is_slashed_abbreviation(std::string_view word);

// `word` in lower-case NFC with Ð as đ, tone marks where they are. Empty when malformed.
std::string lower_case(std::string_view word);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_WORD_KEYS_H_
