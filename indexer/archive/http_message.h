// One HTTP response as an archive keeps it: its head, and the body it stands for.

#ifndef TINLANG_INDEXER_ARCHIVE_HTTP_MESSAGE_H_
#define TINLANG_INDEXER_ARCHIVE_HTTP_MESSAGE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/archive/header_field.h"
#include "indexer/result/result.h"

namespace tinlang::archive {

// A longer head is not read.
inline constexpr std::size_t kMaxHttpHeadBytes = std::size_t{256} * 1024;

struct HttpHead {
  int status = 0;
  MediaType media;
  std::string transfer_encoding;  // lower case, as sent; empty when not given
  std::string content_encoding;   // lower case, as sent; empty when not given
  std::size_t bytes = 0;          // of the head, with the blank line that ends it
};

// The head at the beginning of `message`. Lines may end in LF alone and may be
// folded; a field without a name is passed over; of a repeated field the last
// counts. nullopt when there is no status line, or no blank line within
// kMaxHttpHeadBytes of `message`.
std::optional<HttpHead> parse_http_head(std::string_view message);

// `body` without its transfer and content encodings (chunked; gzip, deflate, br, zstd),
// undone from the outside in. Crawlers often keep the header and store the
// body decoded: a body that is not in the encoding its header names is taken
// as it is. One that ends early gives what is there.
// Errors: kInvalidInput for another encoding, for damaged bytes and for more
// than `max_bytes`; the message says which and names no source. Thread-safe.
Result<std::string> decode_http_body(const HttpHead& head, std::string_view body,
                                     std::size_t max_bytes);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_HTTP_MESSAGE_H_
