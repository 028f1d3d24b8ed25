// The small lines at the head of an article, which tell when it was printed and who wrote it.

#ifndef TINLANG_INDEXER_ARTICLE_HEAD_LINE_H_
#define TINLANG_INDEXER_ARTICLE_HEAD_LINE_H_

#include <string>
#include <string_view>

#include "indexer/article/page_blocks.h"

namespace tinlang::article {

// Whether `block` is named for the date or the author, by its own box, a small one around that or
// an element within it, and is too short to be more; in any language. Or it reads "By Ann Reed".
bool is_head_line(const PageBlocks& page, const Block& block);

// `line` up to the date, the address or the counter that stands behind a name in it:
// "Dan Goodin - Apr 16, 2015 8:02 pm UTC" -> "Dan Goodin". All of it when there is none.
std::string_view name_in_head_line(std::string_view line);

// What stands behind a date and a space: "on March 10, 2015 by Ann Reed" -> "by Ann Reed". All of
// `line` when it does not begin with a date.
std::string_view behind_date(std::string_view line);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_HEAD_LINE_H_
