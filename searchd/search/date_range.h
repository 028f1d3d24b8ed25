// A span of days as the date terms that lie wholly inside it.

#ifndef TINLANG_SEARCHD_SEARCH_DATE_RANGE_H_
#define TINLANG_SEARCHD_SEARCH_DATE_RANGE_H_

#include <optional>
#include <string>
#include <vector>

#include "indexer/calendar/date.h"

namespace tinlang::search {

// Terms of which a document has one or more exactly when its date, as precise
// as it is known, lies wholly between the first day of `from` and the last day
// of `to`: whole years by their year, what is left of a year by its months and
// then its days. An absent end is open. At most 150 years, 22 months and 60
// days, however wide the span. A quarter has no term of its own: an article
// known to its quarter is inside when the whole year is. Empty when `from` is
// after `to`.
std::vector<std::string> date_terms(const std::optional<calendar::Date>& from,
                                    const std::optional<calendar::Date>& to);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_DATE_RANGE_H_
