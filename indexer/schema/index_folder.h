// The folder that `--index` names: one folder a build, and which one is current.
//
//   DIR/current          symbolic link to the build in use, switched by rename(2)
//   DIR/<build id>/      a finished build: one Xapian database
//   DIR/next/            a build in progress, or left by a killed indexer
//   DIR/lock             held by the indexer that writes

#ifndef TINLANG_INDEXER_SCHEMA_INDEX_FOLDER_H_
#define TINLANG_INDEXER_SCHEMA_INDEX_FOLDER_H_

#include <filesystem>

#include "indexer/result/result.h"

namespace tinlang::schema {

inline constexpr const char* kCurrentName = "current";
inline constexpr const char* kNextName = "next";
inline constexpr const char* kLockName = "lock";

// The folder of the build in use.
// Errors: kNotFound when `index` does not exist or holds no finished build.
Result<std::filesystem::path> current_build(const std::filesystem::path& index);

}  // namespace tinlang::schema

#endif  // TINLANG_INDEXER_SCHEMA_INDEX_FOLDER_H_
