// The blocks of a body sorted into paragraphs, captions and credits.

#ifndef TINLANG_INDEXER_ARTICLE_BODY_READER_H_
#define TINLANG_INDEXER_ARTICLE_BODY_READER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/article/body_finder.h"
#include "indexer/article/page_blocks.h"
#include "indexer/article/title_finder.h"

namespace tinlang::article {

struct Paragraph {
  std::string text;
  std::size_t block = 0;  // the first block it comes from
};

struct BodyText {
  std::vector<Paragraph> paragraphs;  // reading order, each once
  std::vector<std::string> captions;
  std::string photo_credit;      // of a line of its own; empty when there is none
  std::size_t begin = kNoIndex;  // the first and behind the last block that the body used
  std::size_t end = kNoIndex;
};

// Those of `hints` that do not stand around the body itself: some sites call all of a page a
// widget.
Hints hints_elsewhere(const PageBlocks& page, const BodyText& body, Hints hints);

BodyText read_body(const PageBlocks& page, const BodyRegion& region, const FoundTitle& title);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_BODY_READER_H_
