#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "indexer/calendar/date_finder.h"

namespace tinlang::calendar {
namespace {

std::string described(const Date& date) {
  const std::string time = to_iso_time(date);
  return to_iso_date(date) + (time.empty() ? "" : " " + time);
}

struct LineCase {
  const char* name;
  const char* line;
  const char* moment;
};
void PrintTo(const LineCase& test, std::ostream* out) { *out << test.name; }

class PublishLineTest : public testing::TestWithParam<LineCase> {};

TEST_P(PublishLineTest, GivesTheMoment) {
  const auto line = parse_publish_line(GetParam().line);
  ASSERT_TRUE(line);
  EXPECT_EQ(described(line->date), GetParam().moment);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, PublishLineTest,
    testing::Values(LineCase{"Seconds", "Ngày 22/06/2022 09:00:00", "2022-06-22 09:00:00"},
                    LineCase{"TimeFirst", "00:00 26/05/2024", "2024-05-26 00:00"},
                    LineCase{"Weekday", "Thứ hai, 08/05/2023 | 14:30 GMT+7", "2023-05-08 14:30"},
                    LineCase{"NumberedWeekday", "Thứ 2, ngày 08/05/2023", "2023-05-08"},
                    LineCase{"Dash", "08/05/2023 - 14:30", "2023-05-08 14:30"},
                    LineCase{"Comma", "14:30, 08/05/2023", "2023-05-08 14:30"},
                    LineCase{"Label", "Ngày đăng: 22/06/2022 09:00:00", "2022-06-22 09:00:00"},
                    LineCase{"LabelWithoutMarks", "Ngay dang: 22/06/2022", "2022-06-22"},
                    LineCase{"Counter", "08/05/2023 14:30 - Lượt xem: 1.234", "2023-05-08 14:30"},
                    LineCase{"Author", "08/05/2023 | Tác giả: Lan Anh", "2023-05-08"},
                    LineCase{"HourWord", "14h30' ngày 08/05/2023", "2023-05-08 14:30"},
                    LineCase{"Afternoon", "08/05/2023 2:30:05 CH", "2023-05-08 14:30:05"},
                    LineCase{"Midnight", "12:15 SA 08/05/2023", "2023-05-08 00:15"},
                    LineCase{"InWords", "Thứ hai, ngày 8 tháng 5 năm 2023", "2023-05-08"},
                    LineCase{"MonthName", "22 Tháng Sáu, 2022", "2022-06-22"},
                    LineCase{"MonthNameFirst", "Tháng Mười Hai 5, 2022", "2022-12-05"},
                    LineCase{"Joomla", "Được đăng: Thứ tư, 22 Tháng 6 2022 09:00",
                             "2022-06-22 09:00"},
                    LineCase{"English", "Posted on May 8, 2023", "2023-05-08"},
                    LineCase{"Brackets", "(08/05/2023)", "2023-05-08"},
                    LineCase{"Dots", "08.05.2023", "2023-05-08"}),
    [](const auto& test) { return test.param.name; });

TEST(PublishLine, KnowsAnUpdate) {
  const auto line = parse_publish_line("Cập nhật lúc 14:30 08/05/2023");
  ASSERT_TRUE(line);
  EXPECT_TRUE(line->is_update);
  EXPECT_FALSE(parse_publish_line("Đăng ngày 08/05/2023")->is_update);
}

TEST(PublishLine, TellsPublicationFromUpdateInOneLine) {
  for (const char* text : {"Ngày đăng: 08/05/2023 14:30 | Cập nhật: 09/05/2023 07:00",
                           "Cập nhật: 09/05/2023 07:00 | Ngày đăng: 08/05/2023 14:30",
                           "14:30 08/05/2023, cập nhật lúc 07:00 09/05/2023"}) {
    const auto line = parse_publish_line(text);
    ASSERT_TRUE(line) << text;
    EXPECT_FALSE(line->is_update) << text;
    EXPECT_EQ(described(line->date), "2023-05-08 14:30") << text;
    ASSERT_TRUE(line->update) << text;
    EXPECT_EQ(described(*line->update), "2023-05-09 07:00") << text;
  }
}

TEST(PublishLine, RefusesSentencesAndOtherLines) {
  for (const char* text :
       {"Ngày 22/06/2022, UBND xã tổ chức hội nghị", "Sáng 21/4, đồng chí A", "", "Lượt xem: 70",
        "Hà Nội, ngày 22 tháng 6 năm 2022", "Nghị quyết số 5 ngày 22/06/2022",
        "Ngày hiệu lực: 22/06/2022", "21/4", "32/13/2022", "Điện thoại: 0209.3870.123"}) {
    EXPECT_FALSE(parse_publish_line(text)) << text;
  }
}

struct ValueCase {
  const char* name;
  const char* value;
  const char* moment;
};
void PrintTo(const ValueCase& test, std::ostream* out) { *out << test.name; }

class MachineDateTest : public testing::TestWithParam<ValueCase> {};

TEST_P(MachineDateTest, IsReadInVietnamTime) {
  const auto date = parse_machine_date(GetParam().value);
  ASSERT_TRUE(date);
  EXPECT_EQ(described(*date), GetParam().moment);
}

INSTANTIATE_TEST_SUITE_P(
    Values, MachineDateTest,
    testing::Values(ValueCase{"Day", "2023-05-08", "2023-05-08"},
                    ValueCase{"Local", "2023-05-08T14:30:00+07:00", "2023-05-08 14:30:00"},
                    ValueCase{"Greenwich", "2023-05-08T20:30:00Z", "2023-05-09 03:30:00"},
                    ValueCase{"NextYear", "2023-12-31T17:00:00.000Z", "2024-01-01 00:00:00"},
                    ValueCase{"West", "2023-05-08T14:30-0500", "2023-05-09 02:30"},
                    ValueCase{"NoZone", "2023-05-08 14:30:00", "2023-05-08 14:30:00"},
                    ValueCase{"ZoneForT", "2023-05-08+0714:30:00", "2023-05-08 14:30:00"},
                    ValueCase{"ZoneNameForT", "2023-05-08ICT14:30:00", "2023-05-08 14:30:00"},
                    ValueCase{"Compact", "20230508", "2023-05-08"},
                    ValueCase{"Mail", "Mon, 08 May 2023 20:30:00 +0000", "2023-05-09 03:30:00"},
                    ValueCase{"Vietnamese", "08/05/2023 14:30", "2023-05-08 14:30"},
                    ValueCase{"BadTime", "2023-05-08T29:30:00", "2023-05-08"}),
    [](const auto& test) { return test.param.name; });

TEST(MachineDate, RefusesWhatIsNoDate) {
  for (const char* value :
       {"", "0001-01-01T00:00:00", "2023-13-08", "today", "1683531000", "{{date}}", "2023-02-30"}) {
    EXPECT_FALSE(parse_machine_date(value)) << value;
  }
}

}  // namespace
}  // namespace tinlang::calendar
