#include "searchd/http/official_json.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/http/golden_json.h"

namespace tinlang::http {
namespace {

using testing::expect_golden;

const search::PersonName kHolder = {"le-van-x-1", "Lê Văn X", "Bí thư Huyện ủy"};
const search::PersonName kOther = {"vi-thi-y-2~428", "Vi Thị Y", ""};

search::ArticleReference article(char digit, const std::optional<calendar::Date>& date) {
  return {std::string(64, digit), "Hội nghị", date};
}

search::RecordLine line() {
  return {"Bí thư Huyện ủy",
          "bi-thu-huyen-uy",
          "Huyện ủy",
          search::PlaceName{"428", "Thanh Chương", "huyện"},
          {{"40", "Nghệ An", "tỉnh"}},
          false,
          5,
          article('a', calendar::make_day(2021, 3, 1)),
          article('b', calendar::make_month(2022, 4))};
}

search::RecordLine former_line() {
  search::RecordLine line;
  line.title = "Chủ tịch Hội Nông dân huyện";
  line.slug = "chu-tich-hoi-nong-dan-huyen";
  line.former = true;
  line.articles = 1;
  line.first = line.last = article('c', std::nullopt);
  return line;
}

TEST(OfficialJson, OfAPersonIsTheGoldenFile) {
  search::OfficialPage page;
  page.build_id = "20261122T020000Z-3f2a9c";
  page.person = kHolder;
  page.names = {"Lê Văn X", "Lê văn X"};
  page.ids = {"le-van-x-1", "le-van-x-7"};
  page.total = 6;
  search::RecordLine told_of_nothing;
  told_of_nothing.articles = 1;
  page.posts = {line(), former_line(), told_of_nothing};
  page.rivals = {{kOther, "Bí thư Huyện ủy", "bi-thu-huyen-uy",
                  search::PlaceName{"428", "Thanh Chương", "huyện"}, "2021-05-01", "2021-11-30"}};
  page.months = {{"2021-03", 2}, {"2022-04", 3}};
  page.vague = 1;
  page.undated = 1;
  page.places = {{"40", "Nghệ An", "tỉnh", "", 6, 0}};
  page.companions = {
      {"vi-thi-y-2~428", "Vi Thị Y", "", "", 4, 0},
      {"lo-z-3", "Lò Z", "Chủ tịch Ủy ban nhân dân xã", "", 1, 0, {"chu-tich-ubnd-xa", "17809"}}};
  page.companions_total = 2;
  page.articles = {article('b', calendar::make_month(2022, 4))};
  expect_golden("official.json", to_json(page));
}

TEST(OfficialJson, OfAPostInAPlaceIsTheGoldenFile) {
  search::PostPage page;
  page.build_id = "20261122T020000Z-3f2a9c";
  page.slug = "bi-thu-huyen-uy";
  page.title = "Bí thư Huyện ủy";
  page.place = search::PlaceHistory{{"428", "Thanh Chương", "huyện"},
                                    gazetteer::System::kThreeLevel,
                                    {{"40", "Nghệ An", "tỉnh"}},
                                    {"2025-40", "Nghệ An", "tỉnh từ 7/2025"},
                                    {{{"2025-17818", "Bích Hào", "xã từ 7/2025"}, false}},
                                    {}};
  page.one_holder = true;
  page.holders = {{kHolder, line(), {{"2021-03", 2}, {"2022-04", 3}}}, {kOther, line(), {}}};
  page.holders_total = 3;
  page.former = {{kOther, former_line(), {}}};
  page.shared = {{0, 1, "2021-05-01", "2021-06-01", true}};
  page.places = {{"17809", "Thanh Giang", "xã, Thanh Chương, Nghệ An", "", 2, 0}};
  page.places_total = 1;
  page.coverage = {
      {{"2021-03", 2, 10}, {"2021-04", 0, 0}, {"2021-05", 1, 0}}, {{"2021-04", "2021-04"}}, 1, 2};
  expect_golden("post.json", to_json(page));
}

TEST(OfficialJson, OfAPostThatNobodyHasIsTheGoldenFile) {
  search::PostPage page;
  page.build_id = "20261122T020000Z-3f2a9c";
  page.slug = "vua";
  expect_golden("post_of_nobody.json", to_json(page));
}

}  // namespace
}  // namespace tinlang::http
