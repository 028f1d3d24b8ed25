// Who signed the article: its last lines, a line under the title, or its metadata.

#ifndef TINLANG_INDEXER_ARTICLE_BYLINE_FINDER_H_
#define TINLANG_INDEXER_ARTICLE_BYLINE_FINDER_H_

#include <string>

#include "indexer/article/body_reader.h"
#include "indexer/article/json_ld.h"
#include "indexer/article/page_blocks.h"

namespace tinlang::article {

// What a byline is looked for in.
struct BylineSources {
  const PageBlocks& page;
  const BodyRegion& region;
  const FoundTitle& title;
  const JsonLdArticle& json;
};

// As printed, without their labels; empty when there is none.
struct Byline {
  std::string author;
  std::string photos;  // who took the pictures
};

// The lines that hold the byline, and photo credits beside it, leave `body`.
Byline take_byline(const BylineSources& sources, BodyText& body);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_BYLINE_FINDER_H_
