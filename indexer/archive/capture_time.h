// The time at which a page was captured, as archives write it.

#ifndef TINLANG_INDEXER_ARCHIVE_CAPTURE_TIME_H_
#define TINLANG_INDEXER_ARCHIVE_CAPTURE_TIME_H_

#include <string>
#include <string_view>

namespace tinlang::archive {

// A WARC-Date as "2026-01-05T03:00:00Z". Fractions of a second are cut off; a
// date without a time, or a time without seconds, is that of its beginning.
// Empty for years, months, and whatever is no such date.
std::string capture_time(std::string_view warc_date);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_CAPTURE_TIME_H_
