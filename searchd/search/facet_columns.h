// What facets and date sorting need of each article, in memory.

#ifndef TINLANG_SEARCHD_SEARCH_FACET_COLUMNS_H_
#define TINLANG_SEARCHD_SEARCH_FACET_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/calendar/date.h"
#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/column_reader.h"
#include "searchd/search/locality_column.h"
#include "searchd/search/official_column.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// A date as articles give it and how many of a set do.
struct DateCount {
  calendar::Date date;  // precision year, quarter, month or day
  std::uint64_t count = 0;
};

struct DateCounts {
  std::vector<DateCount> dates;  // ascending; a vaguer date before the days that it can mean
  std::uint64_t undated = 0;
};

// Columns by docid, read once from the value streams of a build: beside localities and officials
// 8 bytes an article. Immutable, so thread-safe.
class FacetColumns {
 public:
  // Errors: those of OfficialColumn::read(). Throws Xapian::Error.
  static Result<FacetColumns> read(const Xapian::Database& database,
                                   const gazetteer::Gazetteer& gazetteer,
                                   const officials::Corrections& corrections);

  const LocalityColumn& localities() const { return localities_; }
  const OfficialColumn& officials() const { return officials_; }

  // Hosts of sites, in no order.
  std::vector<ValueCount> count_sites(const Roaring& set) const;

  // The articles of exactly these hosts.
  Roaring of_sites(const std::vector<std::string>& hosts) const;

  // nullopt when it is unknown.
  std::optional<calendar::Date> date_of(std::uint32_t docid) const;

  DateCounts count_dates(const Roaring& set) const;

  // Months from the date of `docid` to when the newest articles are from, 0 for those
  // themselves; nullopt when the date is unknown. A few dates beyond all others, which
  // are misread or in the future, count as new.
  std::optional<std::uint32_t> months_before_newest(std::uint32_t docid) const;

  // The first `count` docids of `set` by date, undated last, equal dates by
  // docid. A vaguer date counts as the moment before the first day it can mean.
  std::vector<std::uint32_t> sorted_by_date(const Roaring& set, bool newest_first,
                                            std::size_t count) const;

 private:
  void read_sites(const Xapian::Database& database);
  void read_dates(const Xapian::Database& database);
  void find_newest_month();

  LocalityColumn localities_;
  OfficialColumn officials_;
  std::vector<std::uint32_t> site_of_;  // by docid: a number of sites_; 0 is no site
  Interner sites_;
  std::vector<std::uint32_t> date_of_;         // by docid: index into dates_; 0 when unknown
  std::vector<calendar::Date> dates_;          // each once, ascending from index 1 on
  std::vector<std::uint32_t> month_of_date_;   // by index into dates_: months from the year 0
  std::vector<std::uint32_t> moment_of_date_;  // by index into dates_: the later, the greater
  std::uint32_t newest_month_ = 0;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_FACET_COLUMNS_H_
