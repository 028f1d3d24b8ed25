// The people and places that a question names, as filters to offer.

#ifndef TINLANG_SEARCHD_SEARCH_OFFER_LIST_H_
#define TINLANG_SEARCHD_SEARCH_OFFER_LIST_H_

#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "searchd/search/known_names.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

// Offers for the names of `question` (as normalize_text() leaves it), without
// those that `filters` has already and those right behind an excluding '-'.
std::vector<Offer> find_offers(std::string_view question, const Filters& filters,
                               const KnownNames& names, text::Analyzer& analyzer);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_OFFER_LIST_H_
