// WARC files -> pages: which records are pages, and their bodies decoded.

#ifndef TINLANG_INDEXER_ARCHIVE_WARC_PAGES_H_
#define TINLANG_INDEXER_ARCHIVE_WARC_PAGES_H_

#include <istream>
#include <string>

#include "indexer/archive/page_taker.h"

namespace tinlang::archive {

// Hands on the HTML of response records with status 200 and of resource
// records; source is "name#number of the record". Other responses and
// resources count as other files, revisits as such: what they refer to is a
// record of its own. Refused by name: pages over kMaxPageBytes or in an encoding that is
// not read, records without an HTTP head, parts of records, and each fault of WarcReader.
void read_warc(std::istream& in, const std::string& name, PageTaker& taker);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_WARC_PAGES_H_
