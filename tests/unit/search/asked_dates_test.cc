#include "searchd/search/asked_dates.h"

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tinlang::search {
namespace {

// "from..to" of each date, with the words that it takes.
std::string found(const std::string& text) {
  auto analyzer = *text::Analyzer::create();
  const auto words = analyzer.analyze(text).tokens;
  std::string result;
  for (const AskedDate& date : find_asked_dates(words, text)) {
    if (!result.empty()) result += "; ";
    const auto begin = words[date.first].begin;
    const auto end = words[date.first + date.count - 1].end;
    result += to_iso_date(date.from);
    if (date.from != date.to) result += ".." + to_iso_date(date.to);
    result += " (" + text.substr(begin, end - begin) + ")";
  }
  return result;
}

struct DateCase {
  std::string name;
  std::string text;
  std::string dates;
};
void PrintTo(const DateCase& test, std::ostream* out) { *out << test.name; }

class AskedDatesTest : public ::testing::TestWithParam<DateCase> {};

TEST_P(AskedDatesTest, AreFoundAsTheyAreTyped) {
  EXPECT_EQ(found(GetParam().text), GetParam().dates);
}

INSTANTIATE_TEST_SUITE_P(
    Questions, AskedDatesTest,
    testing::Values(
        DateCase{"BareYear", "hiến máu 2023", "2023 (2023)"},
        DateCase{"NamedYear", "thu thuế năm 2019", "2019 (năm 2019)"},
        DateCase{"UnmarkedYear", "thu thue nam 2019", "2019 (nam 2019)"},
        DateCase{"MonthAndYear", "lũ tháng 10/2020", "2020-10 (tháng 10/2020)"},
        DateCase{"MonthInWords", "lu thang 10 nam 2020", "2020-10 (thang 10 nam 2020)"},
        DateCase{"BareMonth", "lũ 10/2020 Huế", "2020-10 (10/2020)"},
        DateCase{"Day", "họp 5/11/2019", "2019-11-05 (5/11/2019)"},
        DateCase{"DayWithDashes", "họp 05-11-2019", "2019-11-05 (05-11-2019)"},
        DateCase{"DayInWords", "họp ngày 5 tháng 11 năm 2019",
                 "2019-11-05 (ngày 5 tháng 11 năm 2019)"},
        DateCase{"Quarter", "giải ngân quý III/2022", "2022-07..2022-09 (quý III/2022)"},
        DateCase{"QuarterInWords", "giai ngan quy 1 nam 2022", "2022-01..2022-03 (quy 1 nam 2022)"},
        DateCase{"Two", "lũ năm 2010 và năm 2020", "2010 (năm 2010); 2020 (năm 2020)"},
        DateCase{"OldYearThatIsNamed", "di tích năm 1968", "1968 (năm 1968)"},
        DateCase{"YearBehindACountry", "Viet Nam 2023", "2023 (2023)"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(NotDates, AskedDatesTest,
                         testing::Values(DateCase{"Term", "nhiệm kỳ 2015 - 2020", ""},
                                         DateCase{"SchoolYear", "năm học 2023-2024", ""},
                                         DateCase{"Count", "2020 hộ nghèo", ""},
                                         DateCase{"OldFigure", "cao 1968", ""},
                                         DateCase{"LongNumber", "số 20233", ""},
                                         DateCase{"FarYear", "đến 2500", ""}),
                         [](const auto& test) { return test.param.name; });

TEST(AskedDatesErrors, ImpossibleMonthsAndDaysLeaveTheYear) {
  EXPECT_EQ(found("ngày 31/2/2023"), "2023-02 (2/2023)");
  EXPECT_EQ(found("tháng 13/2023"), "2023 (2023)");
  EXPECT_EQ(found("quý V/2023"), "2023 (2023)");
}

}  // namespace
}  // namespace tinlang::search
