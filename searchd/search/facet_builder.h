// Exact counts with the names to show.

#ifndef TINLANG_SEARCHD_SEARCH_FACET_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_FACET_BUILDER_H_

#include <cstddef>

#include <xapian.h>

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/match_set.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

// Where the names of the values are kept.
struct FacetNames {
  const gazetteer::Gazetteer& gazetteer;
  const Xapian::Database& database;  // officials: its metadata
};

// The facets over the full matches of `sets`; each ignores the filter of its own
// kind and names its `facet_limit` most frequent values (dates: all of them).
// Equal counts are in the order of level and value. Throws Xapian::Error.
Facets build_facets(const FacetColumns& columns, const MatchSets& sets, const FacetNames& names,
                    std::size_t facet_limit);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_FACET_BUILDER_H_
