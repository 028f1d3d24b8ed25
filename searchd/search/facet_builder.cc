#include "searchd/search/facet_builder.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "searchd/search/date_histogram.h"

namespace tinlang::search {
namespace {

const std::string& value_of(const ValueCount& counted) { return counted.value; }
const std::string& value_of(const LocalityCount& counted) { return counted.code; }

// Keeps the `limit` most frequent of `counts`, in order. Codes and ids of one
// length sort by value; a unit's code is longer than the one of the unit that
// holds it, so a list cut anywhere still holds every parent of what it names.
template <typename Count>
void keep_most_frequent(std::vector<Count>& counts, std::size_t limit) {
  const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(std::min(limit, counts.size()));
  std::partial_sort(counts.begin(), middle, counts.end(), [](const Count& a, const Count& b) {
    return std::make_tuple(b.count, value_of(a).size(), std::string_view(value_of(a))) <
           std::make_tuple(a.count, value_of(b).size(), std::string_view(value_of(b)));
  });
  counts.erase(middle, counts.end());
}

// A code that this program's gazetteer lacks is shown as it is.
FacetValue locality_value(const gazetteer::Gazetteer& gazetteer, const LocalityCount& counted) {
  FacetValue value{counted.code, counted.code, {}, {}, counted.count, counted.through};
  const auto id = gazetteer.find_code(counted.code);
  if (!id) return value;
  const gazetteer::Unit& unit = gazetteer.unit(*id);
  value.label = unit.name;
  value.detail = gazetteer::kind_of(unit);
  if (unit.parent) value.parent = gazetteer.unit(*unit.parent).code;
  return value;
}

FacetValue official_value(const OfficialColumn& officials, const gazetteer::Gazetteer& gazetteer,
                          const ValueCount& counted) {
  FacetValue value{counted.value, counted.value, {}, {}, counted.count, 0};
  const auto number = officials.find(counted.value);
  if (!number) return value;
  const Person& person = officials.person(*number);
  if (!person.name.empty()) value.label = person.name;
  value.detail = person.post;
  const officials::Holding& latest = officials.holdings()[person.latest];
  value.post.slug = latest.post;
  if (latest.place) value.post.locality = gazetteer.unit(*latest.place).code;
  return value;
}

FacetValue plain_value(std::string value, std::uint64_t count) {
  return {value, value, {}, {}, count, 0};
}

// Every year from the first to the last, also those without an article.
std::vector<FacetValue> years_of(const DateCounts& counts) {
  std::vector<FacetValue> years;
  int last = 0;
  for (const auto& [date, count] : counts.dates) {
    if (years.empty()) last = date.year - 1;
    for (; last < date.year; ++last) years.push_back(plain_value(std::to_string(last + 1), 0));
    years.back().count += count;
  }
  return years;
}

// Those with an article.
std::vector<FacetValue> months_of(const DateCounts& counts) {
  constexpr std::size_t kMonthBytes = 7;  // "2023-05"
  std::vector<FacetValue> months;
  for (const auto& [date, count] : counts.dates) {
    if (date.precision < calendar::Precision::kMonth) continue;
    std::string month = to_iso_date(date).substr(0, kMonthBytes);
    if (months.empty() || months.back().value != month) {
      months.push_back(plain_value(std::move(month), 0));
    }
    months.back().count += count;
  }
  return months;
}

}  // namespace

FacetChoice facet_choice(const SearchRequest& request) {
  return {request.units, request.filters.mentions ? Places::kMentioned : Places::kMain,
          request.facet_limit, request.filters.from, request.filters.to};
}

std::vector<FacetValue> official_values(const OfficialColumn& officials,
                                        const gazetteer::Gazetteer& gazetteer,
                                        std::vector<ValueCount> counted, std::size_t limit) {
  keep_most_frequent(counted, limit);
  std::vector<FacetValue> values;
  for (const ValueCount& one : counted) {
    values.push_back(official_value(officials, gazetteer, one));
  }
  return values;
}

std::vector<FacetValue> locality_values(const gazetteer::Gazetteer& gazetteer,
                                        std::vector<LocalityCount> counted, std::size_t limit) {
  keep_most_frequent(counted, limit);
  std::vector<FacetValue> values;
  for (const LocalityCount& one : counted) values.push_back(locality_value(gazetteer, one));
  return values;
}

Facets build_facets(const FacetColumns& columns, const MatchSets& sets,
                    const gazetteer::Gazetteer& gazetteer, const FacetChoice& choice) {
  Facets facets;
  auto localities = columns.localities().count(sets.admitted(sets.question, FilterKind::kLocality),
                                               choice.units, choice.places);
  facets.localities_total = localities.size();
  facets.localities = locality_values(gazetteer, std::move(localities), choice.limit);

  auto officials = columns.officials().count(sets.admitted(sets.question, FilterKind::kOfficial));
  facets.officials_total = officials.size();
  facets.officials =
      official_values(columns.officials(), gazetteer, std::move(officials), choice.limit);

  const DateCounts dates = columns.count_dates(sets.admitted(sets.question, FilterKind::kDate));
  facets.years = years_of(dates);
  facets.months = months_of(dates);
  facets.undated = dates.undated;
  facets.histogram =
      make_histogram(columns.count_dates(sets.admitted(sets.question)), choice.from, choice.to);
  return facets;
}

}  // namespace tinlang::search
