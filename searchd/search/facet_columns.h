// What facets and date sorting need of each article, in memory.

#ifndef TINLANG_SEARCHD_SEARCH_FACET_COLUMNS_H_
#define TINLANG_SEARCHD_SEARCH_FACET_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include <roaring/roaring.hh>

namespace tinlang::search {

// A value and in how many articles of a set it stands.
struct ValueCount {
  std::string value;
  std::uint64_t count = 0;
};

struct DateCounts {
  std::vector<ValueCount> years;   // "2023", ascending, those with an article
  std::vector<ValueCount> months;  // "2023-05", ascending, those with an article
  std::uint64_t undated = 0;
};

// Columns by docid, read once from the value streams of a build: 12 bytes an
// article and 4 for each official it names. Immutable, so thread-safe.
class FacetColumns {
 public:
  // Throws Xapian::Error.
  static FacetColumns read(const Xapian::Database& database);

  // Codes of units, each with the articles of `set` whose main place lies in
  // it; in no order.
  std::vector<ValueCount> count_localities(const Roaring& set) const;

  // Ids of officials; in no order.
  std::vector<ValueCount> count_officials(const Roaring& set) const;

  // An article known to its year counts in no month, one to its quarter neither.
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
  struct FiledDate {
    std::uint32_t order = 0;  // year, month, day as decimal digits; 0 when unknown
    bool has_month = false;
  };

  void read_localities(const Xapian::Database& database);
  void read_officials(const Xapian::Database& database);
  void read_dates(const Xapian::Database& database);
  void find_newest_month();

  // Column 0 of `paths_` is no place: an article without one.
  std::vector<std::uint32_t> path_of_;             // by docid: index into paths_
  std::vector<std::vector<std::uint32_t>> paths_;  // indexes into codes_
  std::vector<std::string> codes_;
  std::vector<std::uint32_t> officials_begin_;  // by docid, and one more: into officials_
  std::vector<std::uint32_t> officials_;        // indexes into official_ids_
  std::vector<std::string> official_ids_;
  std::vector<FiledDate> dates_;    // by docid
  std::uint32_t newest_month_ = 0;  // counted from the year 0
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_FACET_COLUMNS_H_
