#include "searchd/search/facet_columns.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"

namespace tinlang::search {
namespace {

using schema::ValueSlot;

// In a key of sorted_by_date() an article's date stands above its docid.
constexpr int kDocidBits = 32;
constexpr std::uint32_t kAfterAllDates = ~std::uint32_t{0};

// The later a date begins, the greater. Dates that begin on one day, as a month and its quarter,
// are equal.
std::uint32_t moment_of(const calendar::Date& date) {
  constexpr std::uint32_t kYearDigits = 10'000;
  constexpr std::uint32_t kMonthDigits = 100;
  return static_cast<std::uint32_t>(date.year) * kYearDigits + date.month * kMonthDigits + date.day;
}

// Months from the year 0.
std::uint32_t month_number(const calendar::Date& date) {
  constexpr std::uint32_t kMonthsOfYear = 12;
  return static_cast<std::uint32_t>(date.year) * kMonthsOfYear + date.month;
}

}  // namespace

Result<FacetColumns> FacetColumns::read(const Xapian::Database& database,
                                        const gazetteer::Gazetteer& gazetteer,
                                        const officials::Corrections& corrections) {
  FacetColumns columns;
  columns.localities_ = LocalityColumn::read(database, gazetteer);
  columns.read_sites(database);
  columns.read_dates(database);
  auto officials = OfficialColumn::read(database, gazetteer, corrections, [&](std::uint32_t docid) {
    return columns.date_of(docid);
  });
  if (!officials) return tl::unexpected(std::move(officials).error());
  columns.officials_ = *std::move(officials);
  return columns;
}

std::optional<calendar::Date> FacetColumns::date_of(std::uint32_t docid) const {
  const std::uint32_t date = date_of_[docid];
  return date == 0 ? std::nullopt : std::optional(dates_[date]);
}

void FacetColumns::read_sites(const Xapian::Database& database) {
  site_of_.resize(column_size(database), sites_.number({}));
  for_each_value(database, ValueSlot::kSite, [&](Xapian::docid docid, const std::string& host) {
    site_of_[docid] = sites_.number(host);
  });
}

// Values of dates sort as the dates do, so their texts are numbered first and read once each.
void FacetColumns::read_dates(const Xapian::Database& database) {
  Interner values;
  date_of_.resize(column_size(database), values.number({}));
  for_each_value(database, ValueSlot::kDate, [&](Xapian::docid docid, const std::string& value) {
    if (schema::parse_date_value(value)) date_of_[docid] = values.number(value);
  });
  std::vector<std::string> sorted = values.names();
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint32_t> place(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    place[i] = static_cast<std::uint32_t>(
        std::lower_bound(sorted.begin(), sorted.end(), values.names()[i]) - sorted.begin());
  }
  for (std::uint32_t& date : date_of_) date = place[date];
  for (const std::string& value : sorted) {
    dates_.push_back(schema::parse_date_value(value).value_or(calendar::Date()));
    month_of_date_.push_back(month_number(dates_.back()));
    moment_of_date_.push_back(moment_of(dates_.back()));
  }
  find_newest_month();
}

void FacetColumns::find_newest_month() {
  constexpr std::size_t kBeyondOthers = 200;  // one of so many dates may be misread
  std::vector<std::uint32_t> months;
  for (const std::uint32_t date : date_of_) {
    if (date != 0) months.push_back(month_of_date_[date]);
  }
  if (months.empty()) return;
  const auto newest = months.end() - 1 - static_cast<std::ptrdiff_t>(months.size() / kBeyondOthers);
  std::nth_element(months.begin(), newest, months.end());
  newest_month_ = *newest;
}

std::optional<std::uint32_t> FacetColumns::months_before_newest(std::uint32_t docid) const {
  const std::uint32_t date = date_of_[docid];
  if (date == 0) return std::nullopt;
  const std::uint32_t month = month_of_date_[date];
  return month < newest_month_ ? newest_month_ - month : 0;
}

std::vector<ValueCount> FacetColumns::count_sites(const Roaring& set) const {
  std::vector<std::uint64_t> counts(sites_.names().size());
  for (const std::uint32_t docid : set) ++counts[site_of_[docid]];
  std::vector<ValueCount> sites;
  for (std::size_t site = 1; site < counts.size(); ++site) {
    if (counts[site] > 0) sites.push_back({sites_.names()[site], counts[site]});
  }
  return sites;
}

Roaring FacetColumns::of_sites(const std::vector<std::string>& hosts) const {
  std::vector<bool> is_asked(sites_.names().size());
  for (const std::string& host : hosts) {
    if (const auto site = sites_.find(host)) is_asked[*site] = true;
  }
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid < site_of_.size(); ++docid) {
    if (is_asked[site_of_[docid]]) docids.push_back(docid);
  }
  return Roaring(docids.size(), docids.data());
}

DateCounts FacetColumns::count_dates(const Roaring& set) const {
  std::vector<std::uint64_t> counts(dates_.size());
  for (const std::uint32_t docid : set) ++counts[date_of_[docid]];
  DateCounts result;
  result.undated = counts.front();
  for (std::size_t date = 1; date < dates_.size(); ++date) {
    if (counts[date] > 0) result.dates.push_back({dates_[date], counts[date]});
  }
  return result;
}

std::vector<std::uint32_t> FacetColumns::sorted_by_date(const Roaring& set, bool newest_first,
                                                        std::size_t count) const {
  // One number an article, its date above its docid: compared without looking anything up.
  std::vector<std::uint64_t> keys;
  keys.reserve(set.cardinality());
  for (const std::uint32_t docid : set) {
    const std::uint32_t moment = moment_of_date_[date_of_[docid]];
    const std::uint32_t place = date_of_[docid] == 0 ? kAfterAllDates
                                : newest_first       ? kAfterAllDates - 1 - moment
                                                     : moment;
    keys.push_back(std::uint64_t{place} << kDocidBits | docid);
  }
  const auto middle = keys.begin() + static_cast<std::ptrdiff_t>(std::min(count, keys.size()));
  std::partial_sort(keys.begin(), middle, keys.end());
  std::vector<std::uint32_t> docids;
  docids.reserve(static_cast<std::size_t>(middle - keys.begin()));
  for (auto key = keys.begin(); key != middle; ++key) {
    docids.push_back(static_cast<std::uint32_t>(*key));
  }
  return docids;
}

}  // namespace tinlang::search
