// When the event that an article tells of took place.

#ifndef TINLANG_INDEXER_ENTITIES_EVENT_FINDER_H_
#define TINLANG_INDEXER_ENTITIES_EVENT_FINDER_H_

#include <optional>

#include "indexer/article/article.h"
#include "indexer/calendar/date.h"

namespace tinlang::entities {

// The first day that the opening of the article names as a date, best one
// that a word of time introduces ("Sáng ngày 21/4"). A page without such a day
// and without a publish date gives the year that it speaks of as the current
// one ("6 tháng cuối năm 2023"), with precision kYear; else nothing.
std::optional<calendar::Date> find_event(const article::Article& article);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_EVENT_FINDER_H_
