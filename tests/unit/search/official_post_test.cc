// Who held a post in a place.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/search/searcher_fixture.h"

namespace tinlang::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kSecretary = "Bí thư Huyện ủy";
constexpr const char* kSlug = "bi-thu-huyen-uy";
constexpr const char* kOtherDistrict = "430";  // of the same province

schema::ArticleRecord article(const std::string& name, const std::string& day,
                              std::vector<schema::OfficialRecord> officials,
                              const std::string& site = "thanhchuong.nghean.gov.vn") {
  auto record = testing::make_article(name, "Tin " + name, "Bài.");
  if (!day.empty()) record.published = calendar::parse_iso_date(day).value();
  record.officials = std::move(officials);
  record.site = site;
  record.localities = {{{kProvince, kDistrict}, {"Nghệ An", "Thanh Chương"}, true, 0.9}};
  return record;
}

schema::OfficialRecord secretary(const std::string& id, const std::string& name,
                                 const std::string& place = kDistrict) {
  return {id, name, {{kSecretary, "Huyện ủy", place, false}}};
}

schema::OfficialRecord former_secretary(const std::string& id, const std::string& name) {
  return {id, name, {{std::string("nguyên ") + kSecretary, "Huyện ủy", kDistrict, true}}};
}

// An, then Bình from one month before An's last mention, then nobody; Chi only looked back on.
std::vector<schema::ArticleRecord> history() {
  return {
      article("a", "2020-01-10", {secretary("an-1", "Vi Văn An")}),
      article("b", "2021-06-10", {secretary("an-1", "Vi Văn An")}),
      article("c", "2021-05-20", {secretary("binh-1", "Lò Thanh Bình")}),
      article("d", "2022-02-01",
              {secretary("binh-1", "Lò Thanh Bình"), former_secretary("chi-1", "Hà Khánh Chi")}),
      article("e", "2022-03-01", {former_secretary("an-1", "Vi Văn An")}),
      article("f", "2022-08-01", {}),
      article("g", "2021-07-01", {secretary("dung-1", "Sầm Dũng", kOtherDistrict)}),
      article("h", "", {secretary("binh-1", "Lò Thanh Bình")})};
}

class OfficialPostTest : public SearcherTest {
 protected:
  PostPage page_of(const std::vector<schema::ArticleRecord>& articles, const std::string& slug,
                   const std::string& place, std::size_t limit = 100) {
    const Searcher searcher = open(articles);
    auto page = searcher.post({slug, place, limit});
    if (!page) throw std::runtime_error(page.error().message);
    return *std::move(page);
  }

  static std::vector<std::string> names(const std::vector<PostHolder>& holders) {
    std::vector<std::string> names;
    for (const PostHolder& holder : holders) names.push_back(holder.person.name);
    return names;
  }
};

TEST_F(OfficialPostTest, HasItsHoldersInThePlaceByFirstMentionWithTheirProof) {
  const PostPage page = page_of(history(), kSlug, kDistrict);
  EXPECT_EQ(page.title, kSecretary);
  EXPECT_EQ(page.place->place.code, kDistrict);
  EXPECT_THAT(names(page.holders), ElementsAre("Vi Văn An", "Lò Thanh Bình"));
  EXPECT_EQ(page.holders_total, 2U);
  const PostHolder& binh = page.holders[1];
  EXPECT_EQ(binh.line.articles, 3U) << "the undated one too";
  EXPECT_EQ(binh.line.slug, kSlug);
  EXPECT_EQ(binh.line.first->title, "Tin c");
  EXPECT_EQ(binh.line.last->title, "Tin d");
  ASSERT_EQ(binh.months.size(), 2U);
  EXPECT_EQ(binh.months[0].month, "2021-05");
}

TEST_F(OfficialPostTest, KeepsThoseApartOnWhomArticlesOnlyLookBack) {
  const PostPage page = page_of(history(), kSlug, kDistrict);
  EXPECT_THAT(names(page.former), ElementsAre("Hà Khánh Chi")) << "An is among the holders";
  EXPECT_TRUE(page.former[0].line.former);
}

TEST_F(OfficialPostTest, SaysWhenTwoAreNamedForASeatOfOneAtOnce) {
  auto articles = history();
  const PostPage handover = page_of(articles, kSlug, kDistrict);
  EXPECT_TRUE(handover.one_holder);
  ASSERT_EQ(handover.shared.size(), 1U);
  EXPECT_EQ(handover.shared[0].from, "2021-05-20");
  EXPECT_EQ(handover.shared[0].to, "2021-06-10");
  EXPECT_TRUE(handover.shared[0].handover);
  articles.push_back(article("i", "2021-12-30", {secretary("an-1", "Vi Văn An")}));
  const PostPage conflict = page_of(articles, kSlug, kDistrict);
  ASSERT_EQ(conflict.shared.size(), 1U);
  EXPECT_EQ(conflict.shared[0].to, "2021-12-30");
  EXPECT_FALSE(conflict.shared[0].handover);
}

TEST_F(OfficialPostTest, OfManyHoldersHasNoSharedTimes) {
  const auto head_of_cell = [](const std::string& id, const std::string& name) {
    return schema::OfficialRecord{id, name, {{"Bí thư Chi bộ", "Chi bộ", kDistrict, false}}};
  };
  std::vector<schema::ArticleRecord> articles;
  for (const char* day : {"2021-01-01", "2021-12-01"}) {
    articles.push_back(
        article(std::string("a") + day, day,
                {head_of_cell("an-1", "Vi Văn An"), head_of_cell("chi-1", "Hà Khánh Chi")}));
  }
  const PostPage page = page_of(articles, "bi-thu-chi-bo", kDistrict);
  EXPECT_FALSE(page.one_holder);
  EXPECT_EQ(page.holders.size(), 2U);
  EXPECT_THAT(page.shared, IsEmpty());
}

TEST_F(OfficialPostTest, CountsMonthsOfAllHoldersHoweverFewAreListed) {
  const PostPage one = page_of(history(), kSlug, kDistrict, 1);
  const PostPage all = page_of(history(), kSlug, kDistrict);
  EXPECT_THAT(names(one.holders), ElementsAre("Vi Văn An"));
  EXPECT_EQ(one.holders_total, 2U);
  EXPECT_THAT(one.shared, IsEmpty());
  const auto counts = [](const PostPage& page) {
    std::vector<std::uint64_t> of_months;
    for (const auto& month : page.coverage.months) of_months.push_back(month.count);
    return of_months;
  };
  EXPECT_EQ(counts(one), counts(all));
  EXPECT_EQ(one.coverage.undated, all.coverage.undated);
}

TEST_F(OfficialPostTest, TellsMonthsWithoutAWordFromMonthsNotArchived) {
  const PostPage page = page_of(history(), kSlug, kDistrict);
  const auto& months = page.coverage.months;
  const auto month = [&](const std::string& name) {
    const auto found = std::find_if(months.begin(), months.end(),
                                    [&](const auto& one) { return one.month == name; });
    return found == months.end() ? MonthCoverage() : *found;
  };
  EXPECT_EQ(months.front().month, "2020-01");
  EXPECT_EQ(months.back().month, "2022-08");
  EXPECT_EQ(month("2020-01").count, 1U);
  EXPECT_EQ(month("2020-02").archived, 0U);
  EXPECT_EQ(month("2022-08").count, 0U);
  EXPECT_EQ(month("2022-08").archived, 1U) << "its portal told of something else";
  EXPECT_EQ(month("2021-07").count, 0U) << "that of another district";
  EXPECT_EQ(page.coverage.undated, 1U);
  EXPECT_FALSE(page.coverage.gaps.empty());
}

TEST_F(OfficialPostTest, NamesThePlacesInsideInWhichItIsHeld) {
  const PostPage province = page_of(history(), kSlug, kProvince);
  EXPECT_THAT(names(province.holders), IsEmpty());
  EXPECT_EQ(province.title, kSecretary);
  ASSERT_EQ(province.places.size(), 2U);
  EXPECT_EQ(province.places[0].value, kDistrict);
  EXPECT_EQ(province.places[0].count, 2U);
  EXPECT_EQ(province.places[0].detail, "huyện, Nghệ An");
  EXPECT_EQ(province.places[1].value, kOtherDistrict);
  const PostPage anywhere = reopen().post({kSlug, "", 100}).value();
  EXPECT_EQ(anywhere.holders_total, 3U);
  EXPECT_EQ(anywhere.places_total, 2U);
  EXPECT_THAT(anywhere.coverage.months, IsEmpty());
  EXPECT_EQ(anywhere.shared.size(), 1U) << "those of one place alone";
}

TEST_F(OfficialPostTest, NamesAPersonOnceWhoHoldsItUnderTwoIdsOfTheIndex) {
  auto articles = history();
  articles.push_back(article("i", "2022-05-01", {secretary("binh-2", "Lò Thanh Bình")}));
  const PostPage page = page_of(articles, kSlug, kDistrict);
  EXPECT_THAT(names(page.holders), ElementsAre("Vi Văn An", "Lò Thanh Bình"));
  EXPECT_EQ(page.holders[1].line.articles, 4U);
  EXPECT_EQ(page.holders[1].line.last->title, "Tin i");
}

TEST_F(OfficialPostTest, ThatNobodyHasIsEmpty) {
  const PostPage page = page_of(history(), "vua", kDistrict);
  EXPECT_EQ(page.title, "");
  EXPECT_THAT(page.holders, IsEmpty());
  EXPECT_THAT(page.former, IsEmpty());
}

TEST_F(OfficialPostTest, OfAPlaceAreOnThePageOfIt) {
  const Searcher searcher = open(history());
  const auto page = searcher.locality({kDistrict, false, 20});
  ASSERT_TRUE(page);
  ASSERT_EQ(page->posts.size(), 1U);
  EXPECT_EQ(page->posts[0].slug, kSlug);
  EXPECT_EQ(page->posts[0].title, kSecretary);
  EXPECT_EQ(page->posts[0].holders, 2U);
  const auto elsewhere = searcher.locality({kOtherProvince, false, 20});
  EXPECT_THAT(elsewhere->posts, IsEmpty());
}

TEST_F(OfficialPostTest, IsToldWithTheOfficialsOfAFacet) {
  const SearchPage page = ask(open(history()), SearchRequest());
  ASSERT_FALSE(page.facets->officials.empty());
  EXPECT_EQ(page.facets->officials[0].post.slug, kSlug);
  EXPECT_EQ(page.facets->officials[0].post.locality, kDistrict);
}

}  // namespace
}  // namespace tinlang::search
