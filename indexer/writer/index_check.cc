#include "indexer/writer/index_check.h"

#include <set>
#include <sstream>
#include <string_view>
#include <system_error>

#include <xapian.h>

#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/index_folder.h"
#include "indexer/schema/index_stamp.h"
#include "indexer/text/analyzer.h"

#include <fmt/format.h>

namespace tinlang::writer {
namespace {

namespace fs = std::filesystem;
using schema::ValueSlot;

// More would only repeat what the first ones say.
constexpr std::size_t kMaxFaults = 20;

struct OpenBuild {
  fs::path folder;
  Xapian::Database database;
  schema::IndexStamp stamp;
};

Result<OpenBuild> open_build(const fs::path& index) {
  const auto folder = schema::current_build(index);
  if (!folder) return tl::unexpected(folder.error());
  try {
    Xapian::Database database(folder->string());
    const auto stamp = schema::read_stamp(database);
    if (!stamp) {
      return fail(stamp.error().code, "{}: {}", folder->string(), stamp.error().message);
    }
    const auto usable = schema::check_compatible(*stamp, text::Analyzer::fingerprint());
    if (!usable) {
      return fail(usable.error().code, "{}: {}", folder->string(), usable.error().message);
    }
    return OpenBuild{*folder, std::move(database), *stamp};
  } catch (const Xapian::Error& error) {
    return fail(ErrorCode::kIncompatible, "{}: cannot be opened: {}", folder->string(),
                error.get_msg());
  }
}

void check_tables(const OpenBuild& build, CheckReport& report) {
  std::ostringstream details;
  try {
    const auto errors =
        Xapian::Database::check(build.folder.string(), Xapian::DBCHECK_SHORT_TREE, &details);
    if (errors > 0) {
      report.faults.push_back(
          fmt::format("{}: {} errors in its tables", build.folder.string(), errors));
    }
  } catch (const Xapian::Error& error) {
    report.faults.push_back(
        fmt::format("{}: its tables cannot be read: {}", build.folder.string(), error.get_msg()));
  }
}

// An article must be found by its own id and have the hash that its value says.
void check_article(const Xapian::Database& database, Xapian::docid docid, CheckReport& report) {
  const Xapian::Document document = database.get_document(docid);
  const auto record = schema::decode(document.get_data());
  if (!record) {
    report.faults.push_back(fmt::format("article {}: {}", docid, record.error().message));
    return;
  }
  const auto term = schema::make_term(schema::FieldId::kId, record->id);
  if (database.get_termfreq(term) != 1) {
    report.faults.push_back(
        fmt::format("article {}: stored {} times", record->id, database.get_termfreq(term)));
  }
  if (document.get_value(static_cast<Xapian::valueno>(ValueSlot::kContentHash)) != record->sha256) {
    report.faults.push_back(fmt::format("article {}: its hash and its text differ", record->id));
  }
}

void check_articles(const OpenBuild& build, CheckReport& report) {
  const Xapian::Database& database = build.database;
  try {
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
         ++posting) {
      if (report.faults.size() >= kMaxFaults) return;
      check_article(database, *posting, report);
    }
  } catch (const Xapian::Error& error) {
    report.faults.push_back(
        fmt::format("{}: cannot be read: {}", build.folder.string(), error.get_msg()));
  }
}

std::uint64_t count_terms(const Xapian::Database& database, std::string_view prefix) {
  const std::string begin(prefix);
  std::uint64_t count = 0;
  for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
    ++count;
  }
  return count;
}

// How many articles have a value there. Also counts them by value.
std::uint64_t count_values(const Xapian::Database& database, ValueSlot slot,
                           std::set<std::string>* distinct = nullptr) {
  const auto number = static_cast<Xapian::valueno>(slot);
  std::uint64_t count = 0;
  for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number);
       ++value) {
    ++count;
    if (distinct != nullptr) distinct->insert(*value);
  }
  return count;
}

std::uint64_t folder_bytes(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator next(folder, error), end; !error && next != end;
       next.increment(error)) {
    std::error_code unreadable;
    const auto size = next->file_size(unreadable);
    if (!unreadable) bytes += size;
  }
  return bytes;
}

}  // namespace

Result<CheckReport> check_index(const fs::path& index) {
  const auto build = open_build(index);
  if (!build) return tl::unexpected(build.error());
  CheckReport report;
  report.build_id = build->stamp.build_id;
  report.articles = build->database.get_doccount();
  if (report.articles != build->stamp.articles) {
    report.faults.push_back(fmt::format("{}: {} articles, but its stamp says {}",
                                        build->folder.string(), report.articles,
                                        build->stamp.articles));
  }
  check_tables(*build, report);
  check_articles(*build, report);
  return report;
}

Result<IndexStats> index_stats(const fs::path& index) {
  const auto build = open_build(index);
  if (!build) return tl::unexpected(build.error());
  const Xapian::Database& database = build->database;
  try {
    IndexStats stats;
    stats.build_id = build->stamp.build_id;
    stats.created_at = build->stamp.created_at;
    stats.format_version = build->stamp.format_version;
    stats.analyzer = build->stamp.analyzer;
    stats.articles = database.get_doccount();
    stats.with_date = count_values(database, ValueSlot::kDate);
    stats.with_locality = count_values(database, ValueSlot::kLocality);
    stats.with_official = count_values(database, ValueSlot::kPosts);
    stats.officials = count_terms(database, field(schema::FieldId::kOfficial).prefix);
    std::set<std::string> sites;
    count_values(database, ValueSlot::kSite, &sites);
    stats.sites = sites.size();
    stats.terms = count_terms(database, "");
    stats.bytes = folder_bytes(build->folder);
    return stats;
  } catch (const Xapian::Error& error) {
    return fail(ErrorCode::kUnavailable, "{}: cannot be read: {}", build->folder.string(),
                error.get_msg());
  }
}

}  // namespace tinlang::writer
