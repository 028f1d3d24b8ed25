#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "indexer/entities/official_roll.h"
#include "tests/unit/entities/entities_fixture.h"

namespace tinlang::entities {
namespace {

using testing::ElementsAreArray;

struct ShapeCase {
  std::string name;
  std::string text;
  std::vector<std::string> officials;
};
void PrintTo(const ShapeCase& test, std::ostream* out) { *out << test.name; }

class OfficialShapeTest : public EntitiesTest, public testing::WithParamInterface<ShapeCase> {};

TEST_P(OfficialShapeTest, GivesNamesWithTheirPosts) {
  EXPECT_THAT(officials_of(make_article("Tin trong huyện", {GetParam().text})),
              ElementsAreArray(GetParam().officials));
}
INSTANTIATE_TEST_SUITE_P(
    Accepted, OfficialShapeTest,
    testing::Values(
        ShapeCase{"ChainWithDashes",
                  "Đồng chí Lương Hải Triều - Tỉnh ủy viên - Bí thư Huyện ủy - Chủ tịch HĐND huyện "
                  "phát biểu.",
                  {"Lương Hải Triều: Tỉnh ủy viên, Bí thư Huyện ủy, Chủ tịch Hội đồng nhân dân "
                   "huyện"}},
        ShapeCase{"ChainWithCommasAndMixedCase",
                  "Dự có đồng chí Vi Thị Nhung , Phó bí thư huyện uỷ, chủ tịch UBND huyện.",
                  {"Vi Thị Nhung: Phó Bí thư Huyện ủy, Chủ tịch Ủy ban nhân dân huyện"}},
        ShapeCase{"SharedListPartedBySemicolons",
                  "Chủ trì có các đồng chí Lê Quang Bền, Bí thư Tỉnh ủy; Mạc Thị Én, Phó Bí thư "
                  "Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh; Tô Văn Khôi, Chủ tịch UBND tỉnh.",
                  {"Lê Quang Bền: Bí thư Tỉnh ủy",
                   "Mạc Thị Én: Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh",
                   "Tô Văn Khôi: Chủ tịch Ủy ban nhân dân tỉnh"}},
        ShapeCase{
            "DoubledHonorific",
            "Dự có các đồng chí: đồng chí Hà Văn Pản – Bí thư huyện ủy; đồng chí Lò Thị Mỉ – "
            "Phó chủ tịch HĐND huyện (phụ trách Đảng bộ xã).",
            {"Hà Văn Pản: Bí thư Huyện ủy", "Lò Thị Mỉ: Phó Chủ tịch Hội đồng nhân dân huyện"}},
        ShapeCase{"PostSharedByAList",
                  "Các đồng chí Phó Chủ tịch UBND tỉnh: Đinh Văn Sáng, Hồ Thị Liễu và Trần Quốc "
                  "Bảo cùng dự.",
                  {"Đinh Văn Sáng: Phó Chủ tịch Ủy ban nhân dân tỉnh",
                   "Hồ Thị Liễu: Phó Chủ tịch Ủy ban nhân dân tỉnh",
                   "Trần Quốc Bảo: Phó Chủ tịch Ủy ban nhân dân tỉnh"}},
        ShapeCase{"PositionFirst",
                  "Bí thư Huyện ủy Nguyễn Trung Kiên kết luận.",
                  {"Nguyễn Trung Kiên: Bí thư Huyện ủy"}},
        ShapeCase{"PositionFirstBehindItsPlace",
                  "Phó Chủ tịch UBND tỉnh Lâm Đồng K' Brêu kiểm tra hiện trường.",
                  {"K' Brêu: Phó Chủ tịch Ủy ban nhân dân tỉnh"}},
        ShapeCase{"FamilyNameAndPostWithoutHonorific",
                  "Tại buổi lễ, Phạm Thị Thúy Vân, Chủ tịch Hội LHPN xã trao quà.",
                  {"Phạm Thị Thúy Vân: Chủ tịch Hội Liên hiệp Phụ nữ xã"}},
        ShapeCase{"Rank",
                  "Thượng tá Giàng A Páo, Trưởng Công an huyện cho biết.",
                  {"Giàng A Páo: Trưởng Công an huyện"}},
        ShapeCase{"FormerAndActing",
                  "Đồng chí Bùi Văn Tá, nguyên Bí thư Huyện ủy và đồng chí Ngô Thị Sen, quyền Chủ "
                  "tịch UBND huyện dâng hương.",
                  {"Bùi Văn Tá: nguyên Bí thư Huyện ủy",
                   "Ngô Thị Sen: Quyền Chủ tịch Ủy ban nhân dân huyện"}},
        ShapeCase{"HighlandNames",
                  "Có ông Y Bhiêm Niê - Chủ tịch UBND xã và bà H'Lim Mlô - Phó Chủ tịch HĐND xã.",
                  {"Y Bhiêm Niê: Chủ tịch Ủy ban nhân dân xã",
                   "H'Lim Mlô: Phó Chủ tịch Hội đồng nhân dân xã"}},
        ShapeCase{"AnyNameShapeAfterAnHonorific",
                  "Đồng chí Tưởng Hoa Ban, Trưởng phòng Nội vụ huyện trình bày.",
                  {"Tưởng Hoa Ban: Trưởng phòng Nội vụ huyện"}},
        ShapeCase{
            "NameInCapitalsInAnOrdinaryLine",
            "Phát biểu tại hội nghị, đồng chí ĐẶNG THỊ MƠ, Bí thư Đảng ủy xã đề nghị các thôn "
            "khẩn trương.",
            {"Đặng Thị Mơ: Bí thư Đảng ủy xã"}},
        ShapeCase{"Appointment",
                  "Đồng chí Cao Văn Tịnh được Ban Thường vụ Tỉnh ủy chuẩn y giữ chức Phó Bí thư "
                  "Huyện ủy.",
                  {"Cao Văn Tịnh: Phó Bí thư Huyện ủy"}},
        ShapeCase{"TermBetweenPosts",
                  "Ông Võ Tấn Lộc, Đại biểu Quốc hội khóa XV, Giám đốc Sở Y tế dự.",
                  {"Võ Tấn Lộc: Đại biểu Quốc hội, Giám đốc Sở Y tế"}},
        ShapeCase{"UnknownPartOfAChain",
                  "Đồng chí Mông Văn Tự - UVK Khối cơ quan - Chủ tịch UBND xã dự.",
                  {"Mông Văn Tự: Chủ tịch Ủy ban nhân dân xã"}},
        ShapeCase{"DottedAbbreviation",
                  "Đồng chí Lã Thị Bưởi – UV.BTV Huyện ủy dự.",
                  {"Lã Thị Bưởi: Ủy viên Ban Thường vụ Huyện ủy"}},
        ShapeCase{"RankBetweenPostAndName",
                  "Dự có Bí thư Huyện ủy Tô Hữu Bắc, Trưởng Công an huyện Thượng tá Lê Sỹ Cần.",
                  {"Tô Hữu Bắc: Bí thư Huyện ủy", "Lê Sỹ Cần: Trưởng Công an huyện"}},
        ShapeCase{"PluralPostFirst",
                  "Chủ trì là các Phó Chủ tịch HĐND tỉnh Vũ Đài Trang, Lê Hữu Quý.",
                  {"Vũ Đài Trang: Phó Chủ tịch Hội đồng nhân dân tỉnh",
                   "Lê Hữu Quý: Phó Chủ tịch Hội đồng nhân dân tỉnh"}},
        ShapeCase{"BarePostFirst",
                  "Bí thư Đảng ủy Võ Thế Bền và Chủ tịch Lê Khắc Đa tiếp khách.",
                  {"Võ Thế Bền: Bí thư Đảng ủy xã", "Lê Khắc Đa: Chủ tịch"}},
        ShapeCase{"DeputyOfTheBodyNamedBefore",
                  "Có đồng chí Tô Thị Duy, Chủ nhiệm UBKT Huyện ủy; đồng chí Phó Chủ nhiệm Mã A "
                  "Chu đọc báo cáo.",
                  {"Tô Thị Duy: Chủ nhiệm Ủy ban Kiểm tra Huyện ủy",
                   "Mã A Chu: Phó Chủ nhiệm Ủy ban Kiểm tra Huyện ủy"}},
        ShapeCase{"ChairOfALevel",
                  "Đồng chí Ngô Bá Lâm - Phó Chủ tịch huyện biểu dương.",
                  {"Ngô Bá Lâm: Phó Chủ tịch Ủy ban nhân dân huyện"}},
        ShapeCase{"Dismissal",
                  "Kỳ họp miễn nhiệm chức danh Ủy viên UBND xã đối với ông Cao Thế Nghi.",
                  {"Cao Thế Nghi: Ủy viên Ủy ban nhân dân xã"}},
        ShapeCase{"NumberedVillageBeforeTheName",
                  "Bí thư Chi bộ thôn 4 Lê Gia Thiệp nói như vậy.",
                  {"Lê Gia Thiệp: Bí thư Chi bộ thôn"}},
        ShapeCase{"NameThatBeginsAsAnOrganDoes",
                  "Phó Chủ tịch UBND huyện Đoàn Bá Trình dự.",
                  {"Đoàn Bá Trình: Phó Chủ tịch Ủy ban nhân dân huyện"}},
        ShapeCase{"EnglishNameFirst",
                  "Mr. Tran Van Coi, Vice Chairman of the People's Committee of Na Hang district, "
                  "spoke.",
                  {"Tran Van Coi: Phó Chủ tịch Ủy ban nhân dân huyện"}},
        ShapeCase{"EnglishOffice",
                  "Ms Le Thi Na, Head of Ly Son District's Culture Office, attended.",
                  {"Le Thi Na: Trưởng phòng Văn hóa và Thông tin huyện"}},
        ShapeCase{"EnglishPostFirst",
                  "Commune Chairman Giang A Su said no fire was recorded.",
                  {"Giang A Su: Chủ tịch Ủy ban nhân dân xã"}}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Refused, OfficialShapeTest,
    testing::Values(
        ShapeCase{"CitizenWithoutPost", "Ông Nguyễn Văn Bảy, người dân thôn 3, phấn khởi nói.", {}},
        ShapeCase{"LineInCapitals", "ĐỒNG CHÍ NGUYỄN VĂN NAM BÍ THƯ HUYỆN ỦY DỰ ĐẠI HỘI", {}},
        ShapeCase{"Photographer", "Ảnh: Trần Văn Nam, Trưởng phòng Nội vụ huyện", {}},
        ShapeCase{"SignatureOfTheArticle", "Lê Thị Thu - Giám đốc Trung tâm Y tế huyện.", {}},
        ShapeCase{"PostWithItsPlaceAlone", "Bí thư Huyện ủy Chợ Mới kết luận hội nghị.", {}},
        ShapeCase{"AnaphoraWithoutName", "Đồng chí Bí thư Tỉnh ủy ghi nhận kết quả.", {}},
        ShapeCase{
            "OrganiserOfAnEvent", "Ông Hoàng Văn Lịch, Trưởng Ban Tổ chức Hội thi khai mạc.", {}},
        ShapeCase{"HeroesAndSlogans", "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh.", {}},
        ShapeCase{"HistoryBehindABarePost", "Chủ tịch Tôn Đức Thắng về thăm xã năm 1962.", {}},
        ShapeCase{"CitizenBehindAPostOfAnother",
                  "Sau ý kiến của Chủ tịch UBND xã, ông Lê Văn Ngọ, người dân thôn 2, nói thêm.",
                  {}},
        ShapeCase{"CitizenBeforeAPostWithoutName",
                  "Ông Trần Văn Tỵ, người dân thôn 3, Chủ tịch UBND xã đều có mặt.",
                  {}},
        ShapeCase{
            "EnglishCitizen", "Mr. Tran Van Sua, a farmer in Na Hang district, is happy.", {}},
        ShapeCase{"Empty", "", {}}),
    [](const auto& test) { return test.param.name; });

using OfficialRollTest = EntitiesTest;

TEST_F(OfficialRollTest, CompletesElidedPostsFromTheSamePerson) {
  EXPECT_THAT(
      officials_of(make_article(
          "Hội nghị giao ban",
          {"Đồng chí Hồ Văn Thắm, Ủy viên BTV, Trưởng Ban Tổ chức chủ trì.",
           "Kết luận, đồng chí Hồ Văn Thắm, Ủy viên Ban Thường vụ, Trưởng ban tổ chức huyện "
           "ủy đề nghị các xã quan tâm."})),
      ElementsAreArray({"Hồ Văn Thắm: Ủy viên Ban Thường vụ Huyện ủy, Trưởng ban Tổ chức "
                        "Huyện ủy"}));
}

TEST_F(OfficialRollTest, TakesTheLevelOfTheNextPost) {
  EXPECT_THAT(
      officials_of(make_article("Đại hội",
                                {"Đồng chí Lý Thị Ngân, Phó Bí thư, Chủ tịch UBND xã phát biểu."})),
      ElementsAreArray({"Lý Thị Ngân: Phó Bí thư Đảng ủy xã, Chủ tịch Ủy ban nhân dân xã"}));
}

TEST_F(OfficialRollTest, NamesOnePersonOnceInBothToneStyles) {
  const auto officials =
      recognizer_
          ->recognize(make_article("Tin", {"Đồng chí Trần Thuý Hoà, Bí thư Huyện ủy dự.",
                                           "Đồng chí Trần Thúy Hòa, Bí thư Huyện uỷ phát biểu."}))
          .officials;
  ASSERT_EQ(officials.size(), 1U);
  EXPECT_EQ(officials[0].name, "Trần Thúy Hòa");
  ASSERT_EQ(officials[0].posts.size(), 1U);
  EXPECT_EQ(officials[0].posts[0].title, "Bí thư Huyện ủy");
  EXPECT_EQ(officials[0].posts[0].id, "H.p.bt");
}

TEST_F(OfficialRollTest, GivesPostsTheirPlace) {
  const auto officials =
      recognizer_
          ->recognize(make_article(
              "Thanh Chương: Làm việc tại xã Thanh Giang",
              {"Đồng chí Phan Hữu Lam, Bí thư Huyện ủy làm việc với Đảng ủy xã Thanh Giang.",
               "Đồng chí Tô Thị Sửu, Bí thư Đảng ủy xã Thanh Giang báo cáo."}))
          .officials;
  ASSERT_EQ(officials.size(), 2U);
  EXPECT_EQ(officials[0].posts[0].locality,
            gazetteer_->unit(*gazetteer_->find_host("thanhchuong.nghean.gov.vn")).code);
  EXPECT_EQ(officials[1].posts[0].locality,
            gazetteer_->unit(*gazetteer_->find_host("thanhgiang.thanhchuong.nghean.gov.vn")).code);
}

TEST(OfficialId, IsStableAndTellsPlacesApart) {
  EXPECT_EQ(official_id("Trần Thuý Hoà", "428"), official_id("Trần Thúy Hòa", "428"));
  EXPECT_NE(official_id("Trần Thúy Hòa", "428"), official_id("Trần Thúy Hòa", "065"));
  EXPECT_NE(official_id("Trần Thúy Hòa", "428"), official_id("Trần Thủy Hoa", "428"));
  EXPECT_THAT(official_id("H'Lim Mlô", ""), testing::MatchesRegex("h-?lim-mlo-[0-9a-f]{8}"));
}

}  // namespace
}  // namespace tinlang::entities
