// The encodings of HTTP bodies that came after gzip.

#ifndef TINLANG_INDEXER_ARCHIVE_STREAM_CODINGS_H_
#define TINLANG_INDEXER_ARCHIVE_STREAM_CODINGS_H_

#include <cstddef>
#include <string_view>

#include "indexer/archive/inflater.h"

namespace tinlang::archive {

// Whether `bytes` begin as a frame of zstd does.
bool begins_like_zstd(std::string_view bytes);

// All of `in`, as inflate_all() gives it: one that ends early gives what is there.
Inflated unpack_zstd(std::string_view in, std::size_t max_bytes);
Inflated unpack_brotli(std::string_view in, std::size_t max_bytes);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_STREAM_CODINGS_H_
