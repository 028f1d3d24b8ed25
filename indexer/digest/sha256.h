// Names for bytes: equal bytes, equal name.

#ifndef TINLANG_INDEXER_DIGEST_SHA256_H_
#define TINLANG_INDEXER_DIGEST_SHA256_H_

#include <string>
#include <string_view>

namespace tinlang::digest {

// SHA-256 of `bytes` as 64 lower-case hex digits (FIPS 180-4). Thread-safe.
std::string sha256_hex(std::string_view bytes);

}  // namespace tinlang::digest

#endif  // TINLANG_INDEXER_DIGEST_SHA256_H_
