// Vietnamese syllables: keys to compare by, and the spelling to show.

#ifndef TINLANG_INDEXER_TEXT_SYLLABLE_H_
#define TINLANG_INDEXER_TEXT_SYLLABLE_H_

#include <string>
#include <string_view>

namespace tinlang::text {

// Words below are well-formed UTF-8; others give an empty key. All functions
// are thread-safe.

// The key C: NFC, lower case, look-alikes and punctuation unified, the tone
// mark taken out and written at the end as a digit (2 1 4 3 5 for grave,
// acute, tilde, hook, dot), so that tone placement does not matter: "Hoà",
// "HÒA" and "hòa" all give "hoa2". A word with no tone mark or more than one
// is only lower-cased. Works on a phrase word by word ("Huyện Ủy" -> "huyên5 uy3").
std::string canonical_key(std::string_view words);

// The key F: canonical_key without any mark, đ as d: "hoa". Word by word too.
std::string fold_key(std::string_view words);

// Whether `word` is spelt like a Vietnamese syllable (onset, rime and tone that
// exist together), with or without its marks, any case and tone placement.
bool is_vietnamese_syllable(std::string_view word);

// `words` with each syllable's tone mark where the old style puts it, for
// names, facets and suggestions: "Thuý" -> "Thúy", "Uỷ" -> "Ủy", "Hoà" -> "Hòa".
// Case and everything that is no Vietnamese syllable stay as they are.
std::string display_spelling(std::string_view words);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_SYLLABLE_H_
