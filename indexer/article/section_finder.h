// Under which section a site files an article.

#ifndef TINLANG_INDEXER_ARTICLE_SECTION_FINDER_H_
#define TINLANG_INDEXER_ARTICLE_SECTION_FINDER_H_

#include <string>

#include "indexer/article/filing.h"

namespace tinlang::article {

// The innermost section: metadata, else the last step of the breadcrumbs, linked or not, else a
// section's name linked right above the title. Empty when the page names none.
std::string find_category(const FilingSources& sources);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_SECTION_FINDER_H_
