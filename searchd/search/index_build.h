// One open build of the index and the readers that share it.

#ifndef TINLANG_SEARCHD_SEARCH_INDEX_BUILD_H_
#define TINLANG_SEARCHD_SEARCH_INDEX_BUILD_H_

#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "indexer/schema/index_stamp.h"
#include "indexer/text/analyzer.h"
#include "searchd/officials/corrections.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/hot_terms.h"
#include "searchd/search/known_names.h"
#include "searchd/search/spelling_readings.h"
#include "searchd/search/suggest_tables.h"

namespace tinlang::search {

// What one question needs for itself: neither of the two may serve two threads.
struct Reader {
  Xapian::Database database;
  text::Analyzer analyzer;
};

// Immutable but for its pool of readers; thread-safe. A build is never written
// to after it became current, so columns and readers always agree.
class IndexBuild {
 public:
  // Of `gazetteer`, which must outlive the build, the names of places are taken. Errors:
  // kIncompatible when the build has another format or analysis; kUnavailable when its files cannot
  // be read; those of OfficialColumn::read().
  static Result<std::unique_ptr<IndexBuild>> open(const std::filesystem::path& folder,
                                                  const gazetteer::Gazetteer& gazetteer,
                                                  const officials::Corrections& corrections);

  const std::filesystem::path& folder() const { return folder_; }
  const schema::IndexStamp& stamp() const { return stamp_; }
  const FacetColumns& columns() const { return columns_; }
  const HotTerms& hot_terms() const { return hot_terms_; }
  const KnownNames& names() const { return names_; }
  const Readings& readings() const { return readings_; }
  const SuggestTables& suggestions() const { return suggestions_; }

  // A reader of the pool, or a new one. Throws Xapian::Error; kUnavailable as Analyzer::create().
  Result<std::unique_ptr<Reader>> take();
  void give_back(std::unique_ptr<Reader> reader);

 private:
  IndexBuild(std::filesystem::path folder, schema::IndexStamp stamp)
      : folder_(std::move(folder)), stamp_(std::move(stamp)) {}

  std::filesystem::path folder_;
  schema::IndexStamp stamp_;
  FacetColumns columns_;
  HotTerms hot_terms_;
  KnownNames names_;
  Readings readings_;
  SuggestTables suggestions_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Reader>> idle_;  // guarded by mutex_
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_INDEX_BUILD_H_
