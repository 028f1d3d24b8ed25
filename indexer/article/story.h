// The text that a reader meets when he reads on from a headline, until the page
// turns to something else.

#ifndef TINLANG_INDEXER_ARTICLE_STORY_H_
#define TINLANG_INDEXER_ARTICLE_STORY_H_

#include <cstddef>
#include <vector>

#include "indexer/article/line_kinds.h"
#include "indexer/article/page_blocks.h"

namespace tinlang::article {

struct Story {
  std::size_t begin = 0;  // blocks [begin, end); equal when nothing follows
  std::size_t end = 0;
  std::size_t chars = 0;              // of its prose
  std::size_t box = kNoIndex;         // the smallest box around its prose
  std::vector<std::size_t> excluded;  // blocks inside that lead elsewhere
};

// Reads on behind block `title`. `outside` and `kinds` have an entry for each block.
// A list of links, teasers or a heading of other matter ends the story, unless its
// own paragraphs go on behind it.
Story follow_story(const PageBlocks& page, const std::vector<LineKind>& kinds,
                   const std::vector<bool>& outside, std::size_t title);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_STORY_H_
