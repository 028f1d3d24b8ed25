#include "indexer/calendar/date_finder.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace tinlang::calendar {
namespace {

// What find_dates() gives, one after another: "2023-05-08", "21/4?" without a
// year, "2022-03-05 of document".
std::string described(std::string_view text) {
  std::string all;
  for (const FoundDate& found : find_dates(text)) {
    if (!all.empty()) all += ", ";
    all += found.date ? to_iso_date(*found.date)
                      : std::to_string(found.day) + "/" + std::to_string(found.month) + "?";
    if (found.of_document) all += " of document";
  }
  return all;
}

struct TextCase {
  const char* name;
  const char* text;
  const char* dates;
};
void PrintTo(const TextCase& test, std::ostream* out) { *out << test.name; }

class FindDatesTest : public testing::TestWithParam<TextCase> {};

TEST_P(FindDatesTest, GivesTheDatesAndNothingElse) {
  EXPECT_EQ(described(GetParam().text), GetParam().dates);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, FindDatesTest,
    testing::Values(
        TextCase{"DayWithoutYear", "Sáng ngày 21/4, đồng chí A làm việc", "21/4?"},
        TextCase{"PartOfDay", "Chiều 24/5, Ban Thường vụ Tỉnh ủy họp", "24/5?"},
        TextCase{"FullDate", "Chiều ngày 21/6/2022, tại xã Xuân Dương", "2022-06-21"},
        TextCase{"InWords", "Sáng ngày 08 tháng 5 năm 2023, Đảng bộ xã", "2023-05-08"},
        TextCase{"Dots", "ngày 08.05.2023 tại hội trường", "2023-05-08"},
        TextCase{"TwoDigitYear", "hôm nay 5/3/19", "2019-03-05"},
        TextCase{"InBrackets", "sáng nay (21/4), huyện tổ chức", "21/4?"},
        TextCase{"StartOfText", "Ngày 27/7, lãnh đạo huyện thăm gia đình chính sách", "27/7?"},
        TextCase{"Month", "trong tháng 5/2023 và tháng 6 năm 2023", "2023-05, 2023-06"},
        TextCase{"Decomposed", "Sa\xCC\x81ng nga\xCC\x80y 21/4, xa\xCC\x83 ho\xCC\xA3p", "21/4?"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Others, FindDatesTest,
    testing::Values(TextCase{"Count", "đã đạt 9/19 tiêu chí, có 5/7 chỉ tiêu", ""},
                    TextCase{"CountAfterTimeWord", "đến 5/7 xã đã hoàn thành", ""},
                    TextCase{"RoundTheClock", "phục vụ nhân dân 24/7", ""},
                    TextCase{"Holiday", "chào mừng ngày 30/4 và 1/5", ""},
                    TextCase{"Anniversary", "kỷ niệm 93 năm ngày thành lập Đảng 3/2", ""},
                    TextCase{"Term", "nhiệm kỳ 2020 - 2025, giai đoạn 2021-2025", ""},
                    TextCase{"DocumentNumber", "Quyết định số 12/5/QĐ-UBND", ""},
                    TextCase{"NumberAndYear", "Thông tư 15/2021/TT-BTC", ""},
                    TextCase{"SpanOfDays", "từ ngày 10/5 đến hết ngày 15/5", ""},
                    TextCase{"SpanInOneMonth", "trong hai ngày 10-12/5", ""},
                    TextCase{"SpanOfFullDates", "(27/7/1947 - 27/7/2023)", ""},
                    TextCase{"Lunar", "ngày 10/3 âm lịch hằng năm", ""},
                    TextCase{"LunarDay", "mùng 5/1 tại đình làng", ""},
                    TextCase{"Percent", "ngày 8/5% hộ", ""},
                    TextCase{"Decimal", "tăng 8.5 lần, 1.174,45 tấn", ""},
                    TextCase{"ImpossibleDay", "ngày 31/4/2023", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Documents, FindDatesTest,
    testing::Values(
        TextCase{"AfterNumber", "Nghị quyết số 28-NQ/TW ngày 25/10/2017 của Trung ương",
                 "2017-10-25 of document"},
        TextCase{"AfterKind", "Chỉ thị ngày 5/3/2022 của Thủ tướng", "2022-03-05 of document"},
        TextCase{"NextSentenceIsFree", "Thực hiện Quyết định số 12/QĐ-UBND. Ngày 5/3/2022, xã họp",
                 "2022-03-05"},
        TextCase{"PartOfDayIsAnEvent", "theo Kế hoạch số 5/KH-UBND, sáng 5/3/2022 xã ra quân",
                 "2022-03-05"}),
    [](const auto& test) { return test.param.name; });

TEST(FindDates, GivesTheBytesOfTheDate) {
  const std::string text = "Sáng ngày 21/4, họp";
  const auto found = find_dates(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "21/4");
}

FoundDate day_and_month(int day, int month) {
  FoundDate found;
  found.day = static_cast<std::uint8_t>(day);
  found.month = static_cast<std::uint8_t>(month);
  return found;
}

TEST(ResolveYear, TakesTheLatestDayBeforePublication) {
  EXPECT_EQ(resolve_year(day_and_month(24, 5), make_day(2024, 5, 26), ""), make_day(2024, 5, 24));
  EXPECT_EQ(resolve_year(day_and_month(28, 12), make_day(2024, 1, 3), ""), make_day(2023, 12, 28));
  EXPECT_EQ(resolve_year(day_and_month(27, 5), make_day(2024, 5, 26), ""), make_day(2024, 5, 27));
}

TEST(ResolveYear, LeavesOldDaysOpen) {
  EXPECT_FALSE(resolve_year(day_and_month(24, 12), make_day(2024, 5, 26), ""));
  EXPECT_FALSE(resolve_year(day_and_month(28, 5), make_day(2024, 5, 26), ""));
}

TEST(ResolveYear, TakesTheYearOfAFullDateNearby) {
  EXPECT_EQ(resolve_year(day_and_month(21, 4), {}, "khai mạc sáng 20/4/2023"),
            make_day(2023, 4, 21));
  EXPECT_FALSE(resolve_year(day_and_month(21, 4), {}, "sáng 20/4/2023 và chiều 22/4/2022"));
  EXPECT_FALSE(
      resolve_year(day_and_month(21, 4), {}, "Quyết định số 5/QĐ ngày 20/4/2019 của tỉnh"));
}

TEST(ResolveYear, ReckonsFromTheMiddleOfATerm) {
  EXPECT_EQ(resolve_year(day_and_month(21, 4), {},
                         "sơ kết 2 năm rưỡi thực hiện nghị quyết, nhiệm kỳ 2020-2025"),
            make_day(2023, 4, 21));
}

TEST(ResolveYear, TakesTheYearOfTheWorkAndNotOfAGoal) {
  EXPECT_EQ(resolve_year(day_and_month(5, 7), {}, "sơ kết 6 tháng đầu năm 2022"),
            make_day(2022, 7, 5));
  EXPECT_FALSE(resolve_year(day_and_month(5, 7), {}, "về đích vào năm 2024, nhiệm kỳ 2020-2025"));
  EXPECT_FALSE(resolve_year(day_and_month(29, 2), {}, "sơ kết 6 tháng đầu năm 2022"));
}

}  // namespace
}  // namespace tinlang::calendar
