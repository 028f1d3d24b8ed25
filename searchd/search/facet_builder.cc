#include "searchd/search/facet_builder.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "indexer/schema/index_stamp.h"

#include <fmt/format.h>

namespace tinlang::search {
namespace {

// Keeps the `limit` most frequent of `counts`, in order. Codes and ids of one
// length sort by value; a unit's code is longer than the one of the unit that
// holds it, so a list cut anywhere still holds every parent of what it names.
void keep_most_frequent(std::vector<ValueCount>& counts, std::size_t limit) {
  const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(std::min(limit, counts.size()));
  std::partial_sort(counts.begin(), middle, counts.end(),
                    [](const ValueCount& a, const ValueCount& b) {
                      return std::make_tuple(b.count, a.value.size(), std::string_view(a.value)) <
                             std::make_tuple(a.count, b.value.size(), std::string_view(b.value));
                    });
  counts.erase(middle, counts.end());
}

// A code that this program's gazetteer lacks is shown as it is.
FacetValue locality_value(const gazetteer::Gazetteer& gazetteer, const ValueCount& counted) {
  FacetValue value{counted.value, counted.value, {}, {}, counted.count};
  const auto id = gazetteer.find_code(counted.value);
  if (!id) return value;
  const gazetteer::Unit& unit = gazetteer.unit(*id);
  value.label = unit.name;
  value.detail = gazetteer::kind_of(unit);
  if (unit.parent) value.parent = gazetteer.unit(*unit.parent).code;
  return value;
}

FacetValue official_value(const Xapian::Database& database, const ValueCount& counted) {
  FacetValue value{counted.value, counted.value, {}, {}, counted.count};
  const auto named =
      schema::decode_official(database.get_metadata(schema::kOfficialKeyPrefix + counted.value));
  if (!named) return value;
  value.label = named->name;
  value.detail = named->post;
  return value;
}

FacetValue plain_value(const ValueCount& counted) {
  return {counted.value, counted.value, {}, {}, counted.count};
}

// Every year from the first to the last, also those without an article.
std::vector<FacetValue> without_gaps(const std::vector<ValueCount>& years) {
  std::vector<FacetValue> result;
  for (const ValueCount& counted : years) {
    while (!result.empty() && std::stoi(result.back().value) + 1 < std::stoi(counted.value)) {
      result.push_back(plain_value({fmt::format("{:04}", std::stoi(result.back().value) + 1), 0}));
    }
    result.push_back(plain_value(counted));
  }
  return result;
}

}  // namespace

Facets build_facets(const FacetColumns& columns, const MatchSets& sets, const FacetNames& names,
                    std::size_t facet_limit) {
  Facets facets;
  auto localities = columns.count_localities(sets.admitted(sets.question, FilterKind::kLocality));
  facets.localities_total = localities.size();
  keep_most_frequent(localities, facet_limit);
  for (const auto& counted : localities) {
    facets.localities.push_back(locality_value(names.gazetteer, counted));
  }

  auto officials = columns.count_officials(sets.admitted(sets.question, FilterKind::kOfficial));
  facets.officials_total = officials.size();
  keep_most_frequent(officials, facet_limit);
  for (const auto& counted : officials) {
    facets.officials.push_back(official_value(names.database, counted));
  }

  const DateCounts dates = columns.count_dates(sets.admitted(sets.question, FilterKind::kDate));
  facets.years = without_gaps(dates.years);
  for (const auto& counted : dates.months) facets.months.push_back(plain_value(counted));
  facets.undated = dates.undated;
  return facets;
}

}  // namespace tinlang::search
