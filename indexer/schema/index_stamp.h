// The index describes itself: who made it, how, and how much it holds.

#ifndef TINLANG_INDEXER_SCHEMA_INDEX_STAMP_H_
#define TINLANG_INDEXER_SCHEMA_INDEX_STAMP_H_

#include <cstdint>
#include <string>

#include <xapian.h>

#include "indexer/result/result.h"

namespace tinlang::schema {

struct IndexStamp {
  std::uint32_t format_version = 0;
  std::string analyzer;    // text::Analyzer::fingerprint() of the writer
  std::string build_id;    // names this build; part of every answer
  std::string created_at;  // ISO 8601 UTC
  std::uint64_t articles = 0;
};

// Throws Xapian::Error; the writer maps it.
void write_stamp(Xapian::WritableDatabase& database, const IndexStamp& stamp);

// Errors: kIncompatible when `database` has no stamp or a broken one.
// Throws Xapian::Error.
Result<IndexStamp> read_stamp(const Xapian::Database& database);

// Errors: kIncompatible when this program cannot use an index so stamped; the
// message names both versions or both fingerprints and says to rebuild.
Result<void> check_compatible(const IndexStamp& stamp, const std::string& analyzer);

// How the name of an official is kept in the database's metadata.
struct OfficialName {
  std::string name;
  std::string date;  // ISO date of the article it is from; may be empty
};
inline constexpr const char* kOfficialKeyPrefix = "official:";
std::string encode(const OfficialName& official);
Result<OfficialName> decode_official(const std::string& stored);

}  // namespace tinlang::schema

#endif  // TINLANG_INDEXER_SCHEMA_INDEX_STAMP_H_
