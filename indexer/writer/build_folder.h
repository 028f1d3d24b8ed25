// The steps of a build on disk: copy, name, switch, tidy.

#ifndef TINLANG_INDEXER_WRITER_BUILD_FOLDER_H_
#define TINLANG_INDEXER_WRITER_BUILD_FOLDER_H_

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/result/result.h"

namespace tinlang::writer {

// "2026-11-22T02:00:00Z".
std::string to_iso_utc(std::chrono::system_clock::time_point time);

// "20261122T020000Z-" and six hex digits that `seed` decides.
std::string make_build_id(std::chrono::system_clock::time_point time, std::string_view seed);

// Makes index/next, a copy of `base` or empty without one. Killed half-way it
// leaves no index/next. Errors: kUnavailable, naming the folder.
Result<void> begin_build(const std::filesystem::path& index,
                         const std::optional<std::filesystem::path>& base);

// Renames index/next to index/<build_id>, makes it current by one rename(2) and
// removes every build but this one and `previous`. Errors: kUnavailable; the
// build that was current then still is.
Result<void> switch_build(const std::filesystem::path& index, const std::string& build_id,
                          const std::optional<std::filesystem::path>& previous);

}  // namespace tinlang::writer

#endif  // TINLANG_INDEXER_WRITER_BUILD_FOLDER_H_
