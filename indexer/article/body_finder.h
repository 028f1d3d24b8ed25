// Where the article stands among the blocks of a page, by density of text and
// links; class names and phrases only settle the edges.

#ifndef TINLANG_INDEXER_ARTICLE_BODY_FINDER_H_
#define TINLANG_INDEXER_ARTICLE_BODY_FINDER_H_

#include <cstddef>
#include <vector>

#include "indexer/article/line_kinds.h"
#include "indexer/article/page_blocks.h"

namespace tinlang::article {

struct BodyRegion {
  std::size_t begin = 0;  // blocks [begin, end); empty when the page has no body
  std::size_t end = 0;
  std::size_t box = kNoIndex;  // the box that holds the body
  std::vector<bool> outside;   // for each block of the page: in a part that holds no article text

  bool empty() const { return begin == end; }
};

// `title_block` is where the title is printed, or kNoIndex.
// `kinds`: read_line_kinds(page, false).
BodyRegion find_body(const PageBlocks& page, const std::vector<LineKind>& kinds,
                     std::size_t title_block);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_BODY_FINDER_H_
