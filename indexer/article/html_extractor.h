// Page bytes -> Article: charset, Gumbo tree, title, dates, body, byline.

#ifndef TINLANG_INDEXER_ARTICLE_HTML_EXTRACTOR_H_
#define TINLANG_INDEXER_ARTICLE_HTML_EXTRACTOR_H_

#include <cstddef>

#include "indexer/archive/page.h"
#include "indexer/article/article.h"
#include "indexer/article/page_loader.h"
#include "indexer/article/site_memory.h"
#include "indexer/result/result.h"

namespace tinlang::article {

// Bytes of a page's text, beyond any article: the longest laws have half of a megabyte. More
// would take seconds, here and wherever the article is read again.
inline constexpr std::size_t kMostText = 2 * 1024 * 1024;

// Reads the article of `page`. `repeated` is what the site prints on other pages too; empty
// when nothing is known.
// Errors: kInvalidInput for an empty page, one over archive::kMaxPageBytes or kMostText, one that
// is not HTML or plain text, or one without any title or body; kNotFound for a page that holds no
// article, only links and announcements of others. The message names page.source. Bounded time and
// stack for any bytes. Thread-safe.
Result<Article> extract_article(const archive::Page& page, const RepeatedBlocks& repeated = {});

// The same of a page that load_page() has already understood: `loaded` is what it gave.
Result<Article> extract_article(const archive::Page& page, LoadedPage loaded,
                                const RepeatedBlocks& repeated);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_HTML_EXTRACTOR_H_
