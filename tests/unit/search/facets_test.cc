// Facets and totals of random questions with random filters, beside a count over the stored
// articles.

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/fields.h"
#include "searchd/search/searcher.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"
#include "tests/unit/search/place_rules.h"

namespace tinlang::search {
namespace {

using gazetteer::System;
using gazetteer::UnitId;
using schema::ArticleRecord;
using Counts = std::map<std::string, std::uint64_t>;

constexpr std::size_t kArticles = 300;
constexpr int kQuestions = 100;
constexpr std::array kWords = {"cầu", "đường", "trường", "lúa"};
constexpr std::array kSites = {"a.gov.vn", "b.gov.vn", "bao.vn"};

// Which filter a facet leaves out.
enum class Without { kNothing, kPlaces, kOfficials, kDates };

class FacetsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (UnitId id = 0; id < gazetteer_.units().size(); ++id) {
      const std::string& province = gazetteer_.unit(gazetteer_.province_today(id)).name;
      if (province == "Thái Nguyên" || province == "Nghệ An") nearby_.push_back(id);
    }
    for (std::size_t n = 0; n < kArticles; ++n) articles_.push_back(random_article(n));
    testing::write_index(folder_.path() / "index", articles_);
    auto searcher =
        Searcher::open(folder_.path() / "index", gazetteer_, testing::shipped_abbreviations());
    ASSERT_TRUE(searcher) << searcher.error().message;
    searcher_.emplace(*std::move(searcher));
  }

  std::size_t number(std::size_t below) { return random_() % below; }

  std::string random_place() { return gazetteer_.unit(nearby_[number(nearby_.size())]).code; }

  calendar::Date random_date() {
    const int year = 2022 + static_cast<int>(number(3));
    const int month = 1 + static_cast<int>(number(12));
    if (number(5) == 0) return *calendar::make_year(year);
    if (number(4) == 0) return *calendar::make_month(year, month);
    return *calendar::make_day(year, month, 1 + static_cast<int>(number(28)));
  }

  ArticleRecord random_article(std::size_t n) {
    std::string body;
    for (std::size_t i = 0; i <= number(4); ++i)
      body += std::string(kWords[number(kWords.size())]) + " ";
    auto record = testing::make_article(std::to_string(n), "Tin", body);
    record.site = kSites[number(kSites.size())];
    if (number(6) != 0) record.published = random_date();
    for (std::size_t i = number(3); i > 0; --i) {
      const UnitId place = *gazetteer_.find_code(random_place());
      std::vector<std::string> codes;
      for (const UnitId unit : gazetteer_.as_of(gazetteer_.unit(place).system).path(place)) {
        codes.push_back(gazetteer_.unit(unit).code);
      }
      record.localities.push_back({codes, codes, record.localities.empty(), 0.9});
    }
    for (std::size_t i = number(3); i > 0; --i) {
      const std::string id = "o-" + std::to_string(number(4)) + std::to_string(i);
      record.officials.push_back(
          {id,
           "Lê Văn " + id,
           {{number(2) == 0 ? "Bí thư Huyện ủy" : "Chủ tịch UBND xã", "", "", false}}});
    }
    return record;
  }

  SearchRequest random_request() {
    SearchRequest request;
    if (number(4) != 0) request.question = kWords[number(kWords.size())];
    request.units = number(2) == 0 ? System::kThreeLevel : System::kTwoLevel;
    request.facet_limit = 10'000;
    Filters& filters = request.filters;
    filters.mentions = number(2) == 0;
    while (number(2) == 0) filters.localities.push_back(random_place());
    if (number(3) == 0) {
      const auto& locality = articles_[number(kArticles)].localities;
      if (!locality.empty()) filters.localities.push_back(locality.front().codes.front());
    }
    while (number(3) == 0) filters.officials.push_back("o-" + std::to_string(number(4)) + "1");
    if (number(5) == 0) filters.posts = {"bi-thu-huyen-uy"};
    if (number(5) == 0) filters.sites = {number(2) == 0 ? "gov.vn" : "bao.vn"};
    if (number(3) == 0) filters.from = random_date();
    if (number(3) == 0) filters.to = random_date();
    if (filters.from && filters.to && first_day(*filters.from) > last_day(*filters.to)) {
      std::swap(filters.from, filters.to);
    }
    return request;
  }

  bool counts_in(const ArticleRecord& article, UnitId asked, bool mentions) const {
    return std::any_of(
        article.localities.begin(), article.localities.end(), [&](const auto& locality) {
          const UnitId place = *gazetteer_.find_code(locality.codes.back());
          return (locality.main || mentions) && PlaceRules(gazetteer_).counts(asked, place);
        });
  }

  bool is_from_places(const ArticleRecord& article, const Filters& filters) const {
    return filters.localities.empty() ||
           std::any_of(filters.localities.begin(), filters.localities.end(), [&](const auto& code) {
             return counts_in(article, *gazetteer_.find_code(code), filters.mentions);
           });
  }

  static bool names_officials(const ArticleRecord& article, const Filters& filters) {
    return filters.officials.empty() ||
           std::any_of(article.officials.begin(), article.officials.end(),
                       [&](const auto& official) {
                         return std::count(filters.officials.begin(), filters.officials.end(),
                                           official.id) > 0;
                       });
  }

  static bool names_post(const ArticleRecord& article, const Filters& filters) {
    return filters.posts.empty() ||
           std::any_of(article.officials.begin(), article.officials.end(),
                       [&](const auto& official) {
                         return schema::slug(official.posts.front().title) == filters.posts.front();
                       });
  }

  static bool is_of_site(const ArticleRecord& article, const Filters& filters) {
    return filters.sites.empty() || article.site == filters.sites.front() ||
           article.site.ends_with("." + filters.sites.front());
  }

  static bool is_in_time(const ArticleRecord& article, const Filters& filters) {
    if (!filters.from && !filters.to) return true;
    if (!article.published) return false;
    return (!filters.from || first_day(*article.published) >= first_day(*filters.from)) &&
           (!filters.to || last_day(*article.published) <= last_day(*filters.to));
  }

  std::vector<const ArticleRecord*> matching(const SearchRequest& request, Without without) const {
    std::vector<const ArticleRecord*> found;
    for (const ArticleRecord& article : articles_) {
      const Filters& filters = request.filters;
      if (article.body.find(request.question) == std::string::npos) continue;
      if (!names_post(article, filters) || !is_of_site(article, filters)) continue;
      if (without != Without::kPlaces && !is_from_places(article, filters)) continue;
      if (without != Without::kOfficials && !names_officials(article, filters)) continue;
      if (without != Without::kDates && !is_in_time(article, filters)) continue;
      found.push_back(&article);
    }
    return found;
  }

  Counts places_of(const std::vector<const ArticleRecord*>& articles,
                   const SearchRequest& request) {
    Counts counts;
    for (const UnitId unit : nearby_) {
      if (gazetteer_.unit(unit).system != request.units) continue;
      for (const ArticleRecord* article : articles) {
        if (counts_in(*article, unit, request.filters.mentions)) {
          ++counts[gazetteer_.unit(unit).code];
        }
      }
    }
    return counts;
  }

  static Counts to_counts(const std::vector<FacetValue>& values) {
    Counts counts;
    for (const FacetValue& value : values) {
      if (value.count > 0) counts[value.value] = value.count;
    }
    return counts;
  }

  static std::uint64_t sum(const DateHistogram& histogram) {
    std::uint64_t total = histogram.vague;
    for (const DateStep& step : histogram.steps) total += step.count;
    return total;
  }

  const gazetteer::Gazetteer& gazetteer_ = testing::shipped_gazetteer();
  testing::ScratchFolder folder_;
  std::mt19937 random_{41};
  std::vector<UnitId> nearby_;
  std::vector<ArticleRecord> articles_;
  std::optional<Searcher> searcher_;
};

TEST_F(FacetsTest, AreWhatACountOverTheStoredArticlesGives) {
  std::size_t answered = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const SearchRequest request = random_request();
    const auto page = searcher_->search(request);
    ASSERT_TRUE(page) << page.error().message;
    const auto full = matching(request, Without::kNothing);
    ASSERT_EQ(page->total, full.size()) << i;
    answered += full.empty() ? 0 : 1;
    const Facets& facets = *page->facets;
    EXPECT_EQ(to_counts(facets.localities),
              places_of(matching(request, Without::kPlaces), request));
    Counts officials;
    for (const ArticleRecord* article : matching(request, Without::kOfficials)) {
      for (const auto& official : article->officials) ++officials[official.id];
    }
    EXPECT_EQ(to_counts(facets.officials), officials) << i;
    Counts years;
    Counts months;
    std::uint64_t undated = 0;
    for (const ArticleRecord* article : matching(request, Without::kDates)) {
      undated += article->published ? 0 : 1;
      if (!article->published) continue;
      const std::string iso = to_iso_date(*article->published);
      ++years[iso.substr(0, 4)];
      if (iso.size() > 4) ++months[iso.substr(0, 7)];
    }
    EXPECT_EQ(to_counts(facets.years), years) << i;
    EXPECT_EQ(to_counts(facets.months), months) << i;
    EXPECT_EQ(facets.undated, undated) << i;
    const auto dated = std::count_if(full.begin(), full.end(), [](const ArticleRecord* article) {
      return article->published.has_value();
    });
    EXPECT_EQ(sum(facets.histogram), static_cast<std::uint64_t>(dated)) << i;
  }
  EXPECT_GT(answered, static_cast<std::size_t>(kQuestions) / 3);
}

}  // namespace
}  // namespace tinlang::search
