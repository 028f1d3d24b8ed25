#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/text/syllable.h"
#include "tests/support/shipped_data.h"

namespace tinlang::gazetteer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::shipped_gazetteer;

class SuccessionTest : public ::testing::Test {
 protected:
  // "xã Bích Hào, Nghệ An"
  std::string described(UnitId id) const {
    std::string text = gazetteer_->unit(id).type + " " + gazetteer_->unit(id).name;
    const auto above = gazetteer_->unit(id).parent;
    return above ? text + ", " + gazetteer_->unit(*above).name : text;
  }

  std::vector<std::string> described(const std::vector<Related>& related) const {
    std::vector<std::string> all;
    for (const Related& one : related) all.push_back(described(one.unit) + (one.whole ? "" : " *"));
    return all;
  }

  UnitId id_of(const std::string& code) const { return gazetteer_->find_code(code).value(); }
  UnitId id_of_host(const std::string& host) const { return gazetteer_->find_host(host).value(); }

  template <typename Check>
  void for_each_unit(System system, Check check) const {
    for (UnitId id = 0; id < gazetteer_->units().size(); ++id) {
      if (gazetteer_->unit(id).system == system) check(id);
    }
  }

  const Gazetteer* gazetteer_ = &shipped_gazetteer();
};

TEST_F(SuccessionTest, HoldsThirtyFourProvincesWithTheirCommunes) {
  std::size_t provinces = 0;
  std::size_t communes = 0;
  for_each_unit(System::kTwoLevel, [&](UnitId id) {
    const Unit& unit = gazetteer_->unit(id);
    ++(unit.level == Level::kProvince ? provinces : communes);
    EXPECT_NE(unit.level, Level::kDistrict) << unit.code;
    if (unit.level == Level::kProvince) return;
    ASSERT_TRUE(unit.parent) << unit.code;
    EXPECT_EQ(gazetteer_->unit(*unit.parent).level, Level::kProvince) << unit.code;
    EXPECT_EQ(gazetteer_->unit(*unit.parent).system, System::kTwoLevel) << unit.code;
  });
  EXPECT_EQ(provinces, 34U);
  EXPECT_EQ(communes, 3321U);
}

TEST_F(SuccessionTest, LeadsEveryOlderUnitToNewerOnesOfOneProvince) {
  std::size_t province_alone = 0;
  for_each_unit(System::kThreeLevel, [&](UnitId id) {
    const auto successors = gazetteer_->successors(id);
    ASSERT_FALSE(successors.empty()) << gazetteer_->unit(id).code;
    for (const Related& successor : successors) {
      EXPECT_EQ(gazetteer_->unit(successor.unit).system, System::kTwoLevel);
      EXPECT_EQ(gazetteer_->province_today(successor.unit), gazetteer_->province_today(id))
          << described(id);
      EXPECT_EQ(successor.whole, successors.size() == 1) << described(id);
    }
    if (gazetteer_->unit(successors.front().unit).level == Level::kProvince) ++province_alone;
  });
  EXPECT_LE(province_alone, 60U);
}

TEST_F(SuccessionTest, EndsThere) {
  for_each_unit(System::kTwoLevel, [&](UnitId id) {
    EXPECT_THAT(gazetteer_->successors(id), IsEmpty()) << described(id);
    EXPECT_EQ(gazetteer_->province_today(id), gazetteer_->unit(id).parent.value_or(id));
  });
  for_each_unit(System::kThreeLevel,
                [&](UnitId id) { EXPECT_THAT(gazetteer_->predecessors(id), IsEmpty()); });
}

TEST_F(SuccessionTest, LooksBackTheWayItCame) {
  std::size_t pairs = 0;
  for_each_unit(System::kTwoLevel, [&](UnitId id) {
    for (const Related& before : gazetteer_->predecessors(id)) {
      ++pairs;
      if (gazetteer_->unit(id).level == Level::kProvince) {
        EXPECT_EQ(gazetteer_->province_today(before.unit), id);
        continue;
      }
      EXPECT_THAT(gazetteer_->successors(before.unit),
                  ::testing::Contains(Related{id, before.whole}))
          << described(id);
    }
  });
  EXPECT_GT(pairs, 10'600U);
}

TEST_F(SuccessionTest, KnowsWhereNearlyEveryNewerCommuneCameFrom) {
  std::vector<std::string> without;
  for_each_unit(System::kTwoLevel, [&](UnitId id) {
    if (gazetteer_->predecessors(id).empty()) without.push_back(described(id));
  });
  EXPECT_LE(without.size(), 6U) << ::testing::PrintToString(without);
}

TEST_F(SuccessionTest, FollowsThePlacesOfRealArticles) {
  const auto now = [&](const std::string& host) {
    return described(gazetteer_->successors(id_of_host(host)));
  };
  EXPECT_THAT(now("thanhgiang.thanhchuong.nghean.gov.vn"), ElementsAre("xã Bích Hào, Nghệ An"));
  EXPECT_THAT(now("camgiang.bachthong.backan.gov.vn"), ElementsAre("xã Cẩm Giàng, Thái Nguyên"));
  EXPECT_THAT(now("xuanduong.thuongxuan.thanhhoa.gov.vn"),
              ElementsAre("xã Thường Xuân, Thanh Hóa"));
  EXPECT_THAT(now("langcan.lambinh.tuyenquang.gov.vn"), ElementsAre("xã Lâm Bình, Tuyên Quang"));
  EXPECT_EQ(described(gazetteer_->province_today(id_of_host("chomoi.backan.gov.vn"))),
            "tỉnh Thái Nguyên");
}

TEST_F(SuccessionTest, NamesTheProvincesThatBecameOne) {
  EXPECT_THAT(described(gazetteer_->predecessors(id_of("2025-19"))),
              ElementsAre("tỉnh Bắc Kạn", "tỉnh Thái Nguyên"));
  EXPECT_THAT(described(gazetteer_->predecessors(id_of("2025-40"))), ElementsAre("tỉnh Nghệ An"));
}

TEST_F(SuccessionTest, MarksADividedCommune) {
  const auto successors = gazetteer_->successors(id_of("00166"));
  ASSERT_THAT(successors, ::testing::SizeIs(2));
  EXPECT_FALSE(successors[0].whole);
  EXPECT_FALSE(successors[1].whole);
}

TEST_F(SuccessionTest, FollowsADistrictIntoAllItsCommunes) {
  const UnitId district = id_of_host("thanhchuong.nghean.gov.vn");
  std::set<UnitId> expected;
  for_each_unit(System::kThreeLevel, [&](UnitId id) {
    if (gazetteer_->unit(id).parent != district) return;
    for (const Related& one : gazetteer_->successors(id)) {
      if (gazetteer_->unit(one.unit).level == Level::kCommune) expected.insert(one.unit);
    }
  });
  std::set<UnitId> found;
  for (const Related& one : gazetteer_->successors(district)) found.insert(one.unit);
  EXPECT_EQ(found, expected);
  EXPECT_GT(found.size(), 3U);
}

TEST_F(SuccessionTest, KeepsTheNamesOfTheTwoSystemsApart) {
  const auto key = text::canonical_key("Bích Hào");
  EXPECT_THAT(gazetteer_->find_name(key), IsEmpty());
  const auto found = gazetteer_->as_of(System::kTwoLevel).find_name(key);
  ASSERT_THAT(found, ::testing::SizeIs(1));
  EXPECT_EQ(described(found.front()), "xã Bích Hào, Nghệ An");
}

class AsOfTodayTest : public SuccessionTest {
 protected:
  std::vector<std::string> named(const std::string& name) const {
    std::vector<std::string> all;
    for (const UnitId id : today_.find_name(text::canonical_key(name)))
      all.push_back(described(id));
    return all;
  }
  std::vector<std::string> path_of(UnitId id) const {
    std::vector<std::string> names;
    for (const UnitId unit : today_.path(id)) names.push_back(today_.unit(unit).code);
    return names;
  }
  std::string host_of(const std::string& host) const {
    const auto found = today_.find_host(host);
    return found ? described(*found) : "";
  }

  Gazetteer today_ = gazetteer_->as_of(System::kTwoLevel);
};

TEST_F(AsOfTodayTest, ReadsANameAsTodaysUnitAlone) {
  EXPECT_THAT(named("Nghệ An"), ElementsAre("tỉnh Nghệ An"));
  EXPECT_EQ(today_.unit(today_.find_name(text::canonical_key("Nghệ An")).front()).code, "2025-40");
  EXPECT_THAT(named("Cẩm Giàng"), ::testing::Contains("xã Cẩm Giàng, Thái Nguyên"));
  EXPECT_THAT(named("Cẩm Giàng"), ::testing::Not(::testing::Contains("xã Cẩm Giàng, Bạch Thông")));
}

TEST_F(AsOfTodayTest, StillKnowsWhatWasAbolished) {
  EXPECT_THAT(named("Bắc Kạn"), ::testing::Contains("tỉnh Bắc Kạn"));
  EXPECT_THAT(named("Thanh Giang"), ::testing::Contains("xã Thanh Giang, Thanh Chương"));
}

TEST_F(AsOfTodayTest, PutsAnAbolishedUnitIntoTodaysProvince) {
  const UnitId commune = id_of_host("camgiang.bachthong.backan.gov.vn");
  const UnitId district = id_of_host("bachthong.backan.gov.vn");
  EXPECT_THAT(path_of(commune), ElementsAre("2025-19", gazetteer_->unit(district).code,
                                            gazetteer_->unit(commune).code));
  EXPECT_THAT(path_of(id_of("06")), ElementsAre("2025-19", "06"));
  EXPECT_TRUE(contains(today_, id_of("2025-19"), commune));
  EXPECT_TRUE(contains(today_, id_of("06"), commune));
  EXPECT_FALSE(contains(*gazetteer_, id_of("2025-19"), commune));
}

TEST_F(AsOfTodayTest, ReadsPortalsAsTodaysUnits) {
  EXPECT_EQ(host_of("bichhao.nghean.gov.vn"), "xã Bích Hào, Nghệ An");
  EXPECT_EQ(host_of("xabichhao.nghean.gov.vn"), "xã Bích Hào, Nghệ An");
  EXPECT_EQ(host_of("nghean.gov.vn"), "tỉnh Nghệ An");
  EXPECT_EQ(host_of("thanhgiang.thanhchuong.nghean.gov.vn"), "xã Bích Hào, Nghệ An");
  EXPECT_EQ(host_of("backan.gov.vn"), "tỉnh Thái Nguyên");
  EXPECT_EQ(host_of("chomoi.backan.gov.vn"), "tỉnh Thái Nguyên");
  EXPECT_EQ(host_of("quan1.hochiminhcity.gov.vn"), "thành phố Hồ Chí Minh");
  EXPECT_EQ(host_of("example.com"), "");
}

}  // namespace
}  // namespace tinlang::gazetteer
