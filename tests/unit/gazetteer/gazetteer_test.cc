#include "indexer/gazetteer/gazetteer.h"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/text/syllable.h"
#include "tests/support/shipped_data.h"

namespace tinlang::gazetteer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::shipped_gazetteer;

class GazetteerTest : public ::testing::Test {
 protected:
  std::vector<std::string> codes_of(const std::string& name) const {
    std::vector<std::string> codes;
    for (const UnitId id : gazetteer_->find_name(text::canonical_key(name))) {
      codes.push_back(gazetteer_->unit(id).code);
    }
    return codes;
  }

  std::string host_path(const std::string& host) const {
    const auto found = gazetteer_->find_host(host);
    if (!found) return "";
    std::string path;
    for (const UnitId id : gazetteer_->path(*found)) {
      path += (path.empty() ? "" : "/") + gazetteer_->unit(id).name;
    }
    return path;
  }

  const Gazetteer* gazetteer_ = &shipped_gazetteer();
};

TEST_F(GazetteerTest, HoldsTheThreeLevelsWithParentsOneLevelUp) {
  std::size_t counts[3] = {0, 0, 0};
  for (const Unit& unit : gazetteer_->units()) {
    if (unit.system == System::kTwoLevel) continue;
    ++counts[static_cast<int>(unit.level)];
    EXPECT_EQ(unit.parent.has_value(), unit.level != Level::kProvince) << unit.code;
    if (!unit.parent) continue;
    EXPECT_EQ(static_cast<int>(gazetteer_->unit(*unit.parent).level) + 1,
              static_cast<int>(unit.level))
        << unit.code;
  }
  EXPECT_EQ(counts[0], 63U);
  EXPECT_EQ(counts[1], 705U);
  EXPECT_EQ(counts[2], 10599U);
}

TEST_F(GazetteerTest, ShowsEveryNameInCleanOldStyleSpelling) {
  for (const Unit& unit : gazetteer_->units()) {
    EXPECT_EQ(unit.name.find("  "), std::string::npos) << unit.code;
    EXPECT_NE(unit.name.front(), ' ') << unit.code;
    EXPECT_NE(unit.name.back(), ' ') << unit.code;
    EXPECT_EQ(unit.name, text::display_spelling(unit.name)) << unit.code;
  }
}

TEST_F(GazetteerTest, FindsEveryUnitByItsOwnNameAndFoldedName) {
  for (UnitId id = 0; id < gazetteer_->units().size(); ++id) {
    const auto& name = gazetteer_->unit(id).name;
    const Gazetteer dated = gazetteer_->as_of(gazetteer_->unit(id).system);
    EXPECT_THAT(dated.find_name(text::canonical_key(name)), ::testing::Contains(id)) << name;
    EXPECT_THAT(dated.find_folded_name(text::fold_key(name)), ::testing::Contains(id)) << name;
  }
}

TEST_F(GazetteerTest, GivesAllUnitsOfASharedName) {
  EXPECT_THAT(codes_of("Thanh Giang"), ::testing::SizeIs(2));
  EXPECT_THAT(codes_of("Xuân Dương"), ::testing::SizeIs(4));
  EXPECT_THAT(codes_of("Không Có Đâu"), ::testing::IsEmpty());
}

TEST_F(GazetteerTest, ReadsSpellingsAndOtherNamesOfOneUnit) {
  for (const auto* name : {"Đắk Lắk", "Đăk Lăk", "Đắc Lắc", "Daklak"}) {
    EXPECT_THAT(codes_of(name), ElementsAre("66")) << name;
  }
  EXPECT_THAT(codes_of("Bắc Cạn"), ::testing::Contains("06"));
  EXPECT_THAT(codes_of("Phan Rang – Tháp Chàm"), ElementsAre("582"));
  EXPECT_THAT(codes_of("Phan Rang-Tháp Chàm"), ElementsAre("582"));
  EXPECT_THAT(codes_of("TPHCM"), ElementsAre("79"));
}

TEST_F(GazetteerTest, TellsUnitsFromEverydayWords) {
  EXPECT_TRUE(gazetteer_->is_common_phrase(text::canonical_key("Thống Nhất")));
  EXPECT_FALSE(gazetteer_->is_common_phrase(text::canonical_key("Thanh Chương")));
}

TEST_F(GazetteerTest, KnowsWhichUnitHoldsWhich) {
  const auto province = gazetteer_->find_code("40");
  const auto commune = gazetteer_->find_host("thanhgiang.thanhchuong.nghean.gov.vn");
  ASSERT_TRUE(province && commune);
  EXPECT_TRUE(contains(*gazetteer_, *province, *commune));
  EXPECT_TRUE(contains(*gazetteer_, *commune, *commune));
  EXPECT_FALSE(contains(*gazetteer_, *commune, *province));
}

struct HostCase {
  std::string name;
  std::string host;
  std::string path;
};
void PrintTo(const HostCase& test, std::ostream* out) { *out << test.name; }

class GazetteerHostTest : public GazetteerTest, public ::testing::WithParamInterface<HostCase> {};

TEST_P(GazetteerHostTest, NamesTheUnitOfThePortal) {
  EXPECT_EQ(host_path(GetParam().host), GetParam().path);
}
INSTANTIATE_TEST_SUITE_P(
    Hosts, GazetteerHostTest,
    ::testing::Values(
        HostCase{"Commune", "camgiang.bachthong.backan.gov.vn", "Bắc Kạn/Bạch Thông/Cẩm Giàng"},
        HostCase{"District", "thanhchuong.nghean.gov.vn", "Nghệ An/Thanh Chương"},
        HostCase{"Province", "thanhhoa.gov.vn", "Thanh Hóa"},
        HostCase{"OtherEnding", "tuyenquang.dcs.vn", "Tuyên Quang"},
        HostCase{"CapitalsAndPort", "CHOMOI.BACKAN.GOV.VN:8080", "Bắc Kạn/Chợ Mới"},
        HostCase{"TypeBeforeTheName", "xathanhgiang.thanhchuong.nghean.gov.vn",
                 "Nghệ An/Thanh Chương/Thanh Giang"},
        HostCase{"HyphenatedChain", "thanhgiang-thanhchuong.nghean.gov.vn",
                 "Nghệ An/Thanh Chương/Thanh Giang"},
        HostCase{"Committee", "huyenuy-chomoi.backan.gov.vn", "Bắc Kạn/Chợ Mới"},
        HostCase{"Correction", "quan1.hochiminhcity.gov.vn", "Hồ Chí Minh/Quận 1"},
        HostCase{"CityOfTheProvince", "thanhpho.hoabinh.gov.vn", "Hòa Bình/Hòa Bình"},
        HostCase{"DistrictNamedLikeAProvince", "quangninh.quangbinh.gov.vn",
                 "Quảng Bình/Quảng Ninh"},
        HostCase{"TwoDistrictsOfOneNameStayUndecided", "hongngu.dongthap.gov.vn", "Đồng Tháp"},
        HostCase{"TypeDecidesBetweenThem", "tphongngu.dongthap.gov.vn", "Đồng Tháp/Hồng Ngự"},
        HostCase{"CommuneWithoutItsDistrict", "xuanduong.thanhhoa.gov.vn", "Thanh Hóa"},
        HostCase{"NoPlace", "example.com", ""}, HostCase{"SharedNameAlone", "chauthanh.gov.vn", ""},
        HostCase{"Empty", "", ""}, HostCase{"DotsOnly", "...", ""}),
    [](const auto& test) { return test.param.name; });

// A data folder with the given units and nothing else in its tables.
std::filesystem::path write_data(const std::string& name, const std::string& units,
                                 const std::string& newer = "",
                                 const std::string& successors = "") {
  const auto folder = std::filesystem::path(::testing::TempDir()) / name;
  std::filesystem::create_directories(folder / "gazetteer");
  const auto write = [&](const char* file, const std::string& text) {
    std::ofstream(folder / "gazetteer" / file) << text;
  };
  write("units.tsv", "code\tparent\ttype\tname\n" + units);
  write("units_2025.tsv", "code\tparent\ttype\tname\n" + newer);
  write("successors.tsv", "code\tsuccessor\n" + successors);
  write("aliases.tsv", "alias\tcode\tnote\n");
  write("spellings.tsv", "spelling\tvariants\n");
  write("hosts.tsv", "host\tcode\tnote\n");
  write("common_phrases.tsv", "phrase\tnote\n");
  return folder;
}

struct BrokenCase {
  std::string name;
  std::string units;
  std::string reason;
};
void PrintTo(const BrokenCase& test, std::ostream* out) { *out << test.name; }

class GazetteerLoadTest : public ::testing::TestWithParam<BrokenCase> {};

TEST_P(GazetteerLoadTest, RefusesABrokenRowByItsLine) {
  const auto loaded = Gazetteer::load(write_data(GetParam().name, GetParam().units));
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(loaded.error().message, HasSubstr(GetParam().reason));
}
INSTANTIATE_TEST_SUITE_P(
    Rows, GazetteerLoadTest,
    ::testing::Values(
        BrokenCase{"LengthOfCode", "1\t\ttỉnh\tA\n", "units.tsv:2"},
        BrokenCase{"UnknownType", "01\t\tvùng\tA\n", "units.tsv:2"},
        BrokenCase{"NoName", "01\t\ttỉnh\t\n", "units.tsv:2"},
        BrokenCase{"SameCode", "01\t\ttỉnh\tA\n01\t\ttỉnh\tB\n", "units.tsv:3"},
        BrokenCase{"MissingParent", "01\t\ttỉnh\tA\n001\t02\thuyện\tB\n", "units.tsv:3"},
        BrokenCase{"CodeOfTheOtherSystem", "2025-01\t\ttỉnh\tA\n", "units.tsv:2"},
        BrokenCase{"ParentTwoLevelsUp", "01\t\ttỉnh\tA\n00001\t01\txã\tB\n", "units.tsv:3"}),
    [](const auto& test) { return test.param.name; });

struct BrokenSuccessorCase {
  std::string name;
  std::string successors;
  std::string reason;
};
void PrintTo(const BrokenSuccessorCase& test, std::ostream* out) { *out << test.name; }

class GazetteerSuccessorLoadTest : public ::testing::TestWithParam<BrokenSuccessorCase> {};

TEST_P(GazetteerSuccessorLoadTest, RefusesARowThatLeadsNowhere) {
  const auto folder =
      write_data("successor" + GetParam().name,
                 "01\t\ttỉnh\tA\n001\t01\thuyện\tB\n00001\t001\txã\tC\n00002\t001\txã\tD\n",
                 "2025-01\t\ttỉnh\tA\n2025-02\t\ttỉnh\tE\n2025-00001\t2025-01\txã\tC\n",
                 GetParam().successors);
  const auto loaded = Gazetteer::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(loaded.error().message, HasSubstr(GetParam().reason));
}
INSTANTIATE_TEST_SUITE_P(
    Rows, GazetteerSuccessorLoadTest,
    ::testing::Values(
        BrokenSuccessorCase{"UnknownOldUnit", "99999\t2025-00001\n",
                            "successors.tsv:2: no unit has the code 99999"},
        BrokenSuccessorCase{"UnknownNewUnit", "00001\t2025-99999\n",
                            "successors.tsv:2: no unit has the code 2025-99999"},
        BrokenSuccessorCase{"Backwards", "2025-00001\t00001\n", "successors.tsv:2"},
        BrokenSuccessorCase{"WithinTheOldSystem", "00001\t00002\n", "successors.tsv:2"},
        BrokenSuccessorCase{"NoSuccessor", "00001\t2025-00001\n", "00002 D leads nowhere"},
        BrokenSuccessorCase{"DividedProvince", "00001\t2025-00001\n00002\t2025-02\n",
                            "01 A leads to 2 provinces"}),
    [](const auto& test) { return test.param.name; });

TEST(GazetteerLoad, SaysWhichFileIsMissing) {
  const auto loaded = Gazetteer::load("no/such/folder");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace tinlang::gazetteer
