#include "searchd/search/match_set.h"

#include <algorithm>
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
#include "searchd/search/word_forms.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"

namespace tinlang::search {
namespace {

using schema::ArticleRecord;
using Docids = std::set<std::uint32_t>;

constexpr int kArticles = 150;
constexpr int kQuestions = 400;

// Few words, so that questions match; several are one without their marks.
const std::vector<std::string> kWords = {"xã",  "xa",  "mới",   "moi",  "nông",  "thôn", "NTM",
                                         "cầu", "câu", "đường", "2023", "huyện", "HĐND"};

// Whether a text answers a question, read word by word from the tree.
class Judge {
 public:
  explicit Judge(const std::vector<text::AnalyzedText>& texts) : texts_(texts) {}

  bool matches(const Question& question) const {
    const auto holds = [this](const Node& node) { return matches(node); };
    return std::all_of(question.required.begin(), question.required.end(), holds) &&
           std::none_of(question.excluded.begin(), question.excluded.end(), holds);
  }
  bool matches(const Node& node) const {
    const auto holds = [this](const Node& child) { return matches(child); };
    switch (node.kind) {
      case NodeKind::kWord:
        return has_row(node.words, false, node.title);
      case NodeKind::kAdjacent:
        return has_neighbours(node);
      case NodeKind::kPhrase:
        // Positions run on over the end of a sentence, pairs do not: both must agree.
        return has_neighbours(node) && has_row(node.words, true, node.title);
      case NodeKind::kNumber:
        return has_number(node.number);
      case NodeKind::kTerms:
        return false;  // no question of these tests has one
      case NodeKind::kAll:
        return std::all_of(node.children.begin(), node.children.end(), holds) &&
               std::none_of(node.excluded.begin(), node.excluded.end(), holds);
      case NodeKind::kEither:
      case NodeKind::kAny:
        return std::any_of(node.children.begin(), node.children.end(), holds);
    }
    return false;
  }

 private:
  // The title is the first of the texts.
  bool has_row(const std::vector<Word>& row, bool over_sentences = false,
               bool in_title = false) const {
    return std::any_of(texts_.begin(), in_title ? texts_.begin() + 1 : texts_.end(),
                       [&](const auto& text) {
                         const auto& tokens = text.tokens;
                         for (std::size_t at = 0; at + row.size() <= tokens.size(); ++at) {
                           std::size_t i = 0;
                           while (i < row.size() && answers(tokens[at + i], row[i]) &&
                                  (i == 0 || over_sentences || tokens[at + i].follows)) {
                             ++i;
                           }
                           if (i == row.size()) return true;
                         }
                         return false;
                       });
  }
  // Each word, and each pair, somewhere.
  bool has_neighbours(const Node& node) const {
    return std::all_of(node.words.begin(), node.words.end(),
                       [this](const Word& word) { return has_row({word}); }) &&
           std::all_of(node.pairs.begin(), node.pairs.end(),
                       [this](const std::string& pair) { return has_pair(pair); });
  }
  bool has_pair(const std::string& pair) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const auto& text) {
      const auto& tokens = text.tokens;
      for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].follows && bigram_key(tokens[i - 1], tokens[i]) == pair) return true;
      }
      return false;
    });
  }
  bool has_number(const std::string& number) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const auto& text) {
      return std::any_of(text.document_numbers.begin(), text.document_numbers.end(),
                         [&](const auto& found) { return found.number == number; });
    });
  }

  const std::vector<text::AnalyzedText>& texts_;
};

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
      switch (number(0, 9)) {
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
  }
  static void TearDownTestSuite() {
    delete collection_;
    collection_ = nullptr;
  }

  static Question parse(const std::string& text) {
    Question question = parse_question(text, collection_->analyzer, collection_->abbreviations);
    resolve(question, collection_->database);
    return question;
  }

  static Docids judged(const Question& question) {
    Docids docids;
    for (std::uint32_t i = 0; i < collection_->texts.size(); ++i) {
      if (Judge(collection_->texts[i]).matches(question)) docids.insert(i + 1);
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
    ASSERT_EQ(to_docids(match_sets(collection_->database, question, {}).question), expected)
        << text;
    some += !expected.empty() && expected.size() < kArticles ? 1 : 0;
  }
  EXPECT_GT(some, kQuestions / 4);
}

TEST_F(MatchSetTest, IsWhatTheMatcherFinds) {
  for (int i = 0; i < kQuestions; ++i) {
    const std::string text = collection_->random.question();
    const Question question = parse(text);
    Filters filters;
    if (i % 2 == 0) filters.localities = {"428", "38"};
    if (i % 3 == 0) filters.officials = {"o-1", "o-2"};
    if (i % 5 == 0) filters.from = calendar::make_month(2021, 3);
    if (i % 7 == 0) filters.sites = {i % 2 == 0 ? "gov.vn" : "b.gov.vn"};
    const FilterTerms terms = filter_terms(filters);
    const MatchSets sets = match_sets(collection_->database, question, terms);
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
      const Judge judge(collection_->texts[n]);
      const auto holds = [&](const Node& node) { return judge.matches(node); };
      const auto held = std::count_if(question.required.begin(), question.required.end(), holds);
      const bool excluded = std::any_of(question.excluded.begin(), question.excluded.end(), holds);
      if (held > 0 && 2 * static_cast<std::size_t>(held) >= question.required.size() && !excluded &&
          !full.contains(n + 1)) {
        expected.insert(n + 1);
      }
    }
    if (question.required.size() < 2) expected.clear();
    const Roaring all = match_sets(collection_->database, question, {}).question;
    ASSERT_EQ(to_docids(partial_matches(collection_->database, question, all)), expected) << text;
  }
}

std::map<std::string, std::uint64_t> to_map(const std::vector<ValueCount>& counts) {
  std::map<std::string, std::uint64_t> result;
  for (const auto& [value, count] : counts) result[value] = count;
  return result;
}

TEST_F(MatchSetTest, ColumnsCountWhatTheArticlesSay) {
  const FacetColumns columns = FacetColumns::read(collection_->database);
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
    EXPECT_EQ(to_map(columns.count_localities(set)), places);
    EXPECT_EQ(to_map(columns.count_officials(set)), officials);
    const DateCounts dates = columns.count_dates(set);
    EXPECT_EQ(to_map(dates.years), years);
    EXPECT_EQ(to_map(dates.months), months);
    EXPECT_EQ(dates.undated, undated);
  }
}

TEST_F(MatchSetTest, ColumnsSortByDateWithTheUndatedLast) {
  const FacetColumns columns = FacetColumns::read(collection_->database);
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
