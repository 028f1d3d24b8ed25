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
using ::testing::SizeIs;

class QuestionLanguageTest : public SearcherTest {};

std::string shown(const std::vector<Offer>& offers) {
  std::string line;
  for (const Offer& offer : offers) {
    line += offer.kind == OfferKind::kOfficial ? "official " : "locality ";
    line += offer.value + " " + offer.label + " (" + offer.detail + ") " +
            std::to_string(offer.begin) + "-" + std::to_string(offer.end) + "; ";
  }
  return line;
}

TEST_F(QuestionLanguageTest, OffersThePeopleAndPlacesThatTheQuestionNames) {
  const Searcher searcher = open(sample());
  const auto offers = [&](const std::string& question) {
    return shown(ask(searcher, question).offers);
  };
  const std::string x = "official x-1 Lê Văn X (Bí thư Huyện ủy) ";
  const std::string chuong = "locality 428 Thanh Chương (huyện, Nghệ An) ";
  EXPECT_EQ(offers("họp le van x"), x + "4-12; ");
  EXPECT_EQ(offers("Lê Văn X ở huyện Thanh Chương"), x + "0-8; " + chuong + "11-29; ");
  EXPECT_EQ(offers("thanh chuong"), chuong + "0-12; ");
  EXPECT_EQ(offers("Thành Chương"), "");    // other marks
  EXPECT_EQ(offers("xã Thanh Giang"), "");  // no article is about it
  EXPECT_EQ(offers("cầu -\"Thanh Chương\""), "");
  EXPECT_EQ(offers("thanh. chuong"), "");
}

TEST_F(QuestionLanguageTest, DoesNotOfferAFilterThatIsSet) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.question = "thanh chuong";
  request.filters.localities = {kDistrict};
  EXPECT_EQ(shown(ask(searcher, request).offers), "");
}

TEST_F(QuestionLanguageTest, WantsTheWordsOfAKnownNameInARow) {
  auto articles = sample();
  articles.push_back(make_article("e", "Thanh Chương", "Tin mới."));
  articles.push_back(make_article("f", "Thanh niên", "Chương trình mới."));
  const Searcher searcher = open(articles);
  const SearchPage page = ask(searcher, "thanh chuong moi");
  EXPECT_THAT(sorted_sources(page), ElementsAre("a", "e"));  // a is from there
  EXPECT_THAT(sources(page, true), ::testing::Contains("f"));
  EXPECT_THAT(sources(ask(searcher, "chuong thanh moi")), ::testing::Contains("f"));
}

TEST_F(QuestionLanguageTest, FindsTheOtherSpellingWithIOrYButNotInAPersonsName) {
  auto articles = std::vector{make_article("a", "Tin", "Kĩ thuật mới."),
                              make_article("b", "Tin", "Kỹ thuật mới."),
                              make_article("c", "Tin", "Ông Lê Văn Lý nói."),
                              make_article("d", "Tin", "Ông Lê Văn Lí nói.")};
  articles[2].officials = {{"l-1", "Lê Văn Lý", {}}};
  const Searcher searcher = open(articles);
  EXPECT_THAT(sorted_sources(ask(searcher, "kỹ thuật")), ElementsAre("a", "b"));
  EXPECT_THAT(sorted_sources(ask(searcher, "\"kỹ thuật\"")), ElementsAre("a", "b"));
  EXPECT_THAT(sorted_sources(ask(searcher, "\"kĩ thuật mới\"")), ElementsAre("a", "b"));
  EXPECT_THAT(sorted_sources(ask(searcher, "tin -\"kĩ thuật\"")), ElementsAre("c", "d"));
  SearchRequest exact;
  exact.question = "\"kĩ thuật\"";
  exact.exact = true;
  EXPECT_THAT(sorted_sources(ask(searcher, exact)), ElementsAre("a"));
  EXPECT_THAT(sorted_sources(ask(searcher, "Lê Văn Lý")), ElementsAre("c"));
  EXPECT_THAT(sorted_sources(ask(searcher, "văn lý")), ElementsAre("c", "d"));
}

TEST_F(QuestionLanguageTest, UnderstandsTheWholeLanguage) {
  const Searcher searcher = open(sample());
  const auto found = [&](const std::string& question) {
    return sorted_sources(ask(searcher, question));
  };
  EXPECT_THAT(found("suối OR lúa"), ElementsAre("a", "c"));
  EXPECT_THAT(found("mới -(suối OR NTM)"), ElementsAre("d"));
  EXPECT_THAT(found("title:cầu"), ElementsAre("a"));
  EXPECT_THAT(found("title:cau"), ElementsAre("a"));
  EXPECT_THAT(found("title:\"thac bac\""), ElementsAre("a"));
  EXPECT_THAT(found("title:\"bac thac\""), IsEmpty());
  EXPECT_THAT(found("cầu ngày:2021"), ElementsAre("b"));
  EXPECT_THAT(found("đường site:nghean.gov.vn"), ElementsAre("d"));
  EXPECT_THAT(found("\"con duong moi\""), ElementsAre("d"));
  EXPECT_THAT(found("duo* mo*"), ElementsAre("d"));
  EXPECT_THAT(found("suô*"), ElementsAre("a"));
}

TEST_F(QuestionLanguageTest, MatchesAPhraseWithoutMarksByPositions) {
  const Searcher searcher = open({make_article("a", "Tin", "Bản làng xa, xa làng bản cũ."),
                                  make_article("b", "Tin", "Làng bản cũ.")});
  // Each pair is in both articles' reach, the row only where it stands.
  EXPECT_THAT(sorted_sources(ask(searcher, "\"ban lang xa\"")), ElementsAre("a"));
  EXPECT_THAT(sorted_sources(ask(searcher, "\"xa xa ban\"")), IsEmpty());
  EXPECT_THAT(sorted_sources(ask(searcher, "\"lang ban cu\"")), ElementsAre("a", "b"));
}

TEST_F(QuestionLanguageTest, KeepsToTheMarksAsTypedWhenExact) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.question = "cau";
  request.exact = true;
  EXPECT_THAT(sorted_sources(ask(searcher, request)), ElementsAre("c"));
}

TEST_F(QuestionLanguageTest, LeavesAbbreviationsAloneWhenToldSo) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.question = "NTM";
  request.expand = false;
  const SearchPage page = ask(searcher, request);
  EXPECT_THAT(sorted_sources(page), ElementsAre("b"));
  EXPECT_THAT(page.expansions, IsEmpty());
}

TEST_F(QuestionLanguageTest, OffersNoPartialMatchOutsideOfASiteOrDate) {
  const Searcher searcher = open(sample());
  EXPECT_THAT(sources(ask(searcher, "cầu thác lúa"), true), SizeIs(1));
  EXPECT_THAT(sources(ask(searcher, "cầu lúa date:2021"), true), ElementsAre("b"));
}

}  // namespace
}  // namespace tinlang::search
