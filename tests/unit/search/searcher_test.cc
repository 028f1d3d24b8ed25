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
#include "tests/unit/search/searcher_fixture.h"

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
  const auto page = searcher.article({articles[0].id, "cầu"});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->article.title, "Cầu Thác Bạc");
  EXPECT_THAT(page->title.highlights, SizeIs(1));
  ASSERT_THAT(page->paragraphs, SizeIs(2));
  EXPECT_EQ(page->paragraphs[1].text, "Đoạn hai.");
  EXPECT_THAT(page->paragraphs[0].highlights, SizeIs(1));
  EXPECT_THAT(page->paragraphs[1].highlights, IsEmpty());
}

TEST_F(SearcherTest, MarksAnArticleAsStrictlyAsTheQuestionWasAsked) {
  auto articles = sample();
  articles[0].body = "Cau chuyện về cầu.";
  const Searcher searcher = open(articles);
  const auto loose = searcher.article({articles[0].id, "cau"});
  const auto exact = searcher.article({articles[0].id, "cau", true});
  ASSERT_TRUE(loose && exact);
  EXPECT_THAT(loose->paragraphs.at(0).highlights, SizeIs(2));
  ASSERT_THAT(exact->paragraphs.at(0).highlights, SizeIs(1));
  EXPECT_EQ(exact->paragraphs.at(0).highlights[0].begin, 0U);
}

TEST_F(SearcherTest, TellsAnUnknownArticleFromABadId) {
  const Searcher searcher = open(sample());
  EXPECT_EQ(searcher.article({std::string(64, 'f'), ""}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(searcher.article({"../etc", ""}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(searcher.article({std::string(64, 'F'), ""}).error().code, ErrorCode::kInvalidInput);
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
