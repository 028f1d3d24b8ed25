// A person in the columns of a build -> their page.

#ifndef TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_BUILDER_H_

#include "indexer/result/result.h"
#include "searchd/search/official_page.h"
#include "searchd/search/official_record.h"

namespace tinlang::search {

// Errors: kIncompatible for a stored article that cannot be read. Throws Xapian::Error.
Result<OfficialPage> build_official_page(const RecordSources& sources, PersonNumber person,
                                         const OfficialRequest& request);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_BUILDER_H_
