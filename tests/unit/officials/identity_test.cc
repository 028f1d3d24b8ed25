#include "searchd/officials/identity.h"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/officials/unit_relation.h"
#include "tests/support/shipped_data.h"

namespace tinlang::officials {
namespace {

using ::testing::ElementsAre;
using testing::shipped_gazetteer;

// xã Thanh Giang and xã Phong Thịnh, huyện Thanh Chương, Nghệ An; Bích Hào is what Thanh Giang went
// into.
constexpr const char* kProvince = "40";
constexpr const char* kDistrict = "428";
constexpr const char* kCommune = "17809";
constexpr const char* kOtherCommune = "17728";
constexpr const char* kNewCommune = "2025-17818";
constexpr const char* kOtherProvince = "38";

constexpr int kYear = 365;

Holding make(const std::string& name, const std::string& post, const char* place, int first,
             int last) {
  Holding holding;
  holding.bearer = name + "@" + (place == nullptr ? "" : place);
  holding.name_key = name;
  holding.post = post;
  if (place != nullptr) holding.place = shipped_gazetteer().find_code(place).value();
  if (last > 0) holding.span = DaySpan{first, last};
  holding.articles = 1;
  return holding;
}

std::vector<std::uint32_t> people(const std::vector<Holding>& holdings,
                                  const Corrections& corrections = {}) {
  return identify(shipped_gazetteer(), holdings, corrections);
}

constexpr const char* kRare = "cầm hiêu3 lam";
constexpr const char* kEveryday = "nguyên4 văn hung2";

TEST(Identity, OfOneNameInOneUnitIsOnePerson) {
  EXPECT_THAT(people({make(kRare, "bi-thu-huyen-uy", kDistrict, 0, 100),
                      make(kRare, "chu-tich-hdnd-huyen", kDistrict, 50, 5'000)}),
              ElementsAre(0, 0));
}

TEST(Identity, OfTwoNamesIsTwoPeople) {
  EXPECT_THAT(people({make(kRare, "bi-thu-huyen-uy", kDistrict, 0, 100),
                      make(kEveryday, "bi-thu-huyen-uy", kDistrict, 0, 100)}),
              ElementsAre(0, 1));
}

TEST(Identity, FollowsARareNameFromCommuneToDistrictToProvince) {
  EXPECT_THAT(people({make(kRare, "bi-thu-dang-uy", kCommune, 0, kYear),
                      make(kRare, "pho-chu-tich-ubnd-huyen", kDistrict, kYear + 30, 3 * kYear),
                      make(kRare, "giam-doc-so-noi-vu", kProvince, 4 * kYear, 5 * kYear)}),
              ElementsAre(0, 0, 0));
}

TEST(Identity, FollowsIntoTheCommuneThatTheOldOneWentInto) {
  EXPECT_THAT(people({make(kEveryday, "bi-thu-dang-uy", kCommune, 0, kYear),
                      make(kEveryday, "bi-thu-dang-uy", kNewCommune, kYear + 10, 2 * kYear)}),
              ElementsAre(0, 0));
}

TEST(Identity, FollowsAnEverydayNameOnlyAtOnceAndBelowTheProvince) {
  const auto commune = make(kEveryday, "bi-thu-dang-uy", kCommune, 0, kYear);
  EXPECT_THAT(people({commune, make(kEveryday, "pho-chu-tich-ubnd-huyen", kDistrict,
                                    kYear + kCommonGapDays, 4 * kYear)}),
              ElementsAre(0, 0));
  EXPECT_THAT(people({commune, make(kEveryday, "pho-chu-tich-ubnd-huyen", kDistrict,
                                    kYear + kCommonGapDays + 1, 4 * kYear)}),
              ElementsAre(0, 1));
  EXPECT_THAT(people({make(kEveryday, "bi-thu-huyen-uy", kDistrict, 0, kYear),
                      make(kEveryday, "giam-doc-so-y-te", kProvince, kYear + 10, 3 * kYear)}),
              ElementsAre(0, 1));
}

TEST(Identity, DoesNotFollowACommonNameThatTwoDemonstrablyBear) {
  EXPECT_THAT(people({make(kRare, "chu-tich-ubnd-xa", kCommune, 0, 3 * kYear),
                      make(kRare, "chu-tich-ubnd-xa", kOtherCommune, kYear, 2 * kYear),
                      make(kRare, "bi-thu-huyen-uy", kDistrict, 3 * kYear + 10, 4 * kYear)}),
              ElementsAre(0, 1, 2));
}

TEST(Identity, LeavesOfficesAtOneTimeInTwoUnitsApart) {
  EXPECT_THAT(people({make(kRare, "chu-tich-ubnd-xa", kCommune, 0, 3 * kYear),
                      make(kRare, "chu-tich-ubnd-xa", kOtherCommune, kYear, 2 * kYear)}),
              ElementsAre(0, 1));
}

TEST(Identity, LetsAHandoverOverlap) {
  EXPECT_THAT(
      people({make(kRare, "chu-tich-ubnd-xa", kCommune, 0, kYear),
              make(kRare, "chu-tich-ubnd-xa", kOtherCommune, kYear - kHandoverDays, 2 * kYear)}),
      ElementsAre(0, 0));
}

TEST(Identity, DoesNotBridgeAGapOfManyYears) {
  EXPECT_THAT(people({make(kRare, "chu-tich-ubnd-xa", kCommune, 0, kYear),
                      make(kRare, "pho-chu-tich-ubnd-huyen", kDistrict, kYear + kCareerGapDays + 1,
                           6 * kYear)}),
              ElementsAre(0, 1));
}

TEST(Identity, LetsAMembershipGoWithAnOfficeElsewhere) {
  EXPECT_THAT(people({make(kRare, "bi-thu-huyen-uy", kDistrict, 0, 3 * kYear),
                      make(kRare, "tinh-uy-vien", kProvince, kYear, 2 * kYear)}),
              ElementsAre(0, 0));
}

TEST(Identity, NeverJoinsProvinces) {
  EXPECT_THAT(people({make(kRare, "chu-tich-ubnd-tinh", kProvince, 0, kYear),
                      make(kRare, "chu-tich-ubnd-tinh", kOtherProvince, kYear + 30, 2 * kYear)}),
              ElementsAre(0, 1));
}

TEST(Identity, DoesNotJoinTwoCommunesThroughTheDistrictWhenTheirOfficesOverlap) {
  const auto who = people({make(kRare, "chu-tich-ubnd-xa", kCommune, 0, 3 * kYear),
                           make(kRare, "chu-tich-ubnd-xa", kOtherCommune, kYear, 2 * kYear),
                           make(kRare, "huyen-uy-vien", kDistrict, 0, 3 * kYear)});
  EXPECT_NE(who[0], who[1]);
}

TEST(Identity, GivesAPostWithoutAPlaceToTheBearerNearestInTime) {
  auto placeless = make(kRare, "bi-thu", nullptr, 2 * kYear, 2 * kYear + 10);
  placeless.bearer = "both";
  auto near = make(kRare, "chu-tich-ubnd-xa", kOtherCommune, 2 * kYear, 3 * kYear);
  auto far = make(kRare, "chu-tich-ubnd-xa", kCommune, 0, kYear);
  auto other = make(kRare, "chu-tich-ubnd-xa", kCommune, kYear, 3 * kYear);  // makes them two
  near.bearer = far.bearer = "both";
  const auto who = people({far, placeless, near, other});
  EXPECT_NE(who[0], who[2]);
  EXPECT_EQ(who[1], who[2]);
}

TEST(Identity, IsTheSameForAnyOrder) {
  std::mt19937 random(3);
  std::vector<Holding> holdings;
  const std::vector<const char*> places = {kProvince,   kDistrict,      kCommune, kOtherCommune,
                                           kNewCommune, kOtherProvince, nullptr};
  for (int i = 0; i < 60; ++i) {
    const int first = static_cast<int>(random() % 4'000U);
    holdings.push_back(make(random() % 2U == 0 ? kRare : kEveryday,
                            random() % 3U == 0 ? "tinh-uy-vien" : "chu-tich-ubnd",
                            places[random() % places.size()], first,
                            first + static_cast<int>(random() % 900U)));
  }
  const auto groups_of = [](const std::vector<Holding>& all) {
    std::map<std::uint32_t, std::multiset<std::tuple<std::string, std::string, int>>> groups;
    const auto who = people(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      groups[who[i]].emplace(all[i].bearer, all[i].post, all[i].span->first);
    }
    std::multiset<std::multiset<std::tuple<std::string, std::string, int>>> result;
    for (const auto& [person, group] : groups) result.insert(group);
    return result;
  };
  const auto expected = groups_of(holdings);
  EXPECT_GT(expected.size(), 2U);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(holdings.begin(), holdings.end(), random);
    EXPECT_EQ(groups_of(holdings), expected);
  }
}

TEST(Identity, IsCorrectedByHand) {
  const std::vector<Holding> holdings = {make(kRare, "bi-thu-huyen-uy", kDistrict, 0, 100),
                                         make(kRare, "chu-tich-ubnd-huyen", kDistrict, 0, 100),
                                         make(kRare, "giam-doc-so-y-te", kOtherProvince, 0, 100)};
  Corrections corrections;
  corrections.splits = {{holdings[0].bearer, "", "chu-tich-ubnd-huyen", 2}};
  EXPECT_THAT(people(holdings, corrections), ElementsAre(0, 1, 2));
  corrections.splits.clear();
  corrections.merges = {{holdings[0].bearer, holdings[2].bearer, 2}};
  EXPECT_THAT(people(holdings, corrections), ElementsAre(0, 0, 0));
  corrections.splits = {{holdings[0].bearer, "", "chu-tich-ubnd-huyen", 2}};
  EXPECT_THAT(people(holdings, corrections), ElementsAre(0, 1, 0)) << "the namesake is not merged";
}

TEST(UnitRelation, IsThatOfCareers) {
  const auto relation = [](const char* a, const char* b) {
    const auto& gazetteer = shipped_gazetteer();
    const auto left = gazetteer.find_code(a).value();
    const auto right = gazetteer.find_code(b).value();
    EXPECT_EQ(relate(gazetteer, left, right), relate(gazetteer, right, left));
    return relate(gazetteer, left, right);
  };
  EXPECT_EQ(relation(kCommune, kCommune), UnitRelation::kSame);
  EXPECT_EQ(relation(kCommune, kNewCommune), UnitRelation::kSame);
  EXPECT_EQ(relation(kProvince, "2025-40"), UnitRelation::kSame);
  EXPECT_EQ(relation(kCommune, kDistrict), UnitRelation::kInside);
  EXPECT_EQ(relation(kDistrict, kNewCommune), UnitRelation::kInside);
  EXPECT_EQ(relation(kProvince, kNewCommune), UnitRelation::kInside);
  EXPECT_EQ(relation(kCommune, kOtherCommune), UnitRelation::kSibling);
  EXPECT_EQ(relation(kOtherCommune, kNewCommune), UnitRelation::kSibling);
  EXPECT_EQ(relation(kDistrict, kOtherProvince), UnitRelation::kFar);
  EXPECT_EQ(relation(kOtherProvince, kNewCommune), UnitRelation::kFar);
}

}  // namespace
}  // namespace tinlang::officials
