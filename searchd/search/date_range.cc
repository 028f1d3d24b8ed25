#include "searchd/search/date_range.h"

#include <cstdint>

#include "indexer/schema/fields.h"

namespace tinlang::search {
namespace {

using calendar::Date;
using schema::FieldId;
using schema::make_term;

constexpr int kMonthsOfYear = 12;

// The years that calendar::Date can hold.
constexpr int kFirstYear = 1945;
constexpr int kLastYear = 2100;

struct Span {
  std::int32_t first = 0;
  std::int32_t last = 0;

  bool holds(const Date& date) const {
    return first <= calendar::first_day(date) && calendar::last_day(date) <= last;
  }
  bool touches(const Date& date) const {
    return first <= calendar::last_day(date) && calendar::first_day(date) <= last;
  }
};

void add_days(const Span& span, const Date& month, std::vector<std::string>& terms) {
  for (auto day = calendar::first_day(month); day <= calendar::last_day(month); ++day) {
    if (day < span.first || day > span.last) continue;
    terms.push_back(make_term(FieldId::kDay, to_iso_date(calendar::from_days(day))));
  }
}

void add_months(const Span& span, int year, std::vector<std::string>& terms) {
  for (int number = 1; number <= kMonthsOfYear; ++number) {
    const auto month = calendar::make_month(year, number);
    if (!month || !span.touches(*month)) continue;
    if (span.holds(*month)) {
      terms.push_back(make_term(FieldId::kMonth, to_iso_date(*month)));
    } else {
      add_days(span, *month, terms);
    }
  }
}

}  // namespace

std::vector<std::string> date_terms(const std::optional<Date>& from,
                                    const std::optional<Date>& to) {
  const Span span{calendar::first_day(from.value_or(*calendar::make_year(kFirstYear))),
                  calendar::last_day(to.value_or(*calendar::make_year(kLastYear)))};
  std::vector<std::string> terms;
  for (int number = kFirstYear; number <= kLastYear; ++number) {
    const auto year = calendar::make_year(number);
    if (!year || !span.touches(*year)) continue;
    if (span.holds(*year)) {
      terms.push_back(make_term(FieldId::kYear, to_iso_date(*year)));
    } else {
      add_months(span, number, terms);
    }
  }
  return terms;
}

}  // namespace tinlang::search
