// A place in the columns and names of a build -> its page.

#ifndef TINLANG_SEARCHD_SEARCH_LOCALITY_PAGE_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_LOCALITY_PAGE_BUILDER_H_

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/locality_page.h"

namespace tinlang::search {

// The page of the unit `id`; which sites speak for it is said in place_coverage.h.
LocalityPage build_locality_page(const FacetColumns& columns, const gazetteer::Gazetteer& gazetteer,
                                 gazetteer::UnitId id, const LocalityRequest& request);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_LOCALITY_PAGE_BUILDER_H_
