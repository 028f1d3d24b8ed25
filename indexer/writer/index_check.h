// Questions about an index as a whole: is it sound, and what does it hold?

#ifndef TINLANG_INDEXER_WRITER_INDEX_CHECK_H_
#define TINLANG_INDEXER_WRITER_INDEX_CHECK_H_

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/result/result.h"

namespace tinlang::writer {

struct CheckReport {
  std::string build_id;
  std::uint64_t articles = 0;
  std::vector<std::string> faults;  // one line each; empty when all is well
};

// Reads every table and every stored article of the current build.
// Errors: those of schema::current_build() and schema::check_compatible().
Result<CheckReport> check_index(const std::filesystem::path& index);

struct IndexStats {
  std::string build_id;
  std::string created_at;
  std::uint32_t format_version = 0;
  std::string analyzer;
  std::uint64_t articles = 0;
  std::uint64_t with_date = 0;
  std::uint64_t with_locality = 0;
  std::uint64_t with_official = 0;
  std::uint64_t officials = 0;  // distinct
  std::uint64_t sites = 0;      // distinct hosts
  std::uint64_t terms = 0;      // distinct
  std::uint64_t bytes = 0;      // on disk
};

// What the current build holds. Errors: as check_index().
Result<IndexStats> index_stats(const std::filesystem::path& index);

}  // namespace tinlang::writer

#endif  // TINLANG_INDEXER_WRITER_INDEX_CHECK_H_
