// Dates that tell their precision: news rarely says more than it knows.

#ifndef TINLANG_INDEXER_CALENDAR_DATE_H_
#define TINLANG_INDEXER_CALENDAR_DATE_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/result/result.h"

namespace tinlang::calendar {

enum class Precision : std::uint8_t { kYear, kQuarter, kMonth, kDay, kMinute, kSecond };

// A date of the Gregorian calendar in Vietnam's time zone (+07), known to
// `precision`. Fields finer than the precision are 0; a quarter is kept in
// `month` as its first month (1, 4, 7, 10). Always a real date: 30 February
// cannot be made by the functions of this header.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1-12
  std::uint8_t day = 0;    // 1-31
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  Precision precision = Precision::kYear;

  friend auto operator<=>(const Date&, const Date&) = default;
};

// nullopt unless the parts name a real date between 1945 and 2100.
std::optional<Date> make_year(int year);
std::optional<Date> make_month(int year, int month);
std::optional<Date> make_day(int year, int month, int day);

// `date` (precision day or finer) with a time of day; nullopt when the time is impossible.
std::optional<Date> at_minute(const Date& date, int hour, int minute);
std::optional<Date> at_second(const Date& date, int hour, int minute, int second);

// Days since 1970-01-01 of the first and of the last day that `date` can mean:
// equal for day precision or finer, a whole month, quarter or year apart otherwise.
std::int32_t first_day(const Date& date);
std::int32_t last_day(const Date& date);

// The day `days` after 1970-01-01.
Date from_days(std::int32_t days);

// "2023", "2023-05" (also for a quarter: its first month), "2023-05-08". Never a time.
std::string to_iso_date(const Date& date);

// "09:00:00", "09:00", or empty below minute precision.
std::string to_iso_time(const Date& date);

// "year", "quarter", "month", "day", "minute", "second".
std::string_view to_string(Precision precision);
std::optional<Precision> parse_precision(std::string_view name);

// Reads "2023", "2023-05" or "2023-05-08", nothing else.
// Errors: kInvalidInput; the message says what was expected.
Result<Date> parse_iso_date(std::string_view text);

}  // namespace tinlang::calendar

#endif  // TINLANG_INDEXER_CALENDAR_DATE_H_
