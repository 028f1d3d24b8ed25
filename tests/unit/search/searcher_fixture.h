// An open searcher over four articles, for the tests of what it answers.

#ifndef TINLANG_TESTS_UNIT_SEARCH_SEARCHER_FIXTURE_H_
#define TINLANG_TESTS_UNIT_SEARCH_SEARCHER_FIXTURE_H_

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"

namespace tinlang::search {

// Xã Thanh Giang, huyện Thanh Chương, tỉnh Nghệ An; and the province of Thanh Hóa.
inline constexpr const char* kProvince = "40";
inline constexpr const char* kDistrict = "428";
inline constexpr const char* kOtherProvince = "38";

inline std::vector<schema::ArticleRecord> sample() {
  using testing::make_article;
  std::vector<schema::ArticleRecord> articles = {
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

  Searcher open(const std::vector<schema::ArticleRecord>& articles) {
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

}  // namespace tinlang::search

#endif  // TINLANG_TESTS_UNIT_SEARCH_SEARCHER_FIXTURE_H_
