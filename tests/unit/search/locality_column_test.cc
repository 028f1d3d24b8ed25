#include "searchd/search/locality_column.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/search/facet_columns.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"
#include "tests/unit/search/place_rules.h"

namespace tinlang::search {
namespace {

using gazetteer::Gazetteer;
using gazetteer::System;
using gazetteer::UnitId;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr std::array kSystems = {System::kThreeLevel, System::kTwoLevel};
constexpr std::size_t kArticles = 400;
constexpr int kQuestions = 150;

// Articles about places drawn from few provinces, so that units meet often.
class LocalityColumnTest : public ::testing::Test {
 protected:
  struct Article {
    std::vector<UnitId> places;  // the main one first, unless has_main is false
    bool has_main = true;
  };

  void SetUp() override {
    for (UnitId id = 0; id < gazetteer_.units().size(); ++id) {
      const std::string& province = gazetteer_.unit(gazetteer_.province_today(id)).name;
      if (province == "Thái Nguyên" || province == "Nghệ An" || province == "Huế") {
        nearby_.push_back(id);
      }
    }
    std::vector<schema::ArticleRecord> records;
    for (std::size_t n = 0; n < kArticles; ++n) {
      auto record = testing::make_article(std::to_string(n), "Tin", "Bài.");
      Article article;
      article.has_main = number(4) != 0;
      const std::size_t places = number(4);
      for (std::size_t i = 0; i < places; ++i) {
        const UnitId place = nearby_[number(nearby_.size())];
        article.places.push_back(place);
        record.localities.push_back({codes_of(place), {}, article.has_main && i == 0, 0.9});
      }
      articles_.push_back(article);
      records.push_back(record);
    }
    testing::write_index(folder_.path() / "index", records);
    column_ = LocalityColumn::read(
        Xapian::Database((folder_.path() / "index" / "current").string()), gazetteer_);
  }

  std::size_t number(std::size_t below) { return random_() % below; }

  std::vector<std::string> codes_of(UnitId place) const {
    const Gazetteer then = gazetteer_.as_of(gazetteer_.unit(place).system);
    std::vector<std::string> codes;
    for (const UnitId unit : then.path(place)) codes.push_back(gazetteer_.unit(unit).code);
    return codes;
  }

  bool lies_in(const Article& article, UnitId asked, Places places) const {
    for (std::size_t i = 0; i < article.places.size(); ++i) {
      const bool is_main = article.has_main && i == 0;
      if (places == Places::kMain && !is_main) continue;
      if (PlaceRules(gazetteer_).counts(asked, article.places[i])) return true;
    }
    return false;
  }

  std::uint64_t count_of(const std::string& code, const Roaring& set, Places places) const {
    const System system = gazetteer_.unit(*gazetteer_.find_code(code)).system;
    for (const auto& counted : column_.count(set, system, places)) {
      if (counted.code == code) return counted.count;
    }
    return 0;
  }

  const Gazetteer& gazetteer_ = testing::shipped_gazetteer();
  testing::ScratchFolder folder_;
  std::mt19937 random_{20'250'701};
  std::vector<UnitId> nearby_;
  std::vector<Article> articles_;
  LocalityColumn column_;
};

TEST_F(LocalityColumnTest, CountsEveryUnitAsTheArticlesSay) {
  for (const Places places : {Places::kMain, Places::kMentioned}) {
    Roaring set;
    for (std::uint32_t docid = 1; docid <= kArticles; ++docid) {
      if (number(3) != 0) set.add(docid);
    }
    std::map<std::string, std::uint64_t> expected;
    for (const UnitId asked : nearby_) {
      for (const std::uint32_t docid : set) {
        if (lies_in(articles_[docid - 1], asked, places)) ++expected[gazetteer_.unit(asked).code];
      }
    }
    std::map<std::string, std::uint64_t> counted;
    for (const System system : kSystems) {
      for (const LocalityCount& unit : column_.count(set, system, places)) {
        EXPECT_EQ(gazetteer_.unit(*gazetteer_.find_code(unit.code)).system, system);
        EXPECT_TRUE(counted.emplace(unit.code, unit.count).second) << unit.code;
      }
    }
    EXPECT_EQ(counted, expected);
    EXPECT_GT(expected.size(), 100U);
  }
}

TEST_F(LocalityColumnTest, FindsExactlyWhatItCounts) {
  Roaring all;
  all.addRange(1, kArticles + 1);
  for (int i = 0; i < kQuestions; ++i) {
    const Places places = i % 2 == 0 ? Places::kMain : Places::kMentioned;
    const UnitId asked = nearby_[number(nearby_.size())];
    const std::string& code = gazetteer_.unit(asked).code;
    const Roaring filed = column_.filed(std::vector{code}, places);
    EXPECT_EQ(filed.cardinality(), count_of(code, all, places)) << code;
    for (const std::uint32_t docid : filed) {
      EXPECT_TRUE(lies_in(articles_[docid - 1], asked, places)) << code << " " << docid;
    }
  }
}

TEST_F(LocalityColumnTest, FindsWhatAnyOfSeveralUnitsHolds) {
  const std::vector<std::string> both = {"06", "2025-40"};
  Roaring expected = column_.filed(std::vector<std::string>{both[0]}, Places::kMain);
  expected |= column_.filed(std::vector<std::string>{both[1]}, Places::kMain);
  EXPECT_FALSE(expected.isEmpty());
  EXPECT_EQ(column_.filed(both, Places::kMain), expected);
}

TEST_F(LocalityColumnTest, TellsWhatIsFiledUnderTheOtherTimeAlone) {
  Roaring all;
  all.addRange(1, kArticles + 1);
  for (const System system : kSystems) {
    for (const LocalityCount& counted : column_.count(all, system, Places::kMain)) {
      const UnitId asked = *gazetteer_.find_code(counted.code);
      std::uint64_t through = 0;
      for (const Article& article : articles_) {
        if (!article.has_main || article.places.empty()) continue;
        const bool counts = PlaceRules(gazetteer_).counts(asked, article.places.front());
        const auto codes = codes_of(article.places.front());
        const bool direct = std::find(codes.begin(), codes.end(), counted.code) != codes.end();
        through += counts && !direct ? 1 : 0;
      }
      EXPECT_EQ(counted.through, through) << counted.code;
    }
  }
}

// A column over one article, filed under `codes`.
class OnePlace {
 public:
  explicit OnePlace(const std::vector<std::string>& codes) {
    auto record = testing::make_article("a", "Tin", "Bài.");
    record.localities = {{codes, {}, true, 0.9}};
    testing::write_index(folder_.path() / "index", {record});
    column_ =
        LocalityColumn::read(Xapian::Database((folder_.path() / "index" / "current").string()),
                             testing::shipped_gazetteer());
  }

  std::set<std::string> codes(System system) const {
    Roaring set;
    set.add(1);
    std::set<std::string> codes;
    for (const auto& counted : column_.count(set, system, Places::kMain))
      codes.insert(counted.code);
    return codes;
  }

 private:
  testing::ScratchFolder folder_;
  LocalityColumn column_;
};

TEST(LocalityOfOneArticle, IsInItsOwnUnitsAndInWhatTheyBecame) {
  const OnePlace place({"40", "428", "17809"});  // xã Thanh Giang
  EXPECT_THAT(place.codes(System::kThreeLevel), UnorderedElementsAre("40", "428", "17809"));
  EXPECT_THAT(place.codes(System::kTwoLevel), ::testing::Contains("2025-40"));
  EXPECT_EQ(place.codes(System::kTwoLevel).size(), 2U);
}

TEST(LocalityOfOneArticle, IsInNoCommuneWhenItIsAboutAWholeDistrict) {
  EXPECT_THAT(OnePlace({"40", "428"}).codes(System::kTwoLevel), UnorderedElementsAre("2025-40"));
}

TEST(LocalityOfOneArticle, IsInTheOlderProvinceOfItsNameWhenItIsAboutTodays) {
  EXPECT_THAT(OnePlace({"2025-19"}).codes(System::kThreeLevel), UnorderedElementsAre("19"));
}

TEST(LocalityOfOneArticle, MayNameAnAbolishedDistrictInTodaysProvince) {
  const OnePlace place({"2025-40", "428"});
  EXPECT_THAT(place.codes(System::kThreeLevel), UnorderedElementsAre("40", "428"));
  EXPECT_THAT(place.codes(System::kTwoLevel), UnorderedElementsAre("2025-40"));
}

TEST(LocalityOfOneArticle, KeepsACodeThatTheGazetteerLacks) {
  const OnePlace place({"99"});
  for (const System system : kSystems) {
    EXPECT_THAT(place.codes(system), UnorderedElementsAre("99"));
  }
}

}  // namespace
}  // namespace tinlang::search
