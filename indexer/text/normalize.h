// One spelling of the code points that look alike, for display and analysis.

#ifndef TINLANG_INDEXER_TEXT_NORMALIZE_H_
#define TINLANG_INDEXER_TEXT_NORMALIZE_H_

#include <string>
#include <string_view>

#include "indexer/result/result.h"

namespace tinlang::text {

// Returns `utf8` in NFC with Ð ð Ɖ ɖ written as Đ đ, every kind of space (tabs
// too) written as ' ', and invisible characters (soft hyphen, joiners,
// direction marks, BOM, control characters) removed. '\n' and '\r' are kept;
// line breaks with other code points (vertical tab, form feed, U+0085, U+2028,
// U+2029) become '\n'. A zero-width space is removed inside a syllable and
// becomes a space between two words; beside anything else it is removed. A tone
// typed as a sign of its own (` ´ ˜) behind a vowel goes onto it where that makes
// a syllable: "toa`n", not "H`leo" nor the sign that closes a quotation.
// Letters, case, quotes and dashes stay as they are: this is what readers see.
// Idempotent.
// Errors: kInvalidInput when `utf8` is malformed; the message gives the byte
// offset. Thread-safe.
Result<std::string> normalize_text(std::string_view utf8);

// Whether `utf8` holds nothing that normalize_text() ever changes, which is so of nearly every
// text. False says nothing. Thread-safe.
bool is_plainly_normal(std::string_view utf8);

// Byte offset of the first malformed UTF-8 sequence, or npos.
std::size_t first_malformed_byte(std::string_view utf8);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_NORMALIZE_H_
