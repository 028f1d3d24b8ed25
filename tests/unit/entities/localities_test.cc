#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "indexer/calendar/date.h"
#include "tests/unit/entities/entities_fixture.h"

namespace tinlang::entities {
namespace {

struct PlaceCase {
  std::string name;
  std::string title;
  std::string text;
  std::string site;
  std::string path;
};
void PrintTo(const PlaceCase& test, std::ostream* out) { *out << test.name; }

class MainLocalityTest : public EntitiesTest, public testing::WithParamInterface<PlaceCase> {};

TEST_P(MainLocalityTest, IsTheDeepestCertainUnit) {
  const auto& test = GetParam();
  EXPECT_EQ(main_place_of(make_article(test.title, {test.text}, test.site)), test.path);
}
INSTANTIATE_TEST_SUITE_P(
    Decided, MainLocalityTest,
    testing::Values(
        PlaceCase{"Chain", "Ra quân làm đường",
                  "Nhân dân xã Xuân Dương, huyện Thường Xuân, tỉnh Thanh Hóa ra quân.", "",
                  "Thanh Hóa/Thường Xuân/Xuân Dương"},
        PlaceCase{"ChainWithoutCommas", "Ra quân", "Tại xã Xuân Dương huyện Thường Xuân.", "",
                  "Thanh Hóa/Thường Xuân/Xuân Dương"},
        PlaceCase{"TitlePrefixDecidesBetweenTwo", "Thanh Chương: Làm việc với xã Thanh Giang",
                  "Sáng nay, đoàn công tác làm việc với xã Thanh Giang.", "",
                  "Nghệ An/Thanh Chương/Thanh Giang"},
        PlaceCase{"OrganNamesTheParent", "ĐẢNG BỘ XÃ CẨM GIÀNG SƠ KẾT",
                  "Đảng bộ xã Cẩm Giàng họp. Dự có lãnh đạo huyện ủy Bạch Thông.", "",
                  "Bắc Kạn/Bạch Thông/Cẩm Giàng"},
        PlaceCase{"SiblingsDecide", "Hội nghị giao ban",
                  "Tại xã Xuân Dương, lãnh đạo các xã gồm Xuân Dương, Thọ Thanh, Ngọc Phụng dự.",
                  "", "Thanh Hóa/Thường Xuân/Xuân Dương"},
        PlaceCase{"UniqueName", "Đảng bộ thị trấn Lăng Can họp", "Hội nghị đánh giá kết quả.", "",
                  "Tuyên Quang/Lâm Bình/Lăng Can"},
        PlaceCase{"HostDecidesBetweenTwo", "Làm việc với Huyện ủy Chợ Mới", "Chiều nay họp.",
                  "backan.gov.vn", "Bắc Kạn/Chợ Mới"},
        PlaceCase{"HostAlone", "Tập huấn chuyển đổi số", "Hội nghị diễn ra sáng nay.",
                  "thanhchuong.nghean.gov.vn", "Nghệ An/Thanh Chương"},
        PlaceCase{"NumberedWard", "Ngày hội ở Phường 5, Quận 8", "Phường 5, Quận 8, TP.HCM.", "",
                  "Hồ Chí Minh/Quận 8/Phường 5"},
        PlaceCase{"TwoCommunesInTheTitleMeanTheirDistrict", "Trao nhà ở xã Thanh Giang, Thanh Thủy",
                  "Huyện Thanh Chương trao nhà.", "nghean.gov.vn", "Nghệ An/Thanh Chương"},
        PlaceCase{"ListedCommunesMeanTheirDistrict", "Xử lý rác thải",
                  "Các xã Thạch Lạc, Thạch Đài, Thạch Ngọc họp, huyện Thạch Hà dự.", "",
                  "Hà Tĩnh/Thạch Hà"},
        PlaceCase{"TownOfItsDistrictsName", "Khởi công đường mới",
                  "Thị trấn Vĩnh Thạnh nối với xã Vĩnh Hảo và xã Vĩnh Quang.", "",
                  "Bình Định/Vĩnh Thạnh/Vĩnh Thạnh"},
        PlaceCase{"NameEndingInANumber", "Họp dân", "UBND xã Sơn Kim 1, huyện Hương Sơn họp.", "",
                  "Hà Tĩnh/Hương Sơn/Sơn Kim 1"},
        PlaceCase{"IslandCommune", "Nước sạch", "Xã đảo Nhơn Châu, thành phố Quy Nhơn có nước.", "",
                  "Bình Định/Quy Nhơn/Nhơn Châu"},
        PlaceCase{"FarmTown", "Đại hội", "Thị trấn Nông trường Mộc Châu, huyện Mộc Châu họp.", "",
                  "Sơn La/Mộc Châu/NT Mộc Châu"},
        PlaceCase{"EnglishTypeWordsBehind", "New bridge",
                  "Farmers in Sinh Long commune of Na Hang district harvest tea.", "",
                  "Tuyên Quang/Na Hang/Sinh Long"},
        PlaceCase{"EnglishTypeWordBefore", "New forest",
                  "People in the district of Khanh Vinh plant trees.", "", "Khánh Hòa/Khánh Vĩnh"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Undecided, MainLocalityTest,
    testing::Values(PlaceCase{"TwoDistrictsOfOneName", "Làm việc với Huyện ủy Chợ Mới",
                              "Chiều nay họp.", "", ""},
                    PlaceCase{"FourCommunesOfOneName", "Xã Xuân Dương họp", "Hội nghị sáng nay.",
                              "", ""},
                    PlaceCase{"TwoCommunesInOneProvinceGiveTheProvince", "Xã Tân Minh họp",
                              "Sáng nay.", "hanoi.gov.vn", "Hà Nội"},
                    PlaceCase{"EverydayWords", "Đoàn Kết - Thống Nhất",
                              "Tinh thần Đoàn Kết, Thống Nhất.", "", ""},
                    PlaceCase{"Persons", "Tọa đàm", "Bà Nguyễn Thanh Chương kể chuyện.", "", ""},
                    PlaceCase{"UnknownCommune", "Xã Không Đâu Có họp", "Sáng nay.", "nghean.gov.vn",
                              "Nghệ An"}),
    [](const auto& test) { return test.param.name; });

using LocalityTest = EntitiesTest;

// Articles of August 2025, when the two-level system was a month old.
class TwoLevelPlaceTest : public EntitiesTest, public testing::WithParamInterface<PlaceCase> {};

TEST_P(TwoLevelPlaceTest, IsReadWithTheNamesOfItsTime) {
  auto article = make_article(GetParam().title, {GetParam().text}, GetParam().site);
  article.published = calendar::make_day(2025, 8, 1);
  EXPECT_EQ(main_place_of(article), GetParam().path);
}
INSTANTIATE_TEST_SUITE_P(
    Places, TwoLevelPlaceTest,
    testing::Values(
        PlaceCase{"Chain", "Xã Bích Hào họp", "Xã Bích Hào, tỉnh Nghệ An họp.", "",
                  "Nghệ An/Bích Hào"},
        PlaceCase{"UniqueName", "Xã Bích Hào họp", "Sáng nay, xã Bích Hào họp.", "",
                  "Nghệ An/Bích Hào"},
        PlaceCase{"Portal", "Kỳ họp thứ nhất HĐND xã", "Sáng nay, HĐND xã họp.",
                  "bichhao.nghean.gov.vn", "Nghệ An/Bích Hào"},
        PlaceCase{"PortalOfAnOlderUnit", "Kỳ họp thứ nhất HĐND xã", "Sáng nay, HĐND xã họp.",
                  "thanhgiang.thanhchuong.nghean.gov.vn", "Nghệ An/Bích Hào"},
        PlaceCase{"SameNameInTheProvinceOfToday", "Xã Cẩm Giàng ra quân",
                  "Đảng ủy xã Cẩm Giàng, tỉnh Thái Nguyên ra quân.", "", "Thái Nguyên/Cẩm Giàng"},
        PlaceCase{"Ward", "Phường Ba Đình tiếp dân",
                  "UBND phường Ba Đình, thành phố Hà Nội tiếp dân.", "", "Hà Nội/Ba Đình"},
        PlaceCase{"AbolishedCommune", "Xã Thanh Giang cũ họp",
                  "Xã Thanh Giang cũ, tỉnh Nghệ An họp.", "", "Nghệ An/Bích Hào"},
        PlaceCase{"AbolishedDistrictOfManyCommunes", "Huyện Thanh Chương trước đây",
                  "Địa bàn huyện Thanh Chương trước đây.", "", "Nghệ An"},
        PlaceCase{"AbolishedProvince", "Tỉnh Bắc Kạn trước đây",
                  "Tỉnh Bắc Kạn trước đây có 8 huyện.", "", "Thái Nguyên"}),
    [](const auto& test) { return test.param.name; });

TEST_F(LocalityTest, AnArticleOfTheDayBeforeIsReadWithTheOldNames) {
  auto article = make_article("Xã Thanh Giang họp", {"Xã Thanh Giang, huyện Thanh Chương họp."});
  article.published = calendar::make_day(2025, 6, 30);
  EXPECT_EQ(main_place_of(article), "Nghệ An/Thanh Chương/Thanh Giang");
}

TEST_F(LocalityTest, AnAbolishedUnitStaysAMentionWithTheUnitsOfItsTime) {
  auto article = make_article("Xã Bích Hào họp",
                              {"Xã Bích Hào, tỉnh Nghệ An thuộc huyện Thanh Chương trước đây."});
  article.published = calendar::make_day(2026, 3, 1);
  const auto localities = recognizer_->recognize(article).localities;
  ASSERT_EQ(localities.size(), 3U);
  EXPECT_EQ(localities[0].codes.front(), "2025-40");
  const auto& district = localities.back();
  EXPECT_EQ(district.role, LocalityRole::kMention);
  EXPECT_THAT(district.codes, testing::ElementsAre("40", "428"));
}

TEST_F(LocalityTest, MainComesFirstAndOthersAreMentions) {
  const auto localities =
      recognizer_
          ->recognize(make_article("Huyện Thanh Chương đón đoàn tỉnh Hà Tĩnh",
                                   {"Huyện Thanh Chương, tỉnh Nghệ An đón đoàn tỉnh Hà Tĩnh."}))
          .localities;
  ASSERT_GE(localities.size(), 2U);
  EXPECT_EQ(localities[0].role, LocalityRole::kMain);
  EXPECT_THAT(localities[0].path, testing::ElementsAre("Nghệ An", "Thanh Chương"));
  for (std::size_t i = 1; i < localities.size(); ++i) {
    EXPECT_EQ(localities[i].role, LocalityRole::kMention);
    EXPECT_EQ(localities[i].code, localities[i].codes.back());
    EXPECT_GT(localities[i].confidence, 0);
    EXPECT_LE(localities[i].confidence, 1);
  }
}

using EventTest = EntitiesTest;

TEST_F(EventTest, IsTheDayOfTheOpening) {
  const auto event =
      recognizer_->recognize(make_article("Tin", {"Sáng ngày 08 tháng 5 năm 2023, xã họp."})).event;
  ASSERT_TRUE(event);
  EXPECT_EQ(calendar::to_iso_date(*event), "2023-05-08");
}

TEST_F(EventTest, TakesItsYearFromThePublishDate) {
  auto article = make_article("Tin", {"Chiều 24/5, Ban Thường vụ Tỉnh ủy làm việc."});
  article.published = calendar::make_day(2024, 5, 26);
  const auto event = recognizer_->recognize(article).event;
  ASSERT_TRUE(event);
  EXPECT_EQ(calendar::to_iso_date(*event), "2024-05-24");
}

TEST_F(EventTest, IsTheLastDayOfSeveral) {
  auto article = make_article("Tin", {"Trong hai ngày 14 - 15/6, Đảng bộ xã đại hội."});
  article.published = calendar::make_day(2020, 6, 16);
  const auto event = recognizer_->recognize(article).event;
  ASSERT_TRUE(event);
  EXPECT_EQ(calendar::to_iso_date(*event), "2020-06-15");
}

TEST_F(EventTest, IsOnlyAYearWhenThePageSaysNoMore) {
  const auto event =
      recognizer_
          ->recognize(make_article("Tin", {"Vừa qua, Đảng bộ thị trấn họp.",
                                           "Triển khai nhiệm vụ 6 tháng cuối năm 2023."}))
          .event;
  ASSERT_TRUE(event);
  EXPECT_EQ(event->precision, calendar::Precision::kYear);
  EXPECT_EQ(event->year, 2023);
}

TEST_F(EventTest, IsUnknownWhenThePageDoesNotSay) {
  EXPECT_FALSE(recognizer_->recognize(make_article("Tin", {"Xã họp bàn việc chung."})).event);
}

}  // namespace
}  // namespace tinlang::entities
