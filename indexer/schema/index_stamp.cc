#include "indexer/schema/index_stamp.h"

#include "indexer/schema/fields.h"

#include <nlohmann/json.hpp>

namespace tinlang::schema {
namespace {

constexpr const char* kStampKey = "tinlang";

}  // namespace

void write_stamp(Xapian::WritableDatabase& database, const IndexStamp& stamp) {
  const nlohmann::json json = {{"format", stamp.format_version},
                               {"analyzer", stamp.analyzer},
                               {"build", stamp.build_id},
                               {"created_at", stamp.created_at},
                               {"articles", stamp.articles}};
  database.set_metadata(kStampKey, json.dump());
}

Result<IndexStamp> read_stamp(const Xapian::Database& database) {
  const auto json = nlohmann::json::parse(database.get_metadata(kStampKey), nullptr, false);
  try {
    return IndexStamp{json.at("format").get<std::uint32_t>(),
                      json.at("analyzer").get<std::string>(), json.at("build").get<std::string>(),
                      json.at("created_at").get<std::string>(),
                      json.at("articles").get<std::uint64_t>()};
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::kIncompatible, "no tinlang index: its stamp is missing or broken");
  }
}

Result<void> check_compatible(const IndexStamp& stamp, const std::string& analyzer) {
  if (stamp.format_version != kFormatVersion) {
    return fail(ErrorCode::kIncompatible,
                "index format {} but this program reads format {}: rebuild the index",
                stamp.format_version, kFormatVersion);
  }
  if (stamp.analyzer != analyzer) {
    return fail(ErrorCode::kIncompatible,
                "index made by text analysis \"{}\" but this program has \"{}\": rebuild the index",
                stamp.analyzer, analyzer);
  }
  return {};
}

std::string encode(const OfficialName& official) {
  return nlohmann::json{{"name", official.name}, {"date", official.date}}.dump();
}

Result<OfficialName> decode_official(const std::string& stored) {
  const auto json = nlohmann::json::parse(stored, nullptr, false);
  try {
    return OfficialName{json.at("name").get<std::string>(), json.at("date").get<std::string>()};
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::kIncompatible, "an official's name is stored in an unknown form");
  }
}

}  // namespace tinlang::schema
