// Where a text may be cut.

#ifndef TINLANG_INDEXER_TEXT_GRAPHEME_H_
#define TINLANG_INDEXER_TEXT_GRAPHEME_H_

#include <cstddef>
#include <string_view>

namespace tinlang::text {

// The last place at or before byte `at` of `text` (well-formed UTF-8) where no
// user-perceived character is divided: no letter from its marks, no sign from those it
// is joined with. `begin`, a place of that kind, when there is none behind it. Time grows
// with `at` - `begin`. Precondition: begin <= at <= text.size(). Thread-safe.
std::size_t grapheme_boundary(std::string_view text, std::size_t begin, std::size_t at);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_GRAPHEME_H_
