// Identity over an archive of which every identity is known: careers of invented people in real
// units, told by 50,000 articles that leave things out.

#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "searchd/officials/identity.h"
#include "tests/support/shipped_data.h"

namespace tinlang::officials {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::System;
using gazetteer::UnitId;

constexpr std::size_t kArticles = 50'000;
constexpr std::size_t kPeople = 5'000;
constexpr std::int32_t kFirstDay = 16'436;   // 2015-01-01
constexpr std::int32_t kReformDay = 20'270;  // 2025-07-01
constexpr std::int32_t kLastDay = 20'770;    // 2026-11-13
constexpr double kLeastFscore = 0.97;

struct Office {
  std::string post;
  UnitId place = 0;
  std::int32_t first = 0;
  std::int32_t last = 0;
};

struct Life {
  std::string name;  // key C
  std::vector<Office> offices;
};

// One article's claim, and who is really meant.
struct Claim {
  Holding holding;
  std::size_t person = 0;
};

class Society {
 public:
  explicit Society(unsigned seed) : random_(seed) {
    for (UnitId id = 0; id < gazetteer_.units().size(); ++id) {
      const auto& unit = gazetteer_.unit(id);
      const std::string& province = gazetteer_.unit(gazetteer_.province_today(id)).name;
      const bool is_near = province == "Nghệ An" || province == "Thái Nguyên" ||
                           province == "Thanh Hóa" || province == "Tuyên Quang";
      if (is_near && unit.level == Level::kCommune && unit.system == System::kThreeLevel) {
        communes_.push_back(id);
      }
    }
    for (std::size_t i = 0; i < kPeople; ++i) lives_.push_back(life());
  }

  const Gazetteer& gazetteer() const { return gazetteer_; }

  std::vector<Claim> articles() {
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < kArticles; ++i) {
      const std::size_t named = 1 + number(3);
      for (std::size_t k = 0; k < named; ++k) claims.push_back(claim());
    }
    return claims;
  }

 private:
  std::size_t number(std::size_t below) { return random_() % below; }
  bool happens(double share) { return static_cast<double>(random_() % 10'000U) < share * 10'000; }

  template <std::size_t Count>
  std::string draw(const std::array<std::pair<const char*, unsigned>, Count>& weighed) {
    unsigned total = 0;
    for (const auto& [word, weight] : weighed) total += weight;
    auto left = static_cast<unsigned>(number(total));
    for (const auto& [word, weight] : weighed) {
      if (left < weight) return word;
      left -= weight;
    }
    return weighed.front().first;
  }

  // Shares of family and middle names as among office holders, roughly; the given ones are many.
  std::string name() {
    static constexpr std::array<std::pair<const char*, unsigned>, 24> kFamily = {
        {{"nguyên4", 300}, {"trân2", 110}, {"lê", 100},   {"pham5", 70}, {"hoang2", 60},
         {"phan", 45},     {"vu4", 40},    {"đăng5", 25}, {"bui2", 25},  {"đô4", 20},
         {"hô2", 20},      {"ngô", 18},    {"dương", 15}, {"ly1", 12},   {"nông", 15},
         {"lo2", 12},      {"vi", 12},     {"ha2", 12},   {"ma", 10},    {"luc5", 8},
         {"triêu5", 8},    {"cao", 10},    {"đinh", 10},  {"lương", 12}}};
    static constexpr std::array<std::pair<const char*, unsigned>, 14> kMiddle = {{{"văn", 230},
                                                                                  {"thi5", 200},
                                                                                  {"đưc1", 50},
                                                                                  {"xuân", 50},
                                                                                  {"hưu4", 40},
                                                                                  {"minh", 45},
                                                                                  {"ngoc5", 45},
                                                                                  {"quang", 45},
                                                                                  {"thanh", 50},
                                                                                  {"đinh2", 40},
                                                                                  {"công", 25},
                                                                                  {"trong5", 25},
                                                                                  {"hông2", 35},
                                                                                  {"viêt5", 20}}};
    static constexpr std::array<const char*, 60> kGiven = {
        "hung2", "dung4",  "tuân1",  "thăng1", "sơn",   "ha2",   "hai3",   "long",  "nam",
        "binh2", "hoa2",   "lan",    "hương",  "thuy3", "mai",   "nga",    "hăng2", "yên1",
        "linh",  "thu",    "cương2", "manh5",  "phong", "quân",  "khanh1", "khoa",  "tung2",
        "đat5",  "thanh2", "trung",  "kiên",   "hiêu1", "hiêu2", "phuc1",  "lôc5",  "tho5",
        "tâm",   "tai2",   "tân",    "thinh5", "vinh",  "viêt5", "chinh1", "chung", "điên5",
        "đông",  "giang",  "hao2",   "hoan2",  "huy",   "khai3", "lâm",    "loan",  "luân",
        "lưc5",  "nhung",  "oanh",   "quy1",   "toan2", "xuyên"};
    return draw(kFamily) + " " + draw(kMiddle) + " " + kGiven[number(kGiven.size())];
  }

  UnitId holder(UnitId unit) const { return gazetteer_.unit(unit).parent.value(); }

  // Rises, moves aside or goes: a few years in each office.
  Life life() {
    static constexpr std::array<const char*, 5> kCommunePosts = {
        "bi-thu-dang-uy-xa", "chu-tich-ubnd-xa", "pho-chu-tich-ubnd-xa", "chu-tich-hdnd-xa",
        "pho-bi-thu-dang-uy-xa"};
    static constexpr std::array<const char*, 6> kDistrictPosts = {
        "bi-thu-huyen-uy",     "chu-tich-ubnd-huyen",         "pho-chu-tich-ubnd-huyen",
        "truong-phong-noi-vu", "truong-ban-to-chuc-huyen-uy", "chu-tich-ubmttq-huyen"};
    static constexpr std::array<const char*, 5> kProvincePosts = {
        "pho-chu-tich-ubnd-tinh", "giam-doc-so-noi-vu", "pho-giam-doc-so-y-te",
        "truong-ban-dan-van-tinh-uy", "giam-doc-so-tai-chinh"};
    Life life{name(), {}};
    UnitId commune = communes_[number(communes_.size())];
    std::size_t rung = number(10) < 7 ? 0 : 1 + number(2);
    auto day = kFirstDay + static_cast<std::int32_t>(number(3'500));
    const std::size_t offices = 1 + number(3);
    while (life.offices.size() < offices && day < kLastDay) {
      Office office;
      office.first = day;
      office.last =
          std::min<std::int32_t>(kLastDay, day + 700 + static_cast<std::int32_t>(number(1'500)));
      if (rung < 2 && office.first < kReformDay)
        office.last = std::min(office.last, kReformDay - 1);
      if (rung == 1 && office.first >= kReformDay) rung = 0;
      office.post = rung == 0   ? kCommunePosts[number(kCommunePosts.size())]
                    : rung == 1 ? kDistrictPosts[number(kDistrictPosts.size())]
                                : kProvincePosts[number(kProvincePosts.size())];
      office.place = place_at(rung, commune, office.first);
      life.offices.push_back(office);
      day = office.last + 1 + static_cast<std::int32_t>(number(60));
      if (number(3) == 0 && rung < 2) ++rung;
      if (number(4) == 0) commune = sibling(commune);
    }
    return life;
  }

  UnitId sibling(UnitId commune) {
    for (int i = 0; i < 50; ++i) {
      const UnitId other = communes_[number(communes_.size())];
      if (holder(other) == holder(commune)) return other;
    }
    return commune;
  }

  UnitId place_at(std::size_t rung, UnitId commune, std::int32_t day) const {
    if (rung == 2) {
      return day < kReformDay ? holder(holder(commune)) : gazetteer_.province_today(commune);
    }
    if (rung == 1) return holder(commune);
    return day < kReformDay ? commune : gazetteer_.successors(commune).front().unit;
  }

  Claim claim() {
    const std::size_t person = number(lives_.size());
    const Life& life = lives_[person];
    const Office& office = life.offices[number(life.offices.size())];
    const auto days = static_cast<std::size_t>(office.last - office.first) + 1;
    Claim claim{{}, person};
    Holding& holding = claim.holding;
    holding.name_key = life.name;
    holding.post = office.post;
    holding.place = office.place;
    std::int32_t day = office.first + static_cast<std::int32_t>(number(days));
    if (happens(0.02)) {
      holding.former = true;
      day = std::min(kLastDay, day + 400);
    } else if (happens(0.08) && gazetteer_.unit(office.place).level == Level::kDistrict) {
      holding.post = "huyen-uy-vien";
    }
    if (!happens(0.05)) holding.span = DaySpan{day, day};
    holding.bearer = life.name + "|" + identity_place(office.place);
    if (happens(0.04)) holding.place = std::nullopt;
    holding.articles = 1;
    return claim;
  }

  // As the recogniser files a name: by district, province, or commune of today.
  std::string identity_place(UnitId place) const {
    const auto& unit = gazetteer_.unit(place);
    const bool below = unit.level == Level::kCommune && unit.system == System::kThreeLevel;
    return gazetteer_.unit(below ? *unit.parent : place).code;
  }

  const Gazetteer& gazetteer_ = testing::shipped_gazetteer();
  std::mt19937 random_;
  std::vector<UnitId> communes_;
  std::vector<Life> lives_;
};

// Lines of the record, as searchd sums them up; and the line of each claim.
struct Record {
  std::vector<Holding> holdings;
  std::vector<std::size_t> line_of;
};

Record sum_up(const std::vector<Claim>& claims) {
  Record record;
  std::map<std::tuple<std::string, std::string, std::optional<UnitId>, bool>, std::size_t> known;
  for (const Claim& claim : claims) {
    const Holding& said = claim.holding;
    const auto [it, is_new] = known.try_emplace(
        std::tuple(said.bearer, said.post, said.place, said.former), record.holdings.size());
    if (is_new) record.holdings.push_back(said);
    record.line_of.push_back(it->second);
    Holding& line = record.holdings[it->second];
    line.articles += is_new ? 0 : 1;
    if (!said.span) continue;
    line.span = line.span ? DaySpan{std::min(line.span->first, said.span->first),
                                    std::max(line.span->last, said.span->last)}
                          : said.span;
  }
  return record;
}

struct Score {
  double precision = 0;
  double recall = 0;
  double fscore() const { return 2 * precision * recall / (precision + recall); }
};

// B-cubed (Bagga and Baldwin, 1998): for each claim, how much of its person is its real one's, and
// how much of the real one's claims its person has; the means over all claims.
Score b_cubed(const std::vector<Claim>& claims, const std::vector<std::uint32_t>& found) {
  std::map<std::uint32_t, double> by_found;
  std::map<std::size_t, double> by_truth;
  std::map<std::pair<std::uint32_t, std::size_t>, double> by_both;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    ++by_found[found[i]];
    ++by_truth[claims[i].person];
    ++by_both[{found[i], claims[i].person}];
  }
  Score score;
  for (const auto& [both, count] : by_both) {
    score.precision += count * count / by_found[both.first];
    score.recall += count * count / by_truth[both.second];
  }
  score.precision /= static_cast<double>(claims.size());
  score.recall /= static_cast<double>(claims.size());
  return score;
}

class ClusteringTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(ClusteringTest, TellsPeopleApartAndTogether) {
  Society society(GetParam());
  const auto claims = society.articles();
  const Record record = sum_up(claims);
  const auto people = identify(society.gazetteer(), record.holdings, {});
  std::vector<std::uint32_t> found;
  for (const std::size_t line : record.line_of) found.push_back(people[line]);
  const Score score = b_cubed(claims, found);
  std::cout << "B-cubed of " << claims.size() << " claims: precision " << score.precision
            << " recall " << score.recall << " F1 " << score.fscore() << '\n';
  EXPECT_GE(score.fscore(), kLeastFscore);

  // What the rules are for: a name alone, and the index's id alone, do worse.
  std::map<std::string, std::uint32_t> names;
  std::map<std::string, std::uint32_t> bearers;
  std::vector<std::uint32_t> by_name;
  std::vector<std::uint32_t> by_bearer;
  for (const Claim& claim : claims) {
    const auto number = [](auto& map, const std::string& key) {
      return map.emplace(key, static_cast<std::uint32_t>(map.size())).first->second;
    };
    by_name.push_back(number(names, claim.holding.name_key));
    by_bearer.push_back(number(bearers, claim.holding.bearer));
  }
  std::cout << "by name " << b_cubed(claims, by_name).fscore() << ", by name and place "
            << b_cubed(claims, by_bearer).fscore() << '\n';
  EXPECT_GT(score.fscore(), b_cubed(claims, by_name).fscore());
  EXPECT_GT(score.fscore(), b_cubed(claims, by_bearer).fscore());
}

INSTANTIATE_TEST_SUITE_P(Seeds, ClusteringTest, ::testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace tinlang::officials
