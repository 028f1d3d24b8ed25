// When a page says that its article was published and changed.

#ifndef TINLANG_INDEXER_ARTICLE_PUBLISH_DATE_H_
#define TINLANG_INDEXER_ARTICLE_PUBLISH_DATE_H_

#include <optional>
#include <string_view>

#include "indexer/article/body_reader.h"
#include "indexer/article/json_ld.h"
#include "indexer/article/page_blocks.h"
#include "indexer/calendar/date.h"

namespace tinlang::article {

struct PublishDates {
  std::optional<calendar::Date> published;
  std::optional<calendar::Date> modified;
};

struct DateSources {
  const PageBlocks& page;
  const BodyRegion& region;
  const FoundTitle& title;
  const BodyText& body;
  const JsonLdArticle& json;
  std::string_view url;          // may be empty
  std::string_view captured_at;  // a page cannot be published after it was captured
};

// The page's machine-readable dates in their order of trust, then the lines
// that give a moment of publication beside the title or right behind the body.
// A moment of change counts as publication when nothing else is given, and then
// a day that the path of the address names.
PublishDates find_dates(const DateSources& sources);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_PUBLISH_DATE_H_
