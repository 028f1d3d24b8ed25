// The headline of a page, from what its heading, its <title> and its metadata agree on.

#ifndef TINLANG_INDEXER_ARTICLE_TITLE_FINDER_H_
#define TINLANG_INDEXER_ARTICLE_TITLE_FINDER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/article/json_ld.h"
#include "indexer/article/line_kinds.h"
#include "indexer/article/page_blocks.h"

namespace tinlang::article {

struct FoundTitle {
  std::string text;              // may be empty
  std::size_t block = kNoIndex;  // where it is printed, if it is
  std::string site_name;         // og:site_name or the suffix of <title>; may be empty
};

// `kinds`: read_line_kinds(page, false).
FoundTitle find_title(const PageBlocks& page, const std::vector<LineKind>& kinds,
                      const JsonLdArticle& json);

// For a page that neither names nor marks its title: the last bold or short line of
// its own at the head of the body that begins at block `body_begin`. Sets text and block.
void take_title_above(const PageBlocks& page, std::size_t body_begin, FoundTitle& title);

// Whether two lines say the same, whatever their case, marks and punctuation.
bool same_words(const std::string& a, const std::string& b);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_TITLE_FINDER_H_
