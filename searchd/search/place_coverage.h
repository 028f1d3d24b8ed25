// What of a time was archived about a place, so that "nothing found" and "nothing kept" are two
// things.

#ifndef TINLANG_SEARCHD_SEARCH_PLACE_COVERAGE_H_
#define TINLANG_SEARCHD_SEARCH_PLACE_COVERAGE_H_

#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/locality_page.h"

namespace tinlang::search {

// The sites of `articles`, which are those about `place`, the most frequent first. Those that speak
// for it are the portals of the place or of units inside it; where there is none those of the
// narrowest unit that holds it; without any portal all of them.
std::vector<SiteCoverage> sites_about(const FacetColumns& columns,
                                      const gazetteer::Gazetteer& gazetteer,
                                      gazetteer::UnitId place, const Roaring& articles);

// All articles, about anything, of the sites that speak for the place.
Roaring archived_by_speakers(const FacetColumns& columns, const std::vector<SiteCoverage>& sites);

// `articles` month by month beside what was `archived`.
Coverage cover(const FacetColumns& columns, const Roaring& articles, const Roaring& archived);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_PLACE_COVERAGE_H_
