// People in the columns of a build -> their pages.

#ifndef TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_BUILDER_H_

#include <optional>

#include <xapian.h>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/official_page.h"

namespace tinlang::search {

// What the pages are made of.
struct RecordSources {
  const FacetColumns& columns;
  const Xapian::Database& database;
  const gazetteer::Gazetteer& gazetteer;
};

// Errors: kIncompatible for a stored article that cannot be read. Throws Xapian::Error.
Result<OfficialPage> build_official_page(const RecordSources& sources, PersonNumber person,
                                         const OfficialRequest& request);

// The holders of the post in `place` and in what it came from or became; anywhere when nullopt.
// Errors: as above. Throws Xapian::Error.
Result<PostPage> build_post_page(const RecordSources& sources,
                                 const std::optional<gazetteer::UnitId>& place,
                                 const PostRequest& request);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_BUILDER_H_
