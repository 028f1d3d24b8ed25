#include "searchd/search/official_column.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/search/searcher_fixture.h"

namespace tinlang::search {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// xã Thanh Giang, huyện Thanh Chương, Nghệ An, and a province elsewhere.
constexpr const char* kCommune = "17809";

schema::ArticleRecord article(const std::string& name, const calendar::Date& date,
                              std::vector<schema::OfficialRecord> officials) {
  auto record = testing::make_article(name, "Tin", "Bài.");
  record.published = date;
  record.officials = std::move(officials);
  return record;
}

// One man who rises from commune to district, under two ids of the index, and a namesake.
std::vector<schema::ArticleRecord> career() {
  const std::string name = "Cầm Hiểu Lam";
  return {
      article("a", *calendar::make_day(2020, 3, 1),
              {{"lam-1", name, {{"Bí thư Đảng ủy xã", "Đảng ủy", kCommune, false}}}}),
      article("b", *calendar::make_day(2021, 3, 1),
              {{"lam-1", name, {{"Phó Chủ tịch UBND huyện", "UBND huyện", kDistrict, false}}}}),
      article("c", *calendar::make_day(2022, 3, 1),
              {{"lam-2",
                name,
                {{"Giám đốc Sở Nội vụ", "Sở Nội vụ", kProvince, false},
                 {"nguyên Phó Chủ tịch UBND huyện", "", kDistrict, true}}}}),
      article("d", *calendar::make_day(2021, 6, 1),
              {{"lam-3", name, {{"Bí thư Huyện ủy", "Huyện ủy", kOtherProvince, false}}},
               {"sơn-1",
                "Vi Sơn",
                {{"Bí thư Huyện ủy", "Huyện ủy", kDistrict, false},
                 {"Chủ tịch HĐND huyện", "HĐND huyện", kDistrict, false}}}}),
  };
}

class OfficialColumnTest : public SearcherTest {
 protected:
  void SetUp() override {
    testing::write_index(index(), career());
    read({});
  }

  Result<void> read(const officials::Corrections& corrections) {
    const Xapian::Database database((index() / "current").string());
    const auto records = career();
    auto column = OfficialColumn::read(database, gazetteer_, corrections, [&](std::uint32_t docid) {
      return records.at(docid - 1).published;
    });
    if (!column) return tl::unexpected(column.error());
    column_ = *std::move(column);
    return {};
  }

  std::vector<std::uint32_t> naming(const std::string& id) const {
    const Roaring set = column_.naming({id});
    return {set.begin(), set.end()};
  }

  const Person& person(const std::string& id) const {
    return column_.person(column_.find(id).value());
  }

  OfficialColumn column_;
};

TEST_F(OfficialColumnTest, JoinsWhatIsOnePersonAndLeavesTheNamesakeApart) {
  EXPECT_EQ(column_.people().size(), 3U);
  EXPECT_THAT(naming("lam-1"), ElementsAre(1, 2, 3));
  EXPECT_THAT(naming("lam-2"), ElementsAre(1, 2, 3)) << "an id of the index names its person";
  EXPECT_THAT(naming("lam-3"), ElementsAre(4));
  EXPECT_THAT(naming("nobody"), IsEmpty());
}

TEST_F(OfficialColumnTest, TellsNameLatestPostAndHowManyArticles) {
  EXPECT_EQ(person("lam-1").name, "Cầm Hiểu Lam");
  EXPECT_EQ(person("lam-1").post, "Giám đốc Sở Nội vụ") << "not the one of former times";
  EXPECT_EQ(person("sơn-1").post, "Bí thư Huyện ủy") << "the first of two told at once";
  EXPECT_EQ(person("lam-1").articles, 3U);
  EXPECT_EQ(person("lam-1").holdings.size(), 4U);
  EXPECT_EQ(column_.post_text(person("lam-1").holdings.front()).title, "Bí thư Đảng ủy xã");
}

TEST_F(OfficialColumnTest, CountsEachPersonOnceAnArticle) {
  Roaring all;
  all.addRange(1, 5);
  std::vector<std::string> counts;
  for (const ValueCount& counted : column_.count(all)) {
    counts.push_back(counted.value + " " + std::to_string(counted.count));
  }
  EXPECT_THAT(counts, UnorderedElementsAre("lam-1 3", "lam-3 1", "sơn-1 1"));
}

TEST_F(OfficialColumnTest, NamesThePersonOfAnArticleByTheIndexsId) {
  EXPECT_EQ(column_.person(column_.person_in(3, "lam-2").value()).id, "lam-1");
  EXPECT_FALSE(column_.person_in(3, "lam-1"));
}

TEST_F(OfficialColumnTest, GivesThoseWhoShareAnIdEachTheirOwn) {
  officials::Corrections corrections;
  corrections.splits = {{"lam-1", kCommune, "", 2}};
  ASSERT_TRUE(read(corrections));
  EXPECT_THAT(naming("lam-1"), ElementsAre(2, 3)) << "the one with more articles";
  EXPECT_THAT(naming(std::string("lam-1~") + kCommune), ElementsAre(1));
}

TEST_F(OfficialColumnTest, RefusesACorrectionAboutNobody) {
  officials::Corrections corrections;
  corrections.merges = {{"lam-1", "nobody", 7}};
  const auto refused = read(corrections);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message,
              HasSubstr("merge.tsv:7: no official of this index is nobody"));
}

}  // namespace
}  // namespace tinlang::search
