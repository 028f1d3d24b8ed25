// What a unit was before July 2025 and what became of it, with the names to show.

#ifndef TINLANG_SEARCHD_SEARCH_PLACE_HISTORY_H_
#define TINLANG_SEARCHD_SEARCH_PLACE_HISTORY_H_

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

PlaceName place_name(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitId id);

PlaceHistory history_of(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitId id);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_PLACE_HISTORY_H_
