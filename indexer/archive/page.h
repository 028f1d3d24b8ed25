// One archived page as it was captured: bytes, not yet understood.

#ifndef TINLANG_INDEXER_ARCHIVE_PAGE_H_
#define TINLANG_INDEXER_ARCHIVE_PAGE_H_

#include <cstddef>
#include <string>

namespace tinlang::archive {

// A page larger than this is refused unread.
inline constexpr std::size_t kMaxPageBytes = std::size_t{20} * 1024 * 1024;

struct Page {
  std::string source;       // where the bytes lie: a file's path, or archive#member, archive#record
  std::string url;          // as the archive says; empty when it does not
  std::string captured_at;  // ISO 8601 UTC, second precision; empty when unknown
  std::string charset;      // of the Content-Type it came with, lower case, unchecked; often empty.
                            // A hint: servers often name one for all that they send
  std::string bytes;        // as captured, any encoding; at most kMaxPageBytes
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_PAGE_H_
