#include "searchd/search/facet_columns.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"

#include <fmt/format.h>

namespace tinlang::search {
namespace {

using schema::ValueSlot;

// Numbers strings from 0 in the order of their first appearance.
class Interner {
 public:
  explicit Interner(std::vector<std::string>& names) : names_(names) {}

  std::uint32_t number(std::string_view name) {
    const auto [it, is_new] =
        numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return it->second;
  }

 private:
  std::vector<std::string>& names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Calls `use` with each part of `text` between `separator`s that is not empty.
template <typename Use>
void for_each_part(std::string_view text, char separator, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Calls `use` with docid and value of each document that has a value, by docid.
template <typename Use>
void for_each_value(const Xapian::Database& database, ValueSlot slot, Use use) {
  const auto number = static_cast<Xapian::valueno>(slot);
  const auto end = database.valuestream_end(number);
  for (auto value = database.valuestream_begin(number); value != end; ++value) {
    use(value.get_docid(), *value);
  }
}

std::size_t column_size(const Xapian::Database& database) {
  return static_cast<std::size_t>(database.get_lastdocid()) + 1;
}

std::vector<ValueCount> named(const std::vector<std::uint64_t>& counts,
                              const std::vector<std::string>& names) {
  std::vector<ValueCount> result;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) result.push_back({names[i], counts[i]});
  }
  return result;
}

// Months from the year 0 to the month of a date as decimal digits.
std::uint32_t month_number(std::uint32_t order) {
  constexpr std::uint32_t kMonthDivisor = 100;
  constexpr std::uint32_t kMonthsOfYear = 12;
  const std::uint32_t month = order / kMonthDivisor;
  return month / kMonthDivisor * kMonthsOfYear + month % kMonthDivisor;
}

}  // namespace

FacetColumns FacetColumns::read(const Xapian::Database& database) {
  FacetColumns columns;
  columns.read_localities(database);
  columns.read_officials(database);
  columns.read_dates(database);
  return columns;
}

void FacetColumns::read_localities(const Xapian::Database& database) {
  path_of_.resize(column_size(database));
  paths_.emplace_back();
  std::unordered_map<std::string, std::uint32_t> path_numbers;
  Interner codes(codes_);
  for_each_value(database, ValueSlot::kLocality, [&](Xapian::docid docid, const std::string& path) {
    const auto [it, is_new] =
        path_numbers.try_emplace(path, static_cast<std::uint32_t>(paths_.size()));
    if (is_new) {
      auto& units = paths_.emplace_back();
      for_each_part(path, '/', [&](std::string_view code) { units.push_back(codes.number(code)); });
    }
    path_of_[docid] = it->second;
  });
}

void FacetColumns::read_officials(const Xapian::Database& database) {
  officials_begin_.resize(column_size(database) + 1);
  Interner ids(official_ids_);
  Xapian::docid filled = 0;
  const auto begin_until = [&](Xapian::docid docid) {
    for (; filled <= docid; ++filled) {
      officials_begin_[filled] = static_cast<std::uint32_t>(officials_.size());
    }
  };
  for_each_value(database, ValueSlot::kOfficials, [&](Xapian::docid docid, const std::string& all) {
    begin_until(docid);
    for_each_part(all, ' ', [&](std::string_view id) { officials_.push_back(ids.number(id)); });
  });
  begin_until(static_cast<Xapian::docid>(officials_begin_.size() - 1));
}

void FacetColumns::read_dates(const Xapian::Database& database) {
  constexpr std::uint32_t kYearDigits = 10'000;
  constexpr std::uint32_t kMonthDigits = 100;
  dates_.resize(column_size(database));
  for_each_value(database, ValueSlot::kDate, [&](Xapian::docid docid, const std::string& value) {
    const auto date = schema::parse_date_value(value);
    if (!date) return;
    dates_[docid] = {static_cast<std::uint32_t>(date->year) * kYearDigits +
                         date->month * kMonthDigits + date->day,
                     date->precision >= calendar::Precision::kMonth};
  });
  find_newest_month();
}

void FacetColumns::find_newest_month() {
  constexpr std::size_t kBeyondOthers = 200;  // one of so many dates may be misread
  std::vector<std::uint32_t> months;
  for (const FiledDate& date : dates_) {
    if (date.order != 0) months.push_back(month_number(date.order));
  }
  if (months.empty()) return;
  const auto newest = months.end() - 1 - static_cast<std::ptrdiff_t>(months.size() / kBeyondOthers);
  std::nth_element(months.begin(), newest, months.end());
  newest_month_ = *newest;
}

std::optional<std::uint32_t> FacetColumns::months_before_newest(std::uint32_t docid) const {
  const std::uint32_t order = dates_[docid].order;
  if (order == 0) return std::nullopt;
  const std::uint32_t month = month_number(order);
  return month < newest_month_ ? newest_month_ - month : 0;
}

std::vector<ValueCount> FacetColumns::count_localities(const Roaring& set) const {
  std::vector<std::uint64_t> by_path(paths_.size());
  for (const std::uint32_t docid : set) ++by_path[path_of_[docid]];
  std::vector<std::uint64_t> by_code(codes_.size());
  for (std::size_t path = 0; path < paths_.size(); ++path) {
    for (const std::uint32_t code : paths_[path]) by_code[code] += by_path[path];
  }
  return named(by_code, codes_);
}

std::vector<ValueCount> FacetColumns::count_officials(const Roaring& set) const {
  std::vector<std::uint64_t> counts(official_ids_.size());
  for (const std::uint32_t docid : set) {
    for (auto i = officials_begin_[docid]; i < officials_begin_[docid + 1]; ++i) {
      ++counts[officials_[i]];
    }
  }
  return named(counts, official_ids_);
}

DateCounts FacetColumns::count_dates(const Roaring& set) const {
  constexpr std::uint32_t kMonthDivisor = 100;
  std::unordered_map<std::uint32_t, std::uint64_t> by_month;  // year * 100 + month, 0: no month
  DateCounts result;
  for (const std::uint32_t docid : set) {
    const FiledDate& date = dates_[docid];
    if (date.order == 0) {
      ++result.undated;
      continue;
    }
    const std::uint32_t month = date.order / kMonthDivisor;
    ++by_month[date.has_month ? month : month - month % kMonthDivisor];
  }
  std::map<std::uint32_t, std::uint64_t> years;
  for (const auto& [month, count] : std::map(by_month.begin(), by_month.end())) {
    years[month / kMonthDivisor] += count;
    if (month % kMonthDivisor == 0) continue;
    result.months.push_back(
        {fmt::format("{:04}-{:02}", month / kMonthDivisor, month % kMonthDivisor), count});
  }
  for (const auto& [year, count] : years)
    result.years.push_back({fmt::format("{:04}", year), count});
  return result;
}

std::vector<std::uint32_t> FacetColumns::sorted_by_date(const Roaring& set, bool newest_first,
                                                        std::size_t count) const {
  std::vector<std::uint32_t> docids(set.cardinality());
  set.toUint32Array(docids.data());
  const auto middle = docids.begin() + static_cast<std::ptrdiff_t>(std::min(count, docids.size()));
  std::partial_sort(docids.begin(), middle, docids.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t left = dates_[a].order;
    const std::uint32_t right = dates_[b].order;
    if (left == right) return a < b;
    if (left == 0 || right == 0) return left != 0;
    return newest_first ? left > right : left < right;
  });
  docids.erase(middle, docids.end());
  return docids;
}

}  // namespace tinlang::search
