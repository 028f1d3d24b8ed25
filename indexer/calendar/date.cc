#include "indexer/calendar/date.h"

#include <array>
#include <chrono>

namespace tinlang::calendar {
namespace {

constexpr int kFirstYear = 1945;
constexpr int kLastYear = 2100;
constexpr std::size_t kYearLength = 4;
constexpr std::size_t kMonthLength = 7;
constexpr std::size_t kDayLength = 10;

constexpr std::array<std::string_view, 6> kPrecisionNames = {"year", "quarter", "month",
                                                             "day",  "minute",  "second"};

bool is_known_year(int year) { return year >= kFirstYear && year <= kLastYear; }

std::chrono::sys_days day_of(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

std::int32_t days_since_epoch(std::chrono::sys_days day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

// The first month and the number of months that `date` covers when it has no day.
struct MonthSpan {
  unsigned first;
  unsigned count;
};

MonthSpan months_of(const Date& date) {
  switch (date.precision) {
    case Precision::kYear:
      return {1, 12};
    case Precision::kQuarter:
      return {date.month, 3};
    default:
      return {date.month, 1};
  }
}

bool has_day(const Date& date) { return date.precision >= Precision::kDay; }

// The value of `length` ASCII digits at `offset`, or -1.
int digits_at(std::string_view text, std::size_t offset, std::size_t length) {
  int value = 0;
  for (const char c : text.substr(offset, length)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> read_iso_parts(std::string_view text) {
  const int year = digits_at(text, 0, 4);
  if (text.size() == kYearLength) return make_year(year);
  if (text.size() < kMonthLength || text[4] != '-') return std::nullopt;
  const int month = digits_at(text, 5, 2);
  if (text.size() == kMonthLength) return make_month(year, month);
  if (text.size() != kDayLength || text[7] != '-') return std::nullopt;
  return make_day(year, month, digits_at(text, 8, 2));
}

}  // namespace

std::optional<Date> make_year(int year) {
  if (!is_known_year(year)) return std::nullopt;
  Date date;
  date.year = static_cast<std::int16_t>(year);
  return date;
}

std::optional<Date> make_month(int year, int month) {
  auto date = make_year(year);
  if (!date || month < 1 || month > 12) return std::nullopt;
  date->month = static_cast<std::uint8_t>(month);
  date->precision = Precision::kMonth;
  return date;
}

std::optional<Date> make_day(int year, int month, int day) {
  auto date = make_month(year, month);
  if (!date || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day parts{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
  if (!parts.ok()) return std::nullopt;
  date->day = static_cast<std::uint8_t>(day);
  date->precision = Precision::kDay;
  return date;
}

std::optional<Date> at_minute(const Date& date, int hour, int minute) {
  if (!has_day(date)) return std::nullopt;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  Date moment = date;
  moment.hour = static_cast<std::uint8_t>(hour);
  moment.minute = static_cast<std::uint8_t>(minute);
  moment.second = 0;
  moment.precision = Precision::kMinute;
  return moment;
}

std::optional<Date> at_second(const Date& date, int hour, int minute, int second) {
  auto moment = at_minute(date, hour, minute);
  if (!moment || second < 0 || second > 59) return std::nullopt;
  moment->second = static_cast<std::uint8_t>(second);
  moment->precision = Precision::kSecond;
  return moment;
}

std::int32_t first_day(const Date& date) {
  if (has_day(date)) return days_since_epoch(day_of(date.year, date.month, date.day));
  return days_since_epoch(day_of(date.year, months_of(date).first, 1));
}

std::int32_t last_day(const Date& date) {
  if (has_day(date)) return first_day(date);
  const MonthSpan months = months_of(date);
  const unsigned after = months.first + months.count;  // may be 13: January of the next year
  const auto next = after > 12 ? day_of(date.year + 1, 1, 1) : day_of(date.year, after, 1);
  return days_since_epoch(next) - 1;
}

Date from_days(std::int32_t days) {
  const std::chrono::year_month_day parts{std::chrono::sys_days{std::chrono::days{days}}};
  Date date;
  date.year = static_cast<std::int16_t>(static_cast<int>(parts.year()));
  date.month = static_cast<std::uint8_t>(static_cast<unsigned>(parts.month()));
  date.day = static_cast<std::uint8_t>(static_cast<unsigned>(parts.day()));
  date.precision = Precision::kDay;
  return date;
}

std::string to_iso_date(const Date& date) {
  if (has_day(date)) return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (date.precision == Precision::kYear) return fmt::format("{:04}", date.year);
  return fmt::format("{:04}-{:02}", date.year, date.month);
}

std::string to_iso_time(const Date& date) {
  if (date.precision == Precision::kSecond) {
    return fmt::format("{:02}:{:02}:{:02}", date.hour, date.minute, date.second);
  }
  if (date.precision == Precision::kMinute) {
    return fmt::format("{:02}:{:02}", date.hour, date.minute);
  }
  return {};
}

std::string_view to_string(Precision precision) {
  return kPrecisionNames.at(static_cast<std::size_t>(precision));
}

std::optional<Precision> parse_precision(std::string_view name) {
  for (std::size_t i = 0; i < kPrecisionNames.size(); ++i) {
    if (kPrecisionNames[i] == name) return static_cast<Precision>(i);
  }
  return std::nullopt;
}

Result<Date> parse_iso_date(std::string_view text) {
  if (const auto date = read_iso_parts(text)) return *date;
  return fail(ErrorCode::kInvalidInput,
              "expected a date as YYYY, YYYY-MM or YYYY-MM-DD between {} and {}", kFirstYear,
              kLastYear);
}

}  // namespace tinlang::calendar
