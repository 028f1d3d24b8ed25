// The bytes of a page -> its blocks, whatever they are encoded in.

#ifndef TINLANG_INDEXER_ARTICLE_PAGE_LOADER_H_
#define TINLANG_INDEXER_ARTICLE_PAGE_LOADER_H_

#include <string>

#include "indexer/archive/page.h"
#include "indexer/article/page_blocks.h"
#include "indexer/result/result.h"

namespace tinlang::article {

struct LoadedPage {
  PageBlocks blocks;
  std::string encoding;  // as Article::encoding
};

// Errors: kInvalidInput for an empty page, one over archive::kMaxPageBytes, and one that is
// not HTML or plain text; the message names page.source. Thread-safe.
Result<LoadedPage> load_page(const archive::Page& page);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_PAGE_LOADER_H_
