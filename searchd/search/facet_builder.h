// Exact counts with the names to show.

#ifndef TINLANG_SEARCHD_SEARCH_FACET_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_FACET_BUILDER_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/match_set.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

// What of the request decides on its facets.
struct FacetChoice {
  gazetteer::System units = gazetteer::System::kThreeLevel;
  Places places = Places::kMain;
  std::size_t limit = 0;               // values of a facet
  std::optional<calendar::Date> from;  // the filter's, for the histogram
  std::optional<calendar::Date> to;
};
FacetChoice facet_choice(const SearchRequest& request);

// The facets over the full matches of `sets`; each ignores the filter of its own
// kind, but for the histogram, and names its most frequent values (dates: all of them).
// Equal counts are in the order of level and value.
Facets build_facets(const FacetColumns& columns, const MatchSets& sets,
                    const gazetteer::Gazetteer& gazetteer, const FacetChoice& choice);

// The most frequent of `counted`, named; codes and ids of equal count by length and value.
std::vector<FacetValue> official_values(const OfficialColumn& officials,
                                        const gazetteer::Gazetteer& gazetteer,
                                        std::vector<ValueCount> counted, std::size_t limit);
std::vector<FacetValue> locality_values(const gazetteer::Gazetteer& gazetteer,
                                        std::vector<LocalityCount> counted, std::size_t limit);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_FACET_BUILDER_H_
