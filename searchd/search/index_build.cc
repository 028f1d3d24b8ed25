#include "searchd/search/index_build.h"

#include <utility>

namespace tinlang::search {

IndexBuild::IndexBuild(std::filesystem::path folder, schema::IndexStamp stamp, FacetColumns columns)
    : folder_(std::move(folder)), stamp_(std::move(stamp)), columns_(std::move(columns)) {}

Result<std::unique_ptr<IndexBuild>> IndexBuild::open(const std::filesystem::path& folder) {
  const auto named = [&](Error error) {
    return fail(error.code, "{}: {}", folder.string(), error.message);
  };
  try {
    const Xapian::Database database(folder.string());
    auto stamp = schema::read_stamp(database);
    if (!stamp) return named(std::move(stamp).error());
    if (auto checked = schema::check_compatible(*stamp, text::Analyzer::fingerprint()); !checked) {
      return named(std::move(checked).error());
    }
    return std::unique_ptr<IndexBuild>(
        new IndexBuild(folder, *std::move(stamp), FacetColumns::read(database)));
  } catch (const Xapian::DatabaseVersionError& error) {
    return named({ErrorCode::kIncompatible, error.get_msg() + ": rebuild the index"});
  } catch (const Xapian::Error& error) {
    return named({ErrorCode::kUnavailable, "cannot be read as an index: " + error.get_msg()});
  }
}

Result<std::unique_ptr<Reader>> IndexBuild::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return reader;
    }
  }
  auto analyzer = text::Analyzer::create();
  if (!analyzer) return tl::unexpected(std::move(analyzer).error());
  return std::unique_ptr<Reader>(
      new Reader{Xapian::Database(folder_.string()), *std::move(analyzer)});
}

void IndexBuild::give_back(std::unique_ptr<Reader> reader) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
}

}  // namespace tinlang::search
