// All that an archive knows of one place. Plain values.

#ifndef TINLANG_SEARCHD_SEARCH_LOCALITY_PAGE_H_
#define TINLANG_SEARCHD_SEARCH_LOCALITY_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searchd/search/search_page.h"

namespace tinlang::search {

struct LocalityRequest {
  std::string code;
  bool mentions = false;   // articles that mention the place count too
  std::size_t limit = 20;  // officials, sites and units named
};

// A month and how much of it there is: `count` of 0 with `archived` of 0 says nothing
// about the place, for nothing of that time was kept.
struct MonthCoverage {
  std::string month;           // "2023-05"
  std::uint64_t count = 0;     // articles about the place
  std::uint64_t archived = 0;  // articles, about anything, of the sites that speak for the place
};

struct MonthSpan {
  std::string from;  // both are months inside the span
  std::string to;
};

// Articles month by month.
struct Coverage {
  std::vector<MonthCoverage> months;  // from the first to the last month archived or counted
  std::vector<MonthSpan> gaps;        // between those, months of which nothing was archived
  std::uint64_t vague = 0;            // articles known to a year or a quarter only
  std::uint64_t undated = 0;
};

struct SiteCoverage {
  std::string host;
  std::uint64_t count = 0;     // articles about the place
  std::uint64_t archived = 0;  // articles of the site
  bool speaks_for = false;     // one of the sites that MonthCoverage::archived counts
};

// A post that articles give to somebody in the place.
struct PostInPlace {
  std::string slug;
  std::string title;           // without "nguyên"
  std::uint64_t holders = 0;   // people, not those of whom it is only told that they held it once
  std::uint64_t articles = 0;  // that say so of somebody
};

struct LocalityPage {
  std::string build_id;
  PlaceHistory history;
  std::uint64_t total = 0;
  std::uint64_t through = 0;  // of these, filed under units of the other time alone
  Coverage coverage;
  std::vector<FacetValue> officials;  // named in its articles, the most frequent first
  std::uint64_t officials_total = 0;
  std::vector<PostInPlace> posts;   // there, in what it came from or became; most articles first
  std::vector<SiteCoverage> sites;  // with articles about it, the most frequent first
  std::vector<FacetValue> units;    // units right below it, of its own time
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_LOCALITY_PAGE_H_
