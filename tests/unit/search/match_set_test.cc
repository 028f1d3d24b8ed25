#include "searchd/search/match_set.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/schema/index_folder.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/query_builder.h"
#include "searchd/search/question.h"
#include "searchd/search/ranked_list.h"
#include "searchd/search/ranking.h"
#include "searchd/search/word_forms.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"
#include "tests/unit/search/question_judge.h"

namespace tinlang::search {
namespace {

using schema::ArticleRecord;
using Docids = std::set<std::uint32_t>;

constexpr int kArticles = 150;
constexpr int kQuestions = 400;

// Few words, so that questions match; several are one without their marks.
const std::vector<std::string> kWords = {"xã",   "xa",    "mới",  "moi",         "nông",
                                         "thôn", "NTM",   "cầu",  "câu",         "đường",
                                         "2023", "huyện", "HĐND", "Thanh Chương"};

class RandomCollection {
 public:
  int number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }

  std::string words(int most) {
    std::string text;
    for (int i = number(1, most); i > 0; --i) {
      text += kWords[static_cast<std::size_t>(number(0, static_cast<int>(kWords.size()) - 1))];
      text += number(0, 9) == 0 ? ". " : " ";
    }
    if (number(0, 4) == 0) text += "số 12/QĐ-UBND ";
    return text;
  }

  std::string question() {
    std::string text;
    for (int i = number(1, 3); i > 0; --i) {
      switch (number(0, 11)) {
        case 0:
          text += "\"" + words(3) + "\" ";
          break;
        case 1:
          text += "-" + words(1);
          break;
        case 2:
          text += "nông thôn mới ";
          break;
        case 3:
          text += "(" + words(2) + "OR " + words(1) + "-" + words(1) + ") ";
          break;
        case 4:
          text += "title:(" + words(1) + "\"" + words(2) + "\") ";
          break;
        case 5:
          text += number(0, 1) == 0 ? "đư* " : "xa* ";
          break;
        case 7: {
          static const std::vector<std::string> kPlaces = {
              "huyện Thanh Chương ", "thanh chuong, nghe an ", "tỉnh Thanh Hóa "};
          text += kPlaces[static_cast<std::size_t>(number(0, 2))];
          break;
        }
        case 8: {
          static const std::vector<std::string> kDates = {"năm 2023 ", "thang 5/2022 ",
                                                          "quý III năm 2021 ", "2020 - 2023 "};
          text += kDates[static_cast<std::size_t>(number(0, 3))];
          break;
        }
        case 6:
          text += "-(" + words(2) + "OR \"" + words(2) + "\") ";
          break;
        default:
          text += words(2);
      }
    }
    return text;
  }

  ArticleRecord article(int name) {
    auto record = testing::make_article(std::to_string(name), words(4), words(25));
    const std::vector<std::vector<std::string>> paths = {
        {"40"}, {"40", "428"}, {"40", "428", "17728"}, {"38"}, {}};
    const auto& path = paths[static_cast<std::size_t>(number(0, 4))];
    if (!path.empty()) record.localities = {{path, path, true, 1}};
    for (int id = 0; id < 4; ++id) {
      if (number(0, 2) == 0) record.officials.push_back({"o-" + std::to_string(id), "O", {}});
    }
    switch (number(0, 3)) {
      case 0:
        break;
      case 1:
        record.published = calendar::make_year(number(2020, 2023));
        break;
      case 2:
        record.published = calendar::make_month(number(2020, 2023), number(1, 12));
        break;
      default:
        record.published = calendar::make_day(number(2020, 2023), number(1, 12), number(1, 28));
    }
    return record;
  }

 private:
  std::mt19937 random_{42};
};

class MatchSetTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    collection_ = new Collection;
    for (int i = 0; i < kArticles; ++i) {
      collection_->articles.push_back(collection_->random.article(i));
    }
    testing::write_index(collection_->folder.path() / "index", collection_->articles);
    collection_->database =
        Xapian::Database(schema::current_build(collection_->folder.path() / "index")->string());
    for (const auto& article : collection_->articles) {
      collection_->texts.push_back({collection_->analyzer.analyze(article.title),
                                    collection_->analyzer.analyze(article.body)});
    }
    const auto columns =
        FacetColumns::read(collection_->database, testing::shipped_gazetteer(), {}).value();
    collection_->names =
        KnownNames::read({collection_->database, testing::shipped_gazetteer(), columns.officials()},
                         collection_->analyzer);
  }
  static void TearDownTestSuite() {
    delete collection_;
    collection_ = nullptr;
  }

  static Question parse(const std::string& text) {
    Question question = parse_question(text, collection_->analyzer, collection_->abbreviations,
                                       {false, true, &collection_->names});
    resolve(question, collection_->database);
    return question;
  }

  static Docids judged(const Question& question) {
    Docids docids;
    for (std::uint32_t i = 0; i < collection_->texts.size(); ++i) {
      if (Judge(collection_->texts[i], collection_->articles[i]).matches(question)) {
        docids.insert(i + 1);
      }
    }
    return docids;
  }

  static Docids matched(const Xapian::Query& query) {
    Xapian::Enquire enquire(collection_->database);
    enquire.set_query(query);
    const auto found = enquire.get_mset(0, collection_->database.get_doccount());
    return {found.begin(), found.end()};
  }

  static Docids to_docids(const Roaring& set) { return {set.begin(), set.end()}; }

  struct Collection {
    testing::ScratchFolder folder;
    RandomCollection random;
    std::vector<ArticleRecord> articles;
    std::vector<std::vector<text::AnalyzedText>> texts;
    Xapian::Database database;
    text::Analyzer analyzer = *text::Analyzer::create();
    const text::Abbreviations& abbreviations = testing::shipped_abbreviations();
    KnownNames names;
  };
  static Collection* collection_;
};
MatchSetTest::Collection* MatchSetTest::collection_ = nullptr;

TEST_F(MatchSetTest, IsWhatReadingEveryArticleFinds) {
  int some = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const std::string text = collection_->random.question();
    const Question question = parse(text);
    const Docids expected = judged(question);
    ASSERT_EQ(to_docids(MatchReader(collection_->database, question).sets({}).question), expected)
        << text;
    some += !expected.empty() && expected.size() < kArticles ? 1 : 0;
  }
  EXPECT_GT(some, kQuestions / 4);
}

TEST_F(MatchSetTest, PartsOfPartialMatchesWeighMoreTheRarerTheyAre) {
  const Question question = parse("xã cầu huyện đường");
  const Roaring all = MatchReader(collection_->database, question).sets({}).question;
  const PartialMatches partial = MatchReader(collection_->database, question).partial(all);
  ASSERT_EQ(partial.parts.size(), question.required.size());
  for (const QuestionPart& part : partial.parts) {
    for (const QuestionPart& other : partial.parts) {
      if (part.articles.cardinality() < other.articles.cardinality()) {
        EXPECT_GT(part.weight, other.weight);
      }
    }
  }
}

TEST_F(MatchSetTest, IsWhatTheMatcherFinds) {
  for (int i = 0; i < kQuestions; ++i) {
    const std::string text = collection_->random.question();
    const Question question = parse(text);
    Filters filters;
    if (i % 5 == 0) filters.from = calendar::make_month(2021, 3);
    if (i % 7 == 0) filters.sites = {i % 2 == 0 ? "gov.vn" : "b.gov.vn"};
    const FilterTerms terms = filter_terms(filters);
    const MatchSets sets = MatchReader(collection_->database, question).sets(terms);
    ASSERT_EQ(to_docids(sets.admitted(sets.question)), matched(full_query(question, terms)))
        << text;
  }
}

TEST_F(MatchSetTest, PartialMatchesHaveHalfOfTheQuestionButNotAllOfIt) {
  for (int i = 0; i < kQuestions; ++i) {
    const std::string text = collection_->random.question();
    const Question question = parse(text);
    const Docids full = judged(question);
    Docids expected;
    for (std::uint32_t n = 0; n < collection_->texts.size(); ++n) {
      const Judge judge(collection_->texts[n], collection_->articles[n]);
      const auto holds = [&](const Node& node) { return judge.matches(node); };
      const auto held = std::count_if(question.required.begin(), question.required.end(), holds);
      const bool excluded = std::any_of(question.excluded.begin(), question.excluded.end(), holds);
      if (held > 0 && 2 * static_cast<std::size_t>(held) >= question.required.size() && !excluded &&
          !full.contains(n + 1)) {
        expected.insert(n + 1);
      }
    }
    if (question.required.size() < 2) expected.clear();
    const Roaring all = MatchReader(collection_->database, question).sets({}).question;
    ASSERT_EQ(to_docids(MatchReader(collection_->database, question).partial(all).all), expected)
        << text;
  }
}

// Weights by docid of `query`, by the library's own BM25.
std::map<std::uint32_t, double> weights_of(const Xapian::Database& database,
                                           const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormLength));
  enquire.set_query(query);
  std::map<std::uint32_t, double> weights;
  const auto found = enquire.get_mset(0, database.get_doccount());
  for (auto it = found.begin(); it != found.end(); ++it) weights[*it] = it.get_weight();
  return weights;
}

// Ranking sums most of a question's weights outside the matcher; the sums must be the same.
TEST_F(MatchSetTest, RanksByTheWeightsThatTheMatcherFinds) {
  const FacetColumns columns =
      FacetColumns::read(collection_->database, testing::shipped_gazetteer(), {}).value();
  const HotTerms hot = HotTerms::read(collection_->database);
  const auto recency = [&](std::uint32_t docid) {
    const auto age = columns.months_before_newest(docid);
    return age ? kRecencyWeight * std::exp2(-static_cast<double>(*age) / kRecencyHalfLifeMonths)
               : 0;
  };
  for (int i = 0; i < kQuestions; ++i) {
    const std::string text = collection_->random.question();
    const Question question = parse(text);
    if (question.required.empty()) continue;
    const Ranker ranker{collection_->database, columns, hot, question};
    MatchReader matches(collection_->database, question);  // one for both, as the searcher has it
    const Roaring full = matches.sets({}).question;
    const auto expected = weights_of(collection_->database, full_query(question, {}));
    const auto ranked = ranker.full(full, 0, kArticles);
    ASSERT_EQ(ranked.size(), expected.size()) << text;
    double last = ranked.empty() ? 0 : ranked.front().score;
    for (const RankedArticle& article : ranked) {
      const double weight = expected.at(article.docid) + recency(article.docid);
      ASSERT_NEAR(article.score, weight, 1e-6) << text << " in " << article.docid;
      ASSERT_LE(article.score, last + 1e-9) << text;
      last = article.score;
    }
    if (text.find('"') != std::string::npos) continue;  // half a phrase earns its words only here
    const PartialMatches partial = matches.partial(full);
    const auto any = weights_of(collection_->database, any_query(question));
    for (const RankedArticle& article : ranker.partial(partial, 0, kArticles)) {
      double weight = recency(article.docid);
      if (const auto found = any.find(article.docid); found != any.end()) weight += found->second;
      for (const QuestionPart& part : partial.parts) {
        if (part.articles.contains(article.docid)) weight += part.weight;
      }
      ASSERT_NEAR(article.score, weight, 1e-6) << text << " in " << article.docid;
    }
  }
}

std::map<std::string, std::uint64_t> to_map(const std::vector<ValueCount>& counts) {
  std::map<std::string, std::uint64_t> result;
  for (const auto& [value, count] : counts) result[value] = count;
  return result;
}

// Dates known so well, by the first `bytes` of each.
std::map<std::string, std::uint64_t> by_prefix(const DateCounts& counts, std::size_t bytes) {
  std::map<std::string, std::uint64_t> result;
  for (const auto& [date, count] : counts.dates) {
    const std::string iso = to_iso_date(date);
    if (iso.size() >= bytes) result[iso.substr(0, bytes)] += count;
  }
  return result;
}

TEST_F(MatchSetTest, ColumnsCountWhatTheArticlesSay) {
  const FacetColumns columns =
      FacetColumns::read(collection_->database, testing::shipped_gazetteer(), {}).value();
  for (int i = 0; i < 50; ++i) {
    Roaring set;
    std::map<std::string, std::uint64_t> places;
    std::map<std::string, std::uint64_t> officials;
    std::map<std::string, std::uint64_t> years;
    std::map<std::string, std::uint64_t> months;
    std::uint64_t undated = 0;
    for (std::uint32_t docid = 1; docid <= kArticles; ++docid) {
      if (collection_->random.number(0, 2) == 0) continue;
      set.add(docid);
      const ArticleRecord& article = collection_->articles[docid - 1];
      if (!article.localities.empty()) {
        for (const auto& code : article.localities.front().codes) ++places[code];
      }
      for (const auto& official : article.officials) ++officials[official.id];
      undated += article.published ? 0 : 1;
      if (!article.published) continue;
      const std::string iso = to_iso_date(*article.published);
      ++years[iso.substr(0, 4)];
      if (iso.size() > 4) ++months[iso.substr(0, 7)];
    }
    std::map<std::string, std::uint64_t> counted;
    for (const auto& unit :
         columns.localities().count(set, gazetteer::System::kThreeLevel, Places::kMain)) {
      counted[unit.code] = unit.count;
    }
    EXPECT_EQ(counted, places);
    EXPECT_EQ(to_map(columns.officials().count(set)), officials);
    const DateCounts dates = columns.count_dates(set);
    EXPECT_EQ(by_prefix(dates, 4), years);
    EXPECT_EQ(by_prefix(dates, 7), months);
    EXPECT_EQ(dates.undated, undated);
  }
}

TEST_F(MatchSetTest, ColumnsSortByDateWithTheUndatedLast) {
  const FacetColumns columns =
      FacetColumns::read(collection_->database, testing::shipped_gazetteer(), {}).value();
  Roaring all;
  all.addRange(1, kArticles + 1);
  for (const bool newest_first : {true, false}) {
    const auto docids = columns.sorted_by_date(all, newest_first, kArticles);
    ASSERT_EQ(docids.size(), static_cast<std::size_t>(kArticles));
    for (std::size_t i = 1; i < docids.size(); ++i) {
      const auto a =
          schema::date_value(collection_->articles[docids[i - 1] - 1].published).substr(0, 8);
      const auto b =
          schema::date_value(collection_->articles[docids[i] - 1].published).substr(0, 8);
      if (a == b) {
        EXPECT_LT(docids[i - 1], docids[i]);
      } else {
        EXPECT_TRUE(b.empty() || (!a.empty() && (newest_first ? a > b : a < b)));
      }
    }
    const auto few = columns.sorted_by_date(all, newest_first, 7);
    EXPECT_EQ(few, std::vector(docids.begin(), docids.begin() + 7));
  }
}

}  // namespace
}  // namespace tinlang::search
