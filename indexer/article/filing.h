// Which tags a site files an article under.

#ifndef TINLANG_INDEXER_ARTICLE_FILING_H_
#define TINLANG_INDEXER_ARTICLE_FILING_H_

#include <string>
#include <vector>

#include "indexer/article/body_reader.h"
#include "indexer/article/json_ld.h"
#include "indexer/article/page_blocks.h"
#include "indexer/article/title_finder.h"

namespace tinlang::article {

// What a page's filing is looked for in.
struct FilingSources {
  const PageBlocks& page;
  const FoundTitle& title;
  const BodyText& body;
  const JsonLdArticle& json;
};

// The tags as printed, each once, without '#': those beside the article, else those that
// metadata lists. Never <meta name="keywords">, which most sites fill once for all pages.
std::vector<std::string> find_tags(const FilingSources& sources);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_FILING_H_
