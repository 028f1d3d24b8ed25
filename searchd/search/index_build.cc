#include "searchd/search/index_build.h"

#include <utility>

#include "searchd/search/page_cache.h"

namespace tinlang::search {

Result<std::unique_ptr<IndexBuild>> IndexBuild::open(const std::filesystem::path& folder,
                                                     const gazetteer::Gazetteer& gazetteer,
                                                     const officials::Corrections& corrections) {
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
    auto analyzer = text::Analyzer::create();
    if (!analyzer) return named(std::move(analyzer).error());
    // First of all: the columns below are then read from memory too.
    read_into_page_cache(folder, page_cache_budget());
    std::unique_ptr<IndexBuild> build(new IndexBuild(folder, *std::move(stamp)));
    auto columns = FacetColumns::read(database, gazetteer, corrections);
    if (!columns) return tl::unexpected(std::move(columns).error());
    build->columns_ = *std::move(columns);
    build->hot_terms_ = HotTerms::read(database);
    build->names_ = KnownNames::read({database, gazetteer, build->columns_.officials()}, *analyzer);
    build->readings_ = Readings::read(database, *analyzer);
    build->suggestions_ =
        SuggestTables::read({database, gazetteer, build->columns_, build->readings_});
    // The first question finds a reader that has been used, as all others do.
    build->give_back(std::unique_ptr<Reader>(new Reader{database, *std::move(analyzer)}));
    return build;
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
