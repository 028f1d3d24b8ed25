// Lines of people's records, with the articles that prove them.

#ifndef TINLANG_SEARCHD_SEARCH_OFFICIAL_RECORD_H_
#define TINLANG_SEARCHD_SEARCH_OFFICIAL_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/locality_page.h"
#include "searchd/search/official_page.h"

namespace tinlang::search {

// What the pages are made of.
struct RecordSources {
  const FacetColumns& columns;
  const Xapian::Database& database;
  const gazetteer::Gazetteer& gazetteer;
};

// Numbers of holdings that are one line of a record: of one post in one place.
using LineHoldings = std::vector<std::uint32_t>;

// Not thread-safe; refers to its sources. Errors: kIncompatible for a stored article that cannot be
// read. Throws Xapian::Error.
class RecordReader {
 public:
  explicit RecordReader(const RecordSources& sources)
      : sources_(sources), officials_(sources.columns.officials()) {}

  PersonName name_of(PersonNumber number) const;

  // The lines of `holdings`, in their order: those of one person that say the same are one.
  std::vector<LineHoldings> lines_of(const std::vector<std::uint32_t>& holdings) const;

  // For each of `lines` the articles of `set` that say so: by date, undated ones neither first nor
  // last unless all are.
  std::vector<std::vector<std::uint32_t>> proofs(const Roaring& set,
                                                 const std::vector<LineHoldings>& lines) const;

  // `proofs` are the articles of the line.
  Result<RecordLine> line(const LineHoldings& holdings,
                          const std::vector<std::uint32_t>& proofs) const;

  Result<ArticleReference> article(std::uint32_t docid) const;

  // From the first to the last day of the line; nullopt when all its articles are undated.
  std::optional<officials::DaySpan> span_of(const LineHoldings& holdings) const;

  // Others of whom articles say that they held a seat of this person at the same time.
  std::vector<RivalClaim> rivals_of(PersonNumber number) const;

 private:
  void leave_undated_inside(std::vector<std::uint32_t>& docids) const;
  bool say_the_same(std::uint32_t a, std::uint32_t b) const;
  void add_rivals(PersonNumber number, std::uint32_t own, std::vector<RivalClaim>& rivals) const;

  const RecordSources& sources_;
  const OfficialColumn& officials_;
};

// Units of one place: one unit, or an older one and what it went into in July 2025.
bool is_same_place(const gazetteer::Gazetteer& gazetteer, const std::optional<gazetteer::UnitId>& a,
                   const std::optional<gazetteer::UnitId>& b);

// The months of dates known so well that have an article, in order.
std::vector<MonthCount> months_of(const DateCounts& counts);

// The posts that articles give to people in `place`, those of most articles first; at most `limit`.
std::vector<PostInPlace> posts_in(const OfficialColumn& officials,
                                  const gazetteer::Gazetteer& gazetteer, gazetteer::UnitId place,
                                  std::size_t limit);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_OFFICIAL_RECORD_H_
