#include "searchd/http/results_json.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searchd/http/problem.h"
#include "tests/unit/http/golden_json.h"

#include <nlohmann/json.hpp>

namespace tinlang::http {
namespace {

using testing::expect_golden;

schema::ArticleRecord sample_article() {
  schema::ArticleRecord article;
  article.id = std::string(64, 'a');
  article.url = "http://xa.gov.vn/tin";
  article.source = "xa/tin.html";
  article.site = "xa.gov.vn";
  article.site_name = "Cổng thông tin xã";
  article.title = "Khánh thành cầu";
  article.lead = "Xã có cầu mới.";
  article.captions = {"Cầu nhìn từ xa"};
  article.byline = "Lan Anh";
  article.photo_credit = "Minh Đức";
  article.category = "Xây dựng Đảng";
  article.tags = {"nông thôn mới"};
  article.attachments = {{"http://xa.gov.vn/ke-hoach.pdf", "Kế hoạch"}};
  article.original = "http://bao.vn/cau";
  article.language = "vi";
  article.captured_at = "2026-01-05T03:00:00Z";
  article.sha256 = std::string(64, 'b');
  article.published = calendar::at_minute(*calendar::make_day(2023, 5, 8), 9, 30);
  article.event = calendar::make_month(2023, 4);
  article.localities = {{{"40", "428"}, {"Nghệ An", "Thanh Chương"}, true, 0.5},
                        {{"38"}, {"Thanh Hóa"}, false, 0.25}};
  article.officials = {
      {"le-van-x-1",
       "Lê Văn X",
       {{"Bí thư Huyện ủy", "Huyện ủy", "428", false}, {"nguyên Ủy viên", "", "", true, true}}}};
  return article;
}

search::PlaceHistory district() {
  return {{"428", "Thanh Chương", "huyện"},
          gazetteer::System::kThreeLevel,
          {{"40", "Nghệ An", "tỉnh"}},
          {"2025-40", "Nghệ An", "tỉnh từ 7/2025"},
          {{{"2025-17818", "Bích Hào", "xã từ 7/2025"}, false}},
          {}};
}

search::PlaceHistory commune_of_today() {
  return {{"2025-17818", "Bích Hào", "xã từ 7/2025"},
          gazetteer::System::kTwoLevel,
          {{"2025-40", "Nghệ An", "tỉnh từ 7/2025"}},
          {"2025-40", "Nghệ An", "tỉnh từ 7/2025"},
          {},
          {{{"17809", "Thanh Giang", "xã"}, true}}};
}

std::vector<search::NameMark> sample_marks() {
  using search::NamedKind;
  return {{NamedKind::kLocality, "428", schema::TextPart::kTitle, 0, 0, 5},
          {NamedKind::kOfficial, "le-van-x-1", schema::TextPart::kLead, 0, 3, 11},
          {NamedKind::kOfficial, "le-van-x-1", schema::TextPart::kBody, 2, 0, 8},
          {NamedKind::kLocality, "38", schema::TextPart::kCaption, 1, 4, 13}};
}

search::SearchPage sample_page() {
  search::SearchPage page;
  page.build_id = "20261122T020000Z-3f2a9c";
  page.total = 1;
  page.partial_total = 1;
  page.question = "NTM Thanh Chương";
  page.expansions = {{"NTM", "nông thôn mới"}};
  page.offers = {{search::OfferKind::kLocality, "428", "Thanh Chương", "huyện, Nghệ An", 4, 16},
                 {search::OfferKind::kOfficial, "le-van-x-1", "Lê Văn X", "", 4, 16}};
  page.suggestion = search::Correction{"khánh thành", 3};
  page.places = {{district(), 9, 2}};
  page.hits.push_back({sample_article(),
                       {"Khánh thành cầu", {{12, 15}}},
                       {{"… cầu mới …", {{2, 5}}}},
                       district(),
                       1.5,
                       false});
  search::Hit bare;
  bare.article.id = std::string(64, 'c');
  bare.partial = true;
  page.hits.push_back(bare);
  page.facets.emplace();
  page.facets->localities = {{"40", "Nghệ An", "tỉnh", "", 1, 0},
                             {"428", "Thanh Chương", "huyện", "40", 1, 1}};
  page.facets->localities_total = 2;
  page.facets->officials = {
      {"le-van-x-1", "Lê Văn X", "Bí thư Huyện ủy", "", 1, 0, {"bi-thu-huyen-uy", ""}}};
  page.facets->officials_total = 1;
  page.facets->years = {{"2023", "2023", "", "", 1, 0}};
  page.facets->months = {{"2023-05", "2023-05", "", "", 1, 0}};
  page.facets->histogram = {
      search::Interval::kWeek,
      {{*calendar::make_day(2023, 5, 8), *calendar::make_day(2023, 5, 14), 1}},
      2};
  return page;
}

TEST(ResultsJson, OfAPageIsTheGoldenFile) {
  search::SearchRequest request;
  request.offset = 20;
  expect_golden("search.json", to_json(request, sample_page()));
}

TEST(ResultsJson, OfAnArticleIsTheGoldenFile) {
  expect_golden("article.json", to_json(search::ArticlePage{"20261122T020000Z-3f2a9c",
                                                            sample_article(),
                                                            {"Khánh thành cầu", {{12, 15}}},
                                                            {{"Đoạn một.", {}}},
                                                            {district(), std::nullopt},
                                                            sample_marks()}));
}

TEST(ResultsJson, OfALocalityIsTheGoldenFile) {
  search::LocalityPage page;
  page.build_id = "20261122T020000Z-3f2a9c";
  page.history = commune_of_today();
  page.total = 4;
  page.through = 3;
  page.coverage = {
      {{"2023-05", 3, 10}, {"2023-06", 0, 0}, {"2023-07", 0, 2}}, {{"2023-06", "2023-06"}}, 1, 1};
  page.officials = {
      {"le-van-x-1", "Lê Văn X", "Bí thư Huyện ủy", "", 2, 0, {"bi-thu-huyen-uy", "428"}}};
  page.officials_total = 1;
  page.posts = {{"bi-thu-dang-uy-xa", "Bí thư Đảng ủy xã", 2, 3}};
  page.sites = {{"xa.gov.vn", 4, 12, true}};
  expect_golden("locality.json", to_json(page));
}

TEST(ResultsJson, OfTheStatusIsTheGoldenFile) {
  expect_golden("status.json",
                to_json(search::IndexStatus{"20261122T020000Z-3f2a9c", "2026-11-22T02:00:00Z", 5}));
}

TEST(ResultsJson, WithoutFacetsSaysNull) {
  search::SearchPage page = sample_page();
  page.facets.reset();
  EXPECT_TRUE(nlohmann::json::parse(to_json({}, page)).at("facets").is_null());
}

TEST(ResultsJson, NeverPassesOnMalformedText) {
  search::SearchPage page = sample_page();
  page.hits[0].title.text = "a\xFF";
  const auto json = nlohmann::json::parse(to_json({}, page));
  EXPECT_EQ(json.at("hits").at(0).at("title").at("text"), "a\uFFFD");
}

TEST(ProblemJson, NamesStatusAndParameter) {
  const Problem problem = to_problem({ErrorCode::kInvalidInput, "from: 2024 is after to, 2023"});
  EXPECT_EQ(problem.status, 400);
  EXPECT_EQ(problem.parameter, "from");
  const auto json = nlohmann::json::parse(to_json(problem));
  EXPECT_EQ(json.at("type"), "about:blank");
  EXPECT_EQ(json.at("title"), "Bad Request");
  EXPECT_EQ(json.at("status"), 400);
  EXPECT_EQ(json.at("parameter"), "from");
}

TEST(ProblemJson, LeavesOutAParameterThatIsNone) {
  const Problem problem = to_problem({ErrorCode::kNotFound, "no article: none"});
  EXPECT_EQ(problem.status, 404);
  EXPECT_FALSE(nlohmann::json::parse(to_json(problem)).contains("parameter"));
  EXPECT_EQ(to_problem({ErrorCode::kIncompatible, "x"}).status, 503);
  EXPECT_EQ(to_problem({ErrorCode::kUnavailable, "q: x"}).parameter, "");
}

}  // namespace
}  // namespace tinlang::http
