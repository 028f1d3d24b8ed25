// Places and dates of a question that only the filing of an article tells.

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "tests/unit/search/searcher_fixture.h"

namespace tinlang::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;

// Tam Nông is a district of Phú Thọ and one of Đồng Tháp; An Hòa lies in the latter.
std::vector<schema::ArticleRecord> two_tam_nong() {
  std::vector<schema::ArticleRecord> articles = {
      make_article("a", "Trồng nấm", "Xã mở lớp dạy nghề."),
      make_article("b", "Trồng nấm", "Xã mở lớp dạy nghề."),
      make_article("c", "Trồng nấm", "Cách làm học từ huyện Tam Nông, tỉnh Đồng Tháp năm 2019."),
      make_article("d", "Trồng lúa", "Xã mở lớp dạy nghề."),
      make_article("e", "Trồng nấm", "Cách làm học từ Tam Nông."),
  };
  articles[0].localities = {{{"87", "871", "30004"}, {"", "", ""}, true, 1}};
  articles[1].localities = {{{"25", "236"}, {"", ""}, true, 1}};
  articles[2].localities = {{{"38"}, {""}, true, 1}};
  articles[3].localities = {{{"87", "871"}, {"", ""}, true, 1}};
  articles[0].published = calendar::make_day(2019, 8, 20);
  articles[1].published = calendar::make_month(2021, 8);
  return articles;
}

class FiledTest : public SearcherTest {
 protected:
  std::vector<std::string> found(const std::string& question, bool expand = true) {
    SearchRequest request;
    request.question = question;
    request.expand = expand;
    return sources(ask(searcher_, request));
  }

  Searcher searcher_ = open(two_tam_nong());
};

TEST_F(FiledTest, TheGazetteerHasTheUnitsOfTheseTests) {
  for (const char* code : {"87", "871", "25", "236"}) {
    ASSERT_TRUE(gazetteer_.find_code(code)) << code;
  }
  EXPECT_EQ(gazetteer_.unit(*gazetteer_.find_code("871")).name, "Tam Nông");
  EXPECT_EQ(gazetteer_.unit(*gazetteer_.find_code("236")).name, "Tam Nông");
}

TEST_F(FiledTest, AnArticleFromThePlaceNeedNotNameItAndLeadsOneThatMentionsIt) {
  EXPECT_THAT(found("nấm Tam Nông"), ::testing::UnorderedElementsAre("a", "b", "c", "e"));
  EXPECT_THAT(found("nấm Tam Nông").front(), ::testing::AnyOf("a", "b"));
  EXPECT_THAT(found("nam tam nong").size(), 4U);
}

TEST_F(FiledTest, TheTypeWordIsPartOfThePlaceAndExcludesNoArticleFromThere) {
  EXPECT_THAT(found("nấm huyện Tam Nông"), ::testing::UnorderedElementsAre("a", "b", "c"));
  // A type that no Tam Nông has, typed all the same.
  EXPECT_THAT(found("nấm thành phố Tam Nông"), ::testing::IsSupersetOf({"a", "b"}));
}

TEST_F(FiledTest, OfAChainOfPlacesTheInnerIsTheOneInsideTheOuter) {
  EXPECT_THAT(found("nấm Tam Nông Đồng Tháp"), ElementsAre("a", "c"));
  EXPECT_THAT(found("nấm huyện Tam Nông, tỉnh Đồng Tháp"),
              ::testing::UnorderedElementsAre("a", "c"));
  EXPECT_THAT(found("nấm Tam Nong Đồng Thap"), ElementsAre("a", "c"));
}

TEST_F(FiledTest, ADateIsWhatTheArticleIsFiledUnderOrSays) {
  EXPECT_THAT(found("nấm năm 2019"), ElementsAre("a", "c"));
  EXPECT_THAT(found("nam 8/2019"), ElementsAre("a"));
  EXPECT_THAT(found("nấm tháng 8 năm 2021"), ElementsAre("b"));
  EXPECT_THAT(found("nấm ngày 20/8/2019"), ElementsAre("a"));
  EXPECT_THAT(found("nấm quý 3 năm 2019"), ElementsAre("a"));
  EXPECT_THAT(found("nấm 2018 - 2019"), IsEmpty());
}

TEST_F(FiledTest, WithoutExpansionInQuotesOrInTheTitleOnlyTheWordsCount) {
  EXPECT_THAT(found("nấm Tam Nông", false), ::testing::UnorderedElementsAre("c", "e"));
  EXPECT_THAT(found("nấm 2019", false), ElementsAre("c"));
  EXPECT_THAT(found("nấm \"Tam Nông\""), ::testing::UnorderedElementsAre("c", "e"));
  EXPECT_THAT(found("title:(Tam Nông)"), IsEmpty());
}

TEST_F(FiledTest, MarksThePlaceWithItsTypeWordAsOneStretch) {
  SearchRequest request;
  request.question = "cách huyện Tam Nông";
  const SearchPage page = ask(searcher_, request);
  for (const Hit& hit : page.hits) {
    if (hit.article.source != "c.html") continue;
    ASSERT_EQ(hit.snippets.size(), 1U);
    const auto& marked = hit.snippets.front();
    ASSERT_EQ(marked.highlights.size(), 2U);  // "Cách", "huyện Tam Nông"
    EXPECT_EQ(marked.highlights[1].end - marked.highlights[1].begin, 14U);
    return;
  }
  FAIL() << "the article that names the place is not found";
}

// Na Rì, a district of Bắc Kạn until June 2025, is six communes since, one of them Na Rì; Xuân
// Dương came from Xuân Dương, Đổng Xá and Liêm Thủy. Bắc Kạn went to Thái Nguyên. News of a: Xuân
// Dương, b: Đổng Xá, c: Thái Nguyên of before; d: Xuân Dương, e: Na Rì, f: Thái Nguyên since.
std::vector<schema::ArticleRecord> news_of_both_times() {
  std::vector<schema::ArticleRecord> articles;
  const auto add = [&](const char* name, std::vector<std::string> path) {
    articles.push_back(make_article(name, "Trồng nấm", "Xã mở lớp dạy nghề."));
    const std::vector<std::string> names(path.size());
    articles.back().localities = {{std::move(path), names, true, 1}};
  };
  add("a", {"06", "066", "02191"});
  add("b", {"06", "066", "02194"});
  add("c", {"19", "164"});
  add("d", {"2025-19", "2025-02191"});
  add("e", {"2025-19", "2025-02155"});
  add("f", {"2025-19"});
  return articles;
}

class OtherTimesTest : public SearcherTest {
 protected:
  SearchPage ask_for(const std::string& question, const char* locality = nullptr) {
    SearchRequest request;
    request.question = question;
    if (locality != nullptr) request.filters.localities = {locality};
    return ask(searcher_, request);
  }
  std::vector<std::string> found(const std::string& question) { return sources(ask_for(question)); }
  std::vector<std::string> codes_of(const std::vector<AskedPlace>& places) {
    std::vector<std::string> codes;
    for (const AskedPlace& place : places) codes.push_back(place.history.place.code);
    return codes;
  }

  Searcher searcher_ = open(news_of_both_times());
};

TEST_F(OtherTimesTest, AProvinceThatEndedFindsWhatHappensOnItsGroundSince) {
  EXPECT_THAT(found("nấm Bắc Kạn"), ::testing::UnorderedElementsAre("a", "b", "d", "e"));
  EXPECT_THAT(found("nam bac kan"), ::testing::SizeIs(4));
}

TEST_F(OtherTimesTest, ADistrictFindsTodaysCommunesOfItsGround) {
  EXPECT_THAT(found("nấm huyện Na Rì"), ::testing::UnorderedElementsAre("a", "b", "d", "e"));
}

TEST_F(OtherTimesTest, AUnitThatBothTimesHaveMeansThatOne) {
  EXPECT_THAT(found("nấm Thái Nguyên"), ::testing::UnorderedElementsAre("c", "d", "e", "f"));
  EXPECT_THAT(found("nấm xã Xuân Dương"), ::testing::UnorderedElementsAre("a", "d"));
}

TEST_F(OtherTimesTest, AUnitWithoutNewsOfItsOwnIsKnownByThatOfTheOtherTime) {
  // Liêm Thủy is a part of today's Xuân Dương; of the ground of Văn Lang there is no news.
  EXPECT_THAT(found("nấm xã Liêm Thủy"), ElementsAre("d"));
  EXPECT_THAT(found("nấm xã Văn Lang, huyện Na Rì"), IsEmpty());
}

TEST_F(OtherTimesTest, TheAnswerSaysWhatBecameOfThePlace) {
  const SearchPage page = ask_for("nấm Bắc Kạn");
  ASSERT_THAT(codes_of(page.named_places), ::testing::Contains("06"));
  const auto province =
      std::find_if(page.named_places.begin(), page.named_places.end(),
                   [](const auto& place) { return place.history.place.code == "06"; });
  EXPECT_EQ(province->total, 4U);
  EXPECT_EQ(province->through, 2U);
  EXPECT_THAT(codes_of(ask_for("nấm Thái Nguyên").named_places), IsEmpty());
  EXPECT_THAT(codes_of(ask_for("nấm", "06").named_places), IsEmpty());
}

TEST_F(OtherTimesTest, WordsAloneAreAskedWithoutThem) {
  SearchRequest request;
  request.question = "nấm Bắc Kạn";
  request.expand = false;
  EXPECT_THAT(ask(searcher_, request).total, 0U);
  EXPECT_THAT(ask(searcher_, request).named_places, IsEmpty());
}

}  // namespace
}  // namespace tinlang::search
