// A post in the columns of a build -> the page of its holders.

#ifndef TINLANG_SEARCHD_SEARCH_OFFICIAL_POST_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_OFFICIAL_POST_BUILDER_H_

#include <optional>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "searchd/search/official_page.h"
#include "searchd/search/official_record.h"

namespace tinlang::search {

// The holders of the post in `place` and in what it came from or became; anywhere when nullopt. A
// person is named once for each place. Errors: kIncompatible for a stored article that cannot be
// read. Throws Xapian::Error.
Result<PostPage> build_post_page(const RecordSources& sources,
                                 const std::optional<gazetteer::UnitId>& place,
                                 const PostRequest& request);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_OFFICIAL_POST_BUILDER_H_
