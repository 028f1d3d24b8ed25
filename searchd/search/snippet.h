// The passages of an article that show best why it was found.

#ifndef TINLANG_SEARCHD_SEARCH_SNIPPET_H_
#define TINLANG_SEARCHD_SEARCH_SNIPPET_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "searchd/search/marker.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

inline constexpr std::size_t kMaxSnippets = 2;
inline constexpr std::size_t kSnippetCodePoints = 220;  // without the ellipses

// At most kMaxSnippets passages of `body` (UTF-8, paragraphs separated by line
// breaks) that have most of the question's different parts, the better one
// first, disjoint. A part that the body seldom has tells more than one that it has everywhere,
// parts side by side as typed more than scattered ones, a word with its marks more than one
// without. A passage lies in one paragraph, is at most kSnippetCodePoints long, is cut only at
// spaces (inside a word only when that alone is longer, and never inside a character) and says "…"
// where it was cut. Without any mark: how the body begins. Empty for a blank body. Looks at the
// first 256 KiB of it.
std::vector<MarkedText> best_passages(std::string_view body, const Marker& marker,
                                      text::Analyzer& analyzer);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SNIPPET_H_
