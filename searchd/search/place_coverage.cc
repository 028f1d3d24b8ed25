#include "searchd/search/place_coverage.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace tinlang::search {
namespace {

using gazetteer::Gazetteer;
using gazetteer::UnitId;

constexpr int kMonthsOfYear = 12;

// Months from the year 0.
int number_of(const calendar::Date& date) { return date.year * kMonthsOfYear + date.month - 1; }

std::string name_of(int month) {
  return fmt::format("{:04}-{:02}", month / kMonthsOfYear, month % kMonthsOfYear + 1);
}

// How far a portal's unit is from a place: 0 when it is the place or lies inside it, then one for
// each step up; nullopt for a site that is no portal of a unit, or one of a unit elsewhere.
std::optional<std::size_t> distance(const Gazetteer& gazetteer, std::string_view host,
                                    UnitId place) {
  const Gazetteer then = gazetteer.as_of(gazetteer.unit(place).system);
  const auto portal = then.find_host(host);
  if (!portal) return std::nullopt;
  if (contains(then, place, *portal)) return 0;
  const auto path = then.path(place);
  const auto found = std::find(path.rbegin(), path.rend(), *portal);
  if (found == path.rend()) return std::nullopt;
  return static_cast<std::size_t>(found - path.rbegin());
}

void mark_speakers(const Gazetteer& gazetteer, UnitId place, std::vector<SiteCoverage>& sites) {
  std::vector<std::optional<std::size_t>> distances;
  std::optional<std::size_t> nearest;
  for (const SiteCoverage& site : sites) {
    distances.push_back(distance(gazetteer, site.host, place));
    if (distances.back() && (!nearest || *distances.back() < *nearest)) nearest = distances.back();
  }
  for (std::size_t i = 0; i < sites.size(); ++i) {
    sites[i].speaks_for = !nearest || distances[i] == nearest;
  }
}

}  // namespace

std::vector<SiteCoverage> sites_about(const FacetColumns& columns, const Gazetteer& gazetteer,
                                      UnitId place, const Roaring& articles) {
  std::vector<SiteCoverage> sites;
  std::vector<std::string> hosts;
  for (const ValueCount& site : columns.count_sites(articles)) {
    sites.push_back({site.value, site.count, 0, false});
    hosts.push_back(site.value);
  }
  std::map<std::string, std::uint64_t> archived;
  for (const ValueCount& site : columns.count_sites(columns.of_sites(hosts))) {
    archived.emplace(site.value, site.count);
  }
  for (SiteCoverage& site : sites) site.archived = archived[site.host];
  std::sort(sites.begin(), sites.end(), [](const SiteCoverage& a, const SiteCoverage& b) {
    return a.count != b.count ? a.count > b.count : a.host < b.host;
  });
  mark_speakers(gazetteer, place, sites);
  return sites;
}

Roaring archived_by_speakers(const FacetColumns& columns, const std::vector<SiteCoverage>& sites) {
  std::vector<std::string> hosts;
  for (const SiteCoverage& site : sites) {
    if (site.speaks_for) hosts.push_back(site.host);
  }
  return columns.of_sites(hosts);
}

Coverage cover(const FacetColumns& columns, const Roaring& articles, const Roaring& archived) {
  const DateCounts counts = columns.count_dates(articles);
  Coverage covered;
  std::map<int, MonthCoverage> months;
  for (const DateCount& counted : counts.dates) {
    if (counted.date.precision < calendar::Precision::kMonth) {
      covered.vague += counted.count;
    } else {
      months[number_of(counted.date)].count += counted.count;
    }
  }
  for (const DateCount& counted : columns.count_dates(archived).dates) {
    if (counted.date.precision < calendar::Precision::kMonth) continue;
    months[number_of(counted.date)].archived += counted.count;
  }
  covered.undated = counts.undated;
  if (months.empty()) return covered;
  std::optional<int> gap;
  for (int month = months.begin()->first; month <= months.rbegin()->first; ++month) {
    const auto known = months.find(month);
    covered.months.push_back(known == months.end() ? MonthCoverage() : known->second);
    covered.months.back().month = name_of(month);
    const bool is_gap = covered.months.back().archived == 0 && covered.months.back().count == 0;
    if (is_gap && !gap) gap = month;
    if (is_gap || !gap) continue;
    covered.gaps.push_back({name_of(*gap), name_of(month - 1)});
    gap.reset();
  }
  return covered;
}

}  // namespace tinlang::search
