#include "searchd/search/date_histogram.h"

#include <algorithm>
#include <cstdint>

namespace tinlang::search {
namespace {

using calendar::Date;
using calendar::Precision;

// Longest spans in days that are shown in the shorter step.
constexpr std::int32_t kMostDays = 62;
constexpr std::int32_t kMostDaysInWeeks = 430;
constexpr std::int32_t kMostDaysInMonths = 2'200;
constexpr std::int32_t kDaysOfWeek = 7;

struct Span {
  std::int32_t first = 0;  // days since 1970-01-01
  std::int32_t last = 0;
};

// From the first to the last date known to `least` or better.
std::optional<Span> span_of(const DateCounts& counts, Precision least) {
  std::optional<Span> span;
  const auto widen = [&](const Date& date) {
    const Span own{first_day(date), last_day(date)};
    span = span ? Span{std::min(span->first, own.first), std::max(span->last, own.last)} : own;
  };
  for (const DateCount& counted : counts.dates) {
    if (counted.date.precision >= least) widen(counted.date);
  }
  return span;
}

Interval fitting(const Span& span) {
  const std::int32_t days = span.last - span.first + 1;
  if (days <= kMostDays) return Interval::kDay;
  if (days <= kMostDaysInWeeks) return Interval::kWeek;
  return days <= kMostDaysInMonths ? Interval::kMonth : Interval::kYear;
}

Precision needed(Interval interval) {
  switch (interval) {
    case Interval::kDay:
    case Interval::kWeek:
      return Precision::kDay;
    case Interval::kMonth:
      return Precision::kMonth;
    case Interval::kYear:
      return Precision::kYear;
  }
  return Precision::kYear;
}

// The first day of the step that holds `day`.
std::int32_t begin_of_step(std::int32_t day, Interval interval) {
  constexpr std::int32_t kThursday = 3;  // 1970-01-01, counted from Monday
  const Date date = calendar::from_days(day);
  switch (interval) {
    case Interval::kDay:
      return day;
    case Interval::kWeek: {
      const std::int32_t since_monday = (day + kThursday) % kDaysOfWeek;
      return day - (since_monday < 0 ? since_monday + kDaysOfWeek : since_monday);
    }
    case Interval::kMonth:
      return day - date.day + 1;
    case Interval::kYear: {
      Date year = date;
      year.precision = Precision::kYear;
      return first_day(year);
    }
  }
  return day;
}

// The last day of the step that begins on `day`.
std::int32_t end_of_step(std::int32_t day, Interval interval) {
  Date date = calendar::from_days(day);
  switch (interval) {
    case Interval::kDay:
      return day;
    case Interval::kWeek:
      return day + kDaysOfWeek - 1;
    case Interval::kMonth:
      date.precision = Precision::kMonth;
      return last_day(date);
    case Interval::kYear:
      date.precision = Precision::kYear;
      return last_day(date);
  }
  return day;
}

}  // namespace

DateHistogram make_histogram(const DateCounts& counts, const std::optional<Date>& from,
                             const std::optional<Date>& to) {
  DateHistogram histogram;
  auto span = span_of(counts, Precision::kMonth);
  const auto with_years = span_of(counts, Precision::kYear);
  if (!with_years) return histogram;
  // A bare year is no reason for years where all else lies in one month.
  if (!span || fitting(*span) == Interval::kYear) span = with_years;
  if (from) span->first = first_day(*from);
  if (to) span->last = last_day(*to);
  histogram.interval = fitting(*span);
  for (auto day = begin_of_step(span->first, histogram.interval); day <= span->last;) {
    const auto end = end_of_step(day, histogram.interval);
    histogram.steps.push_back({calendar::from_days(day), calendar::from_days(end), 0});
    day = end + 1;
  }
  for (const DateCount& counted : counts.dates) {
    const auto step =
        std::upper_bound(histogram.steps.begin(), histogram.steps.end(), first_day(counted.date),
                         [](std::int32_t day, const DateStep& candidate) {
                           return day < first_day(candidate.first);
                         });
    const bool fits = counted.date.precision >= needed(histogram.interval);
    if (fits && step != histogram.steps.begin()) {
      std::prev(step)->count += counted.count;
    } else {
      histogram.vague += counted.count;
    }
  }
  return histogram;
}

}  // namespace tinlang::search
