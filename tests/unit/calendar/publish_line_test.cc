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
    testing::Values(
        LineCase{"Seconds", "Ngày 22/06/2022 09:00:00", "2022-06-22 09:00:00"},
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
        LineCase{"Joomla", "Được đăng: Thứ tư, 22 Tháng 6 2022 09:00", "2022-06-22 09:00"},
        LineCase{"English", "Posted on May 8, 2023", "2023-05-08"},
        LineCase{"CutMonth", "Tuesday, Aug. 17, 2010", "2010-08-17"},
        LineCase{"Ordinal", "posted on Saturday, August 13th, 2011", "2011-08-13"},
        LineCase{"DayBeforeOrdinal", "2nd March 2015", "2015-03-02"},
        LineCase{"DottedHalf", "posted on April 21, 2015, at 11:29 p.m.", "2015-04-21 23:29"},
        LineCase{"DottedMorning", "12:05 a.m. April 21, 2015", "2015-04-21 00:05"},
        LineCase{"ForeignZone", "August 18, 2010 3:21 PM PDT", "2010-08-18"},
        LineCase{"Greenwich", "18/08/2010 03:21 UTC", "2010-08-18"},
        LineCase{"YearFirst", "2015.08.15 10:28", "2015-08-15 10:28"},
        LineCase{"Chinese", "2014\u5E741\u670816\u65E5 07:50", "2014-01-16 07:50"},
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

TEST(FindStamp, ReadsADateWithItsTimeAmongWordsOfAnyLanguage) {
  const auto found = [](const char* line) {
    const auto stamp = find_stamp(line);
    return stamp ? described(*stamp) : std::string();
  };
  EXPECT_EQ(found("Publié le 29/10/2012 à 14h03 par Luc Morel"), "2012-10-29 14:03");
  EXPECT_EQ(found("Dziennik, 12:40, dnia 03.08.2015"), "2015-08-03 12:40");
  EXPECT_EQ(found("Ola Berg 2015/08/03 09:05 (kommentarer: 4)"), "2015-08-03 09:05");
  EXPECT_EQ(found("by Ann Lee - Apr 16, 2015 8:02 pm EST"), "2015-04-16");
}

TEST(FindStamp, RefusesADateWithoutItsTimeAndATimeWithoutItsDate) {
  for (const char* line : {"Công văn số 12/UBND ngày 15/03/2020", "Mở cửa: 7:30 - 17:00", "",
                           "15/03 lúc 7:30", "Số 4, 15/03/2020, tờ thứ hai trong sổ, giờ 7:30"}) {
    EXPECT_FALSE(find_stamp(line)) << line;
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
                    ValueCase{"MailInGreenwich", "Mon, 08 May 2023 20:30:00 GMT",
                              "2023-05-09 03:30:00"},
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
