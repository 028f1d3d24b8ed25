#include "indexer/calendar/date.h"

#include <gtest/gtest.h>

namespace tinlang::calendar {
namespace {

TEST(DateTest, RefusesDaysThatNoCalendarHas) {
  EXPECT_TRUE(make_day(2024, 2, 29));
  EXPECT_FALSE(make_day(2023, 2, 29));
  EXPECT_FALSE(make_day(2023, 4, 31));
  EXPECT_FALSE(make_day(2023, 13, 1));
  EXPECT_FALSE(make_day(2023, 0, 1));
  EXPECT_FALSE(make_day(2023, 1, 0));
}

TEST(DateTest, KeepsToTheYearsOfTheArchive) {
  EXPECT_FALSE(make_year(1944));
  EXPECT_TRUE(make_year(1945));
  EXPECT_TRUE(make_year(2100));
  EXPECT_FALSE(make_year(2101));
}

TEST(DateTest, TakesATimeOnlyOnADay) {
  EXPECT_FALSE(at_minute(*make_month(2023, 5), 9, 0));
  EXPECT_FALSE(at_minute(*make_day(2023, 5, 8), 24, 0));
  EXPECT_FALSE(at_second(*make_day(2023, 5, 8), 9, 0, 60));
  const auto moment = at_second(*make_day(2023, 5, 8), 9, 5, 7);
  ASSERT_TRUE(moment);
  EXPECT_EQ(to_iso_time(*moment), "09:05:07");
  EXPECT_EQ(moment->precision, Precision::kSecond);
}

TEST(DateTest, CoversAllTheDaysItCanMean) {
  EXPECT_EQ(first_day(*make_day(1970, 1, 2)), 1);
  EXPECT_EQ(last_day(*make_day(1970, 1, 2)), 1);
  EXPECT_EQ(last_day(*make_month(2024, 2)) - first_day(*make_month(2024, 2)), 28);
  EXPECT_EQ(last_day(*make_month(2023, 12)), first_day(*make_day(2023, 12, 31)));
  EXPECT_EQ(last_day(*make_year(2024)) - first_day(*make_year(2024)), 365);
  Date quarter = *make_month(2023, 10);
  quarter.precision = Precision::kQuarter;
  EXPECT_EQ(first_day(quarter), first_day(*make_day(2023, 10, 1)));
  EXPECT_EQ(last_day(quarter), first_day(*make_day(2023, 12, 31)));
}

TEST(DateTest, GoesToDaysAndBack) {
  for (const std::int32_t days : {-9000, -1, 0, 1, 19500, 40000}) {
    EXPECT_EQ(first_day(from_days(days)), days);
  }
}

TEST(DateTest, WritesNoMoreThanItKnows) {
  EXPECT_EQ(to_iso_date(*make_year(2023)), "2023");
  EXPECT_EQ(to_iso_date(*make_month(2023, 5)), "2023-05");
  EXPECT_EQ(to_iso_date(*make_day(2023, 5, 8)), "2023-05-08");
  EXPECT_EQ(to_iso_time(*make_day(2023, 5, 8)), "");
  EXPECT_EQ(to_iso_time(*at_minute(*make_day(2023, 5, 8), 0, 0)), "00:00");
}

TEST(DateTest, NamesEachPrecisionBothWays) {
  for (const char* name : {"year", "quarter", "month", "day", "minute", "second"}) {
    const auto precision = parse_precision(name);
    ASSERT_TRUE(precision) << name;
    EXPECT_EQ(to_string(*precision), name);
  }
  EXPECT_FALSE(parse_precision("hour"));
}

TEST(ParseIsoDateTest, ReadsYearMonthAndDay) {
  EXPECT_EQ(*parse_iso_date("2023"), *make_year(2023));
  EXPECT_EQ(*parse_iso_date("2023-05"), *make_month(2023, 5));
  EXPECT_EQ(*parse_iso_date("2023-05-08"), *make_day(2023, 5, 8));
}

TEST(ParseIsoDateTest, RefusesEverythingElse) {
  for (const char* text : {"", "23", "2023-5-8", "2023/05/08", "2023-05-08T", "2023-02-30", "202x",
                           "-2023", "2023-05-", "1930"}) {
    const auto date = parse_iso_date(text);
    ASSERT_FALSE(date) << text;
    EXPECT_EQ(date.error().code, ErrorCode::kInvalidInput);
    EXPECT_NE(date.error().message.find("YYYY-MM-DD"), std::string::npos);
  }
}

}  // namespace
}  // namespace tinlang::calendar
