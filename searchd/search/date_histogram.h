// Counts of dates in steps that fit the span they cover.

#ifndef TINLANG_SEARCHD_SEARCH_DATE_HISTOGRAM_H_
#define TINLANG_SEARCHD_SEARCH_DATE_HISTOGRAM_H_

#include <optional>

#include "indexer/calendar/date.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

// `counts` by day, week (from Monday on), month or year, whichever gives the most steps up to
// about 72; every step of the span is there, also those without an article. The span is from the
// first to the last date known to a month or better, by years to any; where `from` and `to`, the
// bounds that the reader set, are given it ends there. Dates known less well than a step is long
// are in `DateHistogram::vague`.
DateHistogram make_histogram(const DateCounts& counts, const std::optional<calendar::Date>& from,
                             const std::optional<calendar::Date>& to);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_DATE_HISTOGRAM_H_
