// Markup without what no later step reads, so that a tree is cheap to build and cannot be
// made dear: a tree builder's time grows with depth times tags, and with the square of a
// tag's attributes.

#ifndef TINLANG_INDEXER_ARTICLE_MARKUP_FILTER_H_
#define TINLANG_INDEXER_ARTICLE_MARKUP_FILTER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/class_hints.h"

namespace tinlang::article {

// Longer values (pictures written as data: URLs) say nothing about text.
inline constexpr std::size_t kMaxValueBytes = 64 * 1024;

// Start and end tags together: forty times what the longest written pages have.
inline constexpr std::size_t kMostTags = 400'000;

// Formatting that ends within a paragraph which began in it, or the other way round. For each the
// tree builder looks for a node among all of its siblings.
inline constexpr std::size_t kMostCrossings = 4'000;

inline constexpr std::size_t kMostStandIns = 0xFFFE;  // U+F0000 to U+FFFFD
inline constexpr char kStandInLead = '\xF3';
inline constexpr std::size_t kStandInBytes = 4;

// The number of the stand-in at `at`; kMostStandIns when there is none.
std::size_t stand_in_index(std::string_view text, std::size_t at);

// Leaves out comments, scripts except JSON-LD, style sheets, drawings, form fields,
// attributes that page_blocks.h does not ask for, classes and ids that hint at nothing, values
// over kMaxValueBytes, and start tags that would nest deeper than kMaxDepth (open_elements.h). Runs
// of white space outside <pre> become one space. The text that a reader sees, and its order, stay.
//
// A tree builder looks at each letter of a text several times, so a run of text without
// entities goes to it as one private-use character, its stand-in.
struct FilteredMarkup {
  std::string markup;
  std::vector<std::string_view> texts;  // what stand-ins stand for; point into the source
  NameHints names;                      // of the classes and ids of the page
  bool is_cut = false;                  // at more than kMostTags or kMostCrossings
};
FilteredMarkup filter_markup(std::string_view source);

// Splits text of the tree at its stand-ins and gives `take` the pieces as they were written.
template <typename Take>
void for_each_piece(std::string_view text, const std::vector<std::string_view>& texts,
                    const Take& take) {
  std::size_t from = 0;
  for (std::size_t at = text.find(kStandInLead); at != std::string_view::npos;
       at = text.find(kStandInLead, at)) {
    const std::size_t index = stand_in_index(text, at);
    if (index >= texts.size()) {  // a private-use character of the page itself
      ++at;
      continue;
    }
    if (at > from) take(text.substr(from, at - from));
    take(texts[index]);
    at += kStandInBytes;
    from = at;
  }
  if (from < text.size()) take(text.substr(from));
}

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_MARKUP_FILTER_H_
