// Markup without what no later step reads, so that a tree is cheap to build and cannot be
// made dear: a tree builder's time grows with depth times tags, and with the square of a
// tag's attributes.

#ifndef TINLANG_INDEXER_ARTICLE_MARKUP_FILTER_H_
#define TINLANG_INDEXER_ARTICLE_MARKUP_FILTER_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/article/stand_ins.h"

namespace tinlang::article {

// Start and end tags together: forty times what the longest written pages have.
inline constexpr std::size_t kMostTags = 400'000;

// Formatting that ends within a paragraph which began in it, or the other way round. For each the
// tree builder looks for a node among all of its siblings.
inline constexpr std::size_t kMostCrossings = 4'000;

// Leaves out comments, scripts except JSON-LD, style sheets, drawings, form fields,
// attributes that page_blocks.h does not ask for (kept_attributes.h), and start tags that would
// nest deeper than kMaxDepth (open_elements.h). Runs of white space outside <pre> become one space.
// The text that a reader sees, and its order, stay.
// Runs of text without entities, and long values of attributes, are written as stand-ins.
struct FilteredMarkup {
  std::string markup;
  StandIns stand_ins;   // for parts of the source
  bool is_cut = false;  // at more than kMostTags or kMostCrossings
};
FilteredMarkup filter_markup(std::string_view source);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_MARKUP_FILTER_H_
