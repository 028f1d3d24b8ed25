#include "searchd/search/searcher.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/index_folder.h"
#include "indexer/schema/index_stamp.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"

namespace tinlang::search {
namespace {

using schema::ArticleRecord;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_article;
using ::testing::SizeIs;
using ::testing::StartsWith;

// Xã Thanh Giang, huyện Thanh Chương, tỉnh Nghệ An; and the province of Thanh Hóa.
constexpr const char* kProvince = "40";
constexpr const char* kDistrict = "428";
constexpr const char* kOtherProvince = "38";

std::vector<ArticleRecord> sample() {
  std::vector<ArticleRecord> articles = {
      make_article("a", "Cầu Thác Bạc", "Xã xây cầu mới qua suối. Nông thôn mới đổi thay."),
      make_article("b", "Họp huyện ủy", "Bàn về cầu và đường NTM."),
      make_article("c", "Mùa lúa", "Cánh đồng lúa chín, cau trĩu quả."),
      make_article("d", "Đường liên xã", "Con đường mới mở."),
  };
  articles[0].localities = {{{kProvince, kDistrict}, {"Nghệ An", "Thanh Chương"}, true, 0.9}};
  articles[1].localities = {{{kProvince}, {"Nghệ An"}, true, 0.9}};
  articles[2].localities = {{{kOtherProvince}, {"Thanh Hóa"}, true, 0.9}};
  articles[0].officials = {{"x-1", "Lê Văn X", {{"Bí thư Huyện ủy", "", "", false}}}};
  articles[1].officials = {{"x-1", "Lê Văn X", {{"Bí thư Huyện ủy", "", "", false}}},
                           {"y-2", "Trần Y", {{"Chủ tịch UBND xã", "", "", false}}}};
  articles[0].published = calendar::make_day(2023, 5, 8);
  articles[1].published = calendar::make_month(2021, 3);
  articles[3].published = calendar::make_year(2023);
  articles[3].site = "nghean.gov.vn";
  return articles;
}

class SearcherTest : public ::testing::Test {
 protected:
  std::filesystem::path index() const { return folder_.path() / "index"; }

  Searcher open(const std::vector<ArticleRecord>& articles) {
    testing::write_index(index(), articles);
    return reopen();
  }
  Searcher reopen() {
    auto searcher = Searcher::open(index(), gazetteer_, abbreviations_);
    if (!searcher) throw std::runtime_error(searcher.error().message);
    return *std::move(searcher);
  }
  std::string open_error() {
    const auto searcher = Searcher::open(index(), gazetteer_, abbreviations_);
    return searcher ? "" : searcher.error().message;
  }

  static SearchPage ask(const Searcher& searcher, SearchRequest request) {
    auto page = searcher.search(request);
    if (!page) throw std::runtime_error(page.error().message);
    return *std::move(page);
  }
  static SearchPage ask(const Searcher& searcher, const std::string& question) {
    SearchRequest request;
    request.question = question;
    return ask(searcher, request);
  }
  static std::vector<std::string> sources(const SearchPage& page, bool partial = false) {
    std::vector<std::string> names;
    for (const Hit& hit : page.hits) {
      if (hit.partial == partial) names.push_back(hit.article.source.substr(0, 1));
    }
    return names;
  }
  static std::vector<std::string> sorted_sources(const SearchPage& page) {
    auto names = sources(page);
    std::sort(names.begin(), names.end());
    return names;
  }

  testing::ScratchFolder folder_;
  const gazetteer::Gazetteer& gazetteer_ = testing::shipped_gazetteer();
  const text::Abbreviations& abbreviations_ = testing::shipped_abbreviations();
};

TEST_F(SearcherTest, FindsMarkedWordsAsTypedAndUnmarkedOnesInAnyForm) {
  const Searcher searcher = open(sample());
  EXPECT_THAT(sorted_sources(ask(searcher, "cầu")), ElementsAre("a", "b"));
  EXPECT_THAT(sorted_sources(ask(searcher, "cau")), ElementsAre("a", "b", "c"));
}

TEST_F(SearcherTest, RanksTheArticleWhoseTitleHasTheWordFirst) {
  const Searcher searcher = open(sample());
  EXPECT_THAT(sources(ask(searcher, "cầu")), ElementsAre("a", "b"));
  EXPECT_THAT(sources(ask(searcher, "đường")), ElementsAre("d", "b"));
}

TEST_F(SearcherTest, FindsAnAbbreviationAndItsFullFormByEachOther) {
  const Searcher searcher = open(sample());
  for (const char* question : {"NTM", "nông thôn mới", "nong thon moi"}) {
    const SearchPage page = ask(searcher, question);
    EXPECT_THAT(sorted_sources(page), ElementsAre("a", "b")) << question;
    EXPECT_THAT(page.expansions, SizeIs(1));
  }
}

TEST_F(SearcherTest, FindsAtLeastAsMuchByAFullFormAsByItsHalfShortenedSpelling) {
  const Searcher searcher = open({make_article("a", "Tin", "Xã đạt NTM nâng cao."),
                                  make_article("b", "Tin", "Xã đạt nông thôn mới nâng cao."),
                                  make_article("c", "Tin", "Xã đạt NTMNC."),
                                  make_article("d", "Tin", "Xã đạt nông thôn mới.")});
  EXPECT_THAT(sorted_sources(ask(searcher, "NTM nâng cao")), ElementsAre("a", "b"));
  for (const char* question : {"nông thôn mới nâng cao", "nong thon moi nang cao"}) {
    EXPECT_THAT(sorted_sources(ask(searcher, question)), ElementsAre("a", "b", "c")) << question;
  }
}

std::string shown(const std::vector<Offer>& offers) {
  std::string line;
  for (const Offer& offer : offers) {
    line += offer.kind == OfferKind::kOfficial ? "official " : "locality ";
    line += offer.value + " " + offer.label + " (" + offer.detail + ") " +
            std::to_string(offer.begin) + "-" + std::to_string(offer.end) + "; ";
  }
  return line;
}

TEST_F(SearcherTest, OffersThePeopleAndPlacesThatTheQuestionNames) {
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

TEST_F(SearcherTest, DoesNotOfferAFilterThatIsSet) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.question = "thanh chuong";
  request.filters.localities = {kDistrict};
  EXPECT_EQ(shown(ask(searcher, request).offers), "");
}

TEST_F(SearcherTest, WantsTheWordsOfAKnownNameInARow) {
  auto articles = sample();
  articles.push_back(make_article("e", "Thanh Chương", "Tin mới."));
  articles.push_back(make_article("f", "Thanh niên", "Chương trình mới."));
  const Searcher searcher = open(articles);
  const SearchPage page = ask(searcher, "thanh chuong moi");
  EXPECT_THAT(sources(page), ElementsAre("e"));
  EXPECT_THAT(sources(page, true), ::testing::Contains("f"));
  EXPECT_THAT(sources(ask(searcher, "chuong thanh moi")), ::testing::Contains("f"));
}

TEST_F(SearcherTest, FindsTheOtherSpellingWithIOrYButNotInAPersonsName) {
  auto articles = std::vector{make_article("a", "Tin", "Kĩ thuật mới."),
                              make_article("b", "Tin", "Kỹ thuật mới."),
                              make_article("c", "Tin", "Ông Lê Văn Lý nói."),
                              make_article("d", "Tin", "Ông Lê Văn Lí nói.")};
  articles[2].officials = {{"l-1", "Lê Văn Lý", {}}};
  const Searcher searcher = open(articles);
  EXPECT_THAT(sorted_sources(ask(searcher, "kỹ thuật")), ElementsAre("a", "b"));
  EXPECT_THAT(sorted_sources(ask(searcher, "Lê Văn Lý")), ElementsAre("c"));
  EXPECT_THAT(sorted_sources(ask(searcher, "văn lý")), ElementsAre("c", "d"));
}

TEST_F(SearcherTest, UnderstandsTheWholeLanguage) {
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

TEST_F(SearcherTest, MatchesAPhraseWithoutMarksByPositions) {
  const Searcher searcher = open({make_article("a", "Tin", "Bản làng xa, xa làng bản cũ."),
                                  make_article("b", "Tin", "Làng bản cũ.")});
  // Each pair is in both articles' reach, the row only where it stands.
  EXPECT_THAT(sorted_sources(ask(searcher, "\"ban lang xa\"")), ElementsAre("a"));
  EXPECT_THAT(sorted_sources(ask(searcher, "\"xa xa ban\"")), IsEmpty());
  EXPECT_THAT(sorted_sources(ask(searcher, "\"lang ban cu\"")), ElementsAre("a", "b"));
}

TEST_F(SearcherTest, KeepsToTheMarksAsTypedWhenExact) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.question = "cau";
  request.exact = true;
  EXPECT_THAT(sorted_sources(ask(searcher, request)), ElementsAre("c"));
}

TEST_F(SearcherTest, LeavesAbbreviationsAloneWhenToldSo) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.question = "NTM";
  request.expand = false;
  const SearchPage page = ask(searcher, request);
  EXPECT_THAT(sorted_sources(page), ElementsAre("b"));
  EXPECT_THAT(page.expansions, IsEmpty());
}

TEST_F(SearcherTest, OffersNoPartialMatchOutsideOfASiteOrDate) {
  const Searcher searcher = open(sample());
  EXPECT_THAT(sources(ask(searcher, "cầu thác lúa"), true), SizeIs(1));
  EXPECT_THAT(sources(ask(searcher, "cầu lúa date:2021"), true), ElementsAre("b"));
}

TEST_F(SearcherTest, OffersPartialMatchesAfterTheFullOnesAndCountsThemApart) {
  const Searcher searcher = open(sample());
  const SearchPage page = ask(searcher, "cầu Thác");
  EXPECT_EQ(page.total, 1U);
  EXPECT_EQ(page.partial_total, 1U);
  EXPECT_THAT(sources(page), ElementsAre("a"));
  EXPECT_THAT(sources(page, true), ElementsAre("b"));
  EXPECT_THAT(page.facets->years, SizeIs(1));  // of the full match alone
}

TEST_F(SearcherTest, SortsByDateWithTheUndatedLast) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.sort = Sort::kNewest;
  EXPECT_THAT(sources(ask(searcher, request)), ElementsAre("a", "d", "b", "c"));
  request.sort = Sort::kOldest;
  EXPECT_THAT(sources(ask(searcher, request)), ElementsAre("b", "d", "a", "c"));
  request.sort = Sort::kRelevance;  // no question, no relevance: the newest first
  EXPECT_THAT(sources(ask(searcher, request)), ElementsAre("a", "d", "b", "c"));
}

TEST_F(SearcherTest, FiltersByEveryKind) {
  const Searcher searcher = open(sample());
  const auto filtered = [&](auto change) {
    SearchRequest request;
    change(request.filters);
    return sorted_sources(ask(searcher, request));
  };
  EXPECT_THAT(filtered([](Filters& f) { f.localities = {kProvince}; }), ElementsAre("a", "b"));
  EXPECT_THAT(filtered([](Filters& f) {
                f.localities = {kDistrict, kOtherProvince};
              }),
              ElementsAre("a", "c"));
  EXPECT_THAT(filtered([](Filters& f) { f.officials = {"y-2"}; }), ElementsAre("b"));
  EXPECT_THAT(filtered([](Filters& f) { f.posts = {"bi-thu-huyen-uy"}; }), ElementsAre("a", "b"));
  EXPECT_THAT(filtered([](Filters& f) { f.sites = {"nghean.gov.vn"}; }), ElementsAre("d"));
  EXPECT_THAT(filtered([](Filters& f) { f.sites = {"gov.vn"}; }), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(filtered([](Filters& f) { f.from = calendar::make_year(2023); }),
              ElementsAre("a", "d"));
  EXPECT_THAT(filtered([](Filters& f) { f.from = calendar::make_month(2023, 5); }),
              ElementsAre("a"));  // the article of 2023 may be older
  EXPECT_THAT(filtered([](Filters& f) {
                f.localities = {kProvince};
                f.officials = {"y-2"};
              }),
              ElementsAre("b"));
  EXPECT_THAT(filtered([](Filters& f) { f.officials = {"nobody"}; }), IsEmpty());
}

TEST_F(SearcherTest, CountsFacetsWithNamesAndWithoutTheirOwnFilter) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.filters.localities = {kOtherProvince};
  const SearchPage page = ask(searcher, request);
  EXPECT_EQ(page.total, 1U);
  const Facets& facets = *page.facets;
  ASSERT_THAT(facets.localities, SizeIs(3));
  EXPECT_EQ(facets.localities_total, 3U);
  EXPECT_EQ(facets.localities[0].value, kProvince);
  EXPECT_EQ(facets.localities[0].label, "Nghệ An");
  EXPECT_EQ(facets.localities[0].count, 2U);
  EXPECT_EQ(facets.localities[1].value, kOtherProvince);
  EXPECT_EQ(facets.localities[2].parent, kProvince);
  EXPECT_THAT(facets.officials, IsEmpty());  // none in the other province
  EXPECT_EQ(facets.undated, 1U);
}

TEST_F(SearcherTest, NamesOfficialsAndFillsTheGapsBetweenYears) {
  const Searcher searcher = open(sample());
  const Facets facets = *ask(searcher, "").facets;
  ASSERT_THAT(facets.officials, SizeIs(2));
  EXPECT_EQ(facets.officials[0].label, "Lê Văn X");
  EXPECT_EQ(facets.officials[0].detail, "Bí thư Huyện ủy");
  EXPECT_EQ(facets.officials[0].count, 2U);
  ASSERT_THAT(facets.years, SizeIs(3));
  EXPECT_EQ(facets.years[1].value, "2022");
  EXPECT_EQ(facets.years[1].count, 0U);
  EXPECT_EQ(facets.years[2].count, 2U);
  ASSERT_THAT(facets.months, SizeIs(2));  // the article of 2023 is in no month
  EXPECT_EQ(facets.months[1].value, "2023-05");
  EXPECT_EQ(facets.months[1].count, 1U);
}

TEST_F(SearcherTest, KeepsTheMostFrequentValuesUpToTheLimit) {
  const Searcher searcher = open(sample());
  SearchRequest request;
  request.facet_limit = 1;
  const Facets facets = *ask(searcher, request).facets;
  ASSERT_THAT(facets.localities, SizeIs(1));
  EXPECT_EQ(facets.localities[0].value, kProvince);
  EXPECT_EQ(facets.localities_total, 3U);
  EXPECT_EQ(facets.officials_total, 2U);
}

TEST_F(SearcherTest, JoinsItsPagesToOneLongPage) {
  std::vector<ArticleRecord> articles;
  for (int i = 0; i < 130; ++i) {
    std::string body = "lúa";
    for (int n = 0; n < i % 5; ++n) body += " cầu mới";
    articles.push_back(make_article(std::to_string(i), "Tin", body));
    if (i % 3 != 0) articles.back().published = calendar::make_day(2023, 1 + i % 12, 1);
  }
  const Searcher searcher = open(articles);
  const auto ids = [&](const std::string& question, Sort sort, std::size_t limit) {
    std::vector<std::string> result;
    for (std::size_t offset = 0; offset < articles.size(); offset += limit) {
      SearchRequest request{question, {}, sort, offset, limit, false, 20};
      for (const Hit& hit : ask(searcher, request).hits) result.push_back(hit.article.id);
    }
    return result;
  };
  for (const char* question : {"cau lua", "cầu lúa", "mới -tin", "lúa", ""}) {
    for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
      const auto large = ids(question, sort, 100);
      EXPECT_EQ(ids(question, sort, 7), large) << question;
      EXPECT_EQ(ids(question, sort, 33), large) << question;
    }
  }
}

TEST_F(SearcherTest, GivesAnArticleWithItsParagraphsMarked) {
  auto articles = sample();
  articles[0].body = "Đoạn một có cầu.\n\nĐoạn hai.";
  const Searcher searcher = open(articles);
  const auto page = searcher.article(articles[0].id, "cầu");
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->article.title, "Cầu Thác Bạc");
  EXPECT_THAT(page->title.highlights, SizeIs(1));
  ASSERT_THAT(page->paragraphs, SizeIs(2));
  EXPECT_EQ(page->paragraphs[1].text, "Đoạn hai.");
  EXPECT_THAT(page->paragraphs[0].highlights, SizeIs(1));
  EXPECT_THAT(page->paragraphs[1].highlights, IsEmpty());
}

TEST_F(SearcherTest, TellsAnUnknownArticleFromABadId) {
  const Searcher searcher = open(sample());
  EXPECT_EQ(searcher.article(std::string(64, 'f')).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(searcher.article("../etc").error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(searcher.article(std::string(64, 'F')).error().code, ErrorCode::kInvalidInput);
}

TEST_F(SearcherTest, RefusesWhatIsOutOfRangeByName) {
  const Searcher searcher = open(sample());
  const auto refusal = [&](auto change) {
    SearchRequest request;
    change(request);
    const auto page = searcher.search(request);
    return page ? std::string() : page.error().message;
  };
  EXPECT_THAT(refusal([](auto& r) { r.question = std::string(2001, 'a'); }), StartsWith("q:"));
  EXPECT_THAT(refusal([](auto& r) { r.question = "a\xFF"; }), StartsWith("q: malformed UTF-8"));
  EXPECT_THAT(refusal([](auto& r) { r.limit = 101; }), StartsWith("limit:"));
  EXPECT_THAT(refusal([](auto& r) { r.offset = 10'001; }), StartsWith("offset:"));
  EXPECT_THAT(refusal([](auto& r) { r.filters.localities = {"99999"}; }),
              AllOf(StartsWith("locality:"), HasSubstr("99999")));
  EXPECT_THAT(refusal([](auto& r) {
                r.filters.from = calendar::make_year(2024);
                r.filters.to = calendar::make_year(2023);
              }),
              StartsWith("from:"));
}

TEST_F(SearcherTest, AnswersFromAnEmptyIndex) {
  const Searcher searcher = open({});
  EXPECT_EQ(ask(searcher, "cầu").total, 0U);
  EXPECT_EQ(ask(searcher, "").total, 0U);
}

TEST_F(SearcherTest, RefusesWhatIsNoIndexOfItsOwn) {
  EXPECT_THAT(open_error(), HasSubstr("no such index folder"));
  std::filesystem::create_directories(index());
  EXPECT_THAT(open_error(), HasSubstr("holds no finished index build"));

  testing::write_index(index(), sample());
  const auto build = *schema::current_build(index());
  const auto restamp = [&](std::uint32_t format, const std::string& analyzer) {
    Xapian::WritableDatabase database(build.string(), Xapian::DB_OPEN);
    schema::write_stamp(database, {format, analyzer, "b", "", 4});
  };
  restamp(schema::kFormatVersion + 1, text::Analyzer::fingerprint());
  EXPECT_THAT(open_error(), AllOf(HasSubstr("index format"), HasSubstr("rebuild")));
  restamp(schema::kFormatVersion, "another analysis");
  EXPECT_THAT(open_error(), HasSubstr("another analysis"));
  std::filesystem::remove(build / "postlist.glass");
  EXPECT_THAT(open_error(), HasSubstr(build.string()));
}

TEST_F(SearcherTest, TakesUpANewBuildUnderLoad) {
  constexpr int kBuilds = 6;
  Searcher searcher = open(sample());
  std::atomic<bool> done = false;
  std::atomic<int> wrong = 0;
  std::atomic<int> answered = 0;
  std::vector<std::thread> askers;
  for (int i = 0; i < 3; ++i) {
    askers.emplace_back([&] {
      SearchRequest request;
      request.question = "cầu";
      while (!done) {
        const auto page = searcher.search(request);
        // Facets and total come from one build, whichever it is.
        const bool adds_up =
            page && !page->hits.empty() && page->facets->localities.front().count <= page->total;
        wrong += adds_up ? 0 : 1;
        ++answered;
      }
    });
  }
  auto articles = sample();
  for (int i = 0; i < kBuilds; ++i) {
    articles.push_back(make_article("new" + std::to_string(i), "Cầu", "Thêm một cầu."));
    const std::string build = testing::write_index(index(), articles);
    const int before = answered;
    const auto refreshed = searcher.refresh();
    EXPECT_TRUE(refreshed) << refreshed.error().message;
    EXPECT_EQ(searcher.status().build_id, build);
    while (answered < before + 10) std::this_thread::yield();
  }
  done = true;
  for (auto& asker : askers) asker.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(ask(searcher, "cầu").total, 2U + kBuilds);
}

}  // namespace
}  // namespace tinlang::search
