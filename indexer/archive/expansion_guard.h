// When an archive gives so much more than it is that it was made to do so.

#ifndef TINLANG_INDEXER_ARCHIVE_EXPANSION_GUARD_H_
#define TINLANG_INDEXER_ARCHIVE_EXPANSION_GUARD_H_

#include <cstdint>

namespace tinlang::archive {

// Pages of one site share much, and compress about 5:1 with gzip and 30:1 with xz.
inline constexpr std::uint64_t kMaxExpansion = 200;
// Anything may expand to this without being suspect.
inline constexpr std::uint64_t kFreeExpansionBytes = std::uint64_t{100} * 1024 * 1024;

// Whether `decoded` bytes are too many from `compressed` bytes of a file.
inline bool expands_too_much(std::uint64_t decoded, std::uint64_t compressed) {
  return decoded > kFreeExpansionBytes && decoded / kMaxExpansion > compressed;
}

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_EXPANSION_GUARD_H_
