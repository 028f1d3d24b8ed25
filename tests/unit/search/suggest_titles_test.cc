// Headlines that are asked of the index, compared with a search through all of them.

#include "searchd/search/suggest_titles.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/text/analyzer.h"
#include "indexer/writer/document_builder.h"
#include "searchd/search/suggest_tables.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"

namespace tinlang::search {
namespace {

using schema::ArticleRecord;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_article;

// Words that share letters, marks or beginnings, and some that the analyzer takes apart.
constexpr auto kWords = std::to_array<std::string_view>(
    {"hội",  "hối",   "hoi",  "nghị", "nghĩ",  "nghe",  "Đảng", "đáng", "dang",
     "xã",   "xa",    "Á",    "A1",   "14h30", "VH-XH", "2024", "20",   "H'leo",
     "nông", "thôn:", "mới,", "50ha", "ủy",    "uỷ",    "ban"});

// Articles as the index keeps them, in memory: of many only titles and dates are written.
struct Archive {
  explicit Archive(std::vector<ArticleRecord> articles_to_write)
      : articles(std::move(articles_to_write)) {
    auto analyzer = text::Analyzer::create();
    for (const ArticleRecord& article : articles) {
      database.add_document(writer::build_document(article, *analyzer));
    }
    database.commit();
    columns = FacetColumns::read(database, testing::shipped_gazetteer(), {}).value();
    words = TitleWords::read(database);
    hot = HotTerms::read(database);
  }

  TitleSources sources() const { return {database, hot, columns}; }

  std::vector<std::string> complete(const std::string& typed, std::size_t limit,
                                    const Roaring& without = {}) const {
    std::vector<std::string> titles;
    for (const auto& found : words.complete(read_typed(typed), limit, without, sources())) {
      titles.push_back(found.text);
    }
    return titles;
  }

  // Searches every title; the articles are given newest first.
  std::vector<std::string> search(const std::string& typed, std::size_t limit) const {
    std::vector<std::string> titles;
    for (const ArticleRecord& article : articles) {
      const bool has = find_typed(read_typed(typed), article.title) != std::string_view::npos;
      if (has && titles.size() < limit) titles.push_back(article.title);
    }
    return titles;
  }

  std::vector<ArticleRecord> articles;
  Xapian::WritableDatabase database{std::string(), Xapian::DB_BACKEND_INMEMORY};
  FacetColumns columns;
  TitleWords words;
  HotTerms hot;
};

class Titles {
 public:
  std::vector<ArticleRecord> articles(std::size_t count, std::size_t words) {
    std::vector<ArticleRecord> all;
    for (std::size_t i = 0; i < count; ++i) {
      std::string title;
      for (std::size_t word = 0; word < words; ++word) {
        title += (word > 0 ? " " : "") + std::string(kWords[below(kWords.size())]);
      }
      all.push_back(make_article(std::to_string(i), title, "hội nghị bàn"));
      all.back().published = calendar::make_day(2024 - static_cast<int>(i / 28), 1,
                                                static_cast<unsigned>(28 - i % 28));
    }
    return all;
  }

  // Some words in a row of `title`, the last one perhaps cut.
  std::string piece(const std::string& title) {
    std::size_t begin = title.find(' ', below(title.size()));
    begin = begin == std::string::npos ? 0 : begin + 1;
    std::size_t end = begin + 1 + below(title.size() - begin);
    while (end < title.size() && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U) ++end;
    return title.substr(begin, end - begin);
  }

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

 private:
  std::mt19937 random_{11};  // NOLINT(bugprone-random-generator-seed): the same test each time
};

TEST(TitleWords, FindWhatSearchingEveryTitleDoes) {
  Titles titles;
  const Archive archive(titles.articles(TitleWords::kMostTitles, 7));
  std::size_t found = 0;
  for (int i = 0; i < 300; ++i) {
    const auto& title = archive.articles[titles.below(archive.articles.size())].title;
    std::string typed = titles.piece(title);
    if (i % 3 == 0) typed = folded_words(typed) + (i % 2 == 0 ? " " : "");
    const auto expected = archive.search(typed, 5);
    ASSERT_EQ(archive.complete(typed, 5), expected) << typed;
    found += expected.size();
  }
  EXPECT_GT(found, 250U);
}

// Nearly all titles have the words, so that only those side by side can be looked at.
TEST(TitleWords, FindATitleTypedToItsEndAmongManyWithItsWords) {
  Titles titles;
  const Archive archive(titles.articles(1'000, 11));
  for (std::size_t i = 0; i < archive.articles.size(); i += 50) {
    const std::string& title = archive.articles[i].title;
    EXPECT_THAT(archive.complete(title.substr(0, title.find_last_not_of(",:") + 1), 5),
                Contains(title));
    EXPECT_THAT(archive.complete(folded_words(title), 5), Contains(title));
  }
}

TEST(SuggestTables, CompleteTitlesOlderThanThoseInMemory) {
  std::vector<ArticleRecord> articles;
  for (std::size_t i = 0; i < SuggestTables::kMostTitles + 20; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(make_article("n" + number, "Bản tin số " + number, ""));
    articles.back().published = calendar::make_day(2024, 1, 1);
  }
  articles[0].title = "Khánh thành cầu Thác Bạc ở xã Thanh Giang";
  articles[1].title = "Về cầu Thác Bạc";
  articles[0].published = calendar::make_day(2009, 1, 2);
  articles[1].published = calendar::make_day(2011, 1, 2);
  const Archive archive(articles);
  auto analyzer = text::Analyzer::create();
  const Readings readings = Readings::read(archive.database, *analyzer);
  const auto tables = SuggestTables::read(
      {archive.database, testing::shipped_gazetteer(), archive.columns, readings});
  const auto titles = [&](const char* typed) {
    std::vector<std::string> found;
    for (const auto& suggestion : tables.suggest(typed, 8, archive.sources())) {
      if (suggestion.kind == SuggestKind::kTitle) found.push_back(suggestion.text);
    }
    return found;
  };
  for (const char* typed :
       {"khanh thanh c", "Thác Bạc ở x", "khánh thành cầu thác bạc ở xã thanh gi"}) {
    EXPECT_THAT(titles(typed), ElementsAre(articles[0].title)) << typed;
  }
  EXPECT_THAT(titles("thac ba"), ElementsAre(articles[1].title, articles[0].title));
  EXPECT_THAT(titles("thạc ba"), IsEmpty());
  EXPECT_THAT(titles("bac thac"), IsEmpty());
}

TEST(TitleWords, LeaveOutWhatIsInMemory) {
  const Archive archive({make_article("a", "Cầu Thác Bạc", ""), make_article("b", "Cầu Thác", "")});
  EXPECT_THAT(archive.complete("cau th", 5), ElementsAre("Cầu Thác Bạc", "Cầu Thác"));
  EXPECT_THAT(archive.complete("cau th", 5, Roaring::bitmapOf(1, 1)), ElementsAre("Cầu Thác"));
  EXPECT_THAT(archive.complete("cau th", 1), ElementsAre("Cầu Thác Bạc"));
}

TEST(TitleWords, FindWordsThatTheAnalyzerReadsOtherwise) {
  const Archive archive({make_article("a", "Thu 8.046 tấn thóc", "")});
  EXPECT_THAT(archive.complete("thu 8.046 t", 5), ElementsAre("Thu 8.046 tấn thóc"));
  EXPECT_THAT(archive.complete("thu 8.047 t", 5), IsEmpty());
}

TEST(TitleWords, HaveNothingForNothing) {
  const Archive archive({make_article("a", "Cầu Thác Bạc", "")});
  for (const char* typed : {"", " ", "zzz zz", "?!"}) {
    EXPECT_THAT(archive.complete(typed, 5), IsEmpty()) << typed;
  }
}

// A title of two words of which each is in nearly all others: what may be read is bounded.
TEST(TitleWords, ReadNoMoreThanTheyMay) {
  std::vector<ArticleRecord> articles;
  for (int i = 0; i < 300; ++i) {
    articles.push_back(make_article(std::to_string(i), "ủy thác ban", "hội nghị"));
  }
  const Archive archive(articles);
  EXPECT_THAT(archive.complete("uy ban", 5), IsEmpty());
  EXPECT_EQ(archive.complete("uy thac b", 300).size(), TitleWords::kMostTitles);
}

struct TypedCase {
  const char* name;
  std::string typed;
  std::string title;
  std::size_t word;
};

void PrintTo(const TypedCase& test, std::ostream* out) { *out << test.name; }

class FindTypedTest : public ::testing::TestWithParam<TypedCase> {};

TEST_P(FindTypedTest, GivesTheFirstWord) {
  EXPECT_EQ(find_typed(read_typed(GetParam().typed), GetParam().title), GetParam().word);
}

constexpr std::size_t kNowhere = std::string_view::npos;
INSTANTIATE_TEST_SUITE_P(
    Titles, FindTypedTest,
    ::testing::Values(TypedCase{"Beginning", "hoi ng", "Hội nghị nông thôn", 0},
                      TypedCase{"Middle", "nghị nô", "Hội nghị nông thôn", 1},
                      TypedCase{"TheSecondTime", "xa moi", "Xã cũ, xã mới", 2},
                      TypedCase{"MarksTyped", "hối ng", "Hội nghị, hối nghị", 2},
                      TypedCase{"OtherMarks", "hối ng", "Hội nghị", kNowhere},
                      TypedCase{"InsideAWord", "oi ng", "Hội nghị", kNowhere},
                      TypedCase{"FinishedWordMustEnd", "hoi ngh ", "Hội nghị nông", kNowhere},
                      TypedCase{"NotInARow", "hoi nong", "Hội nghị nông thôn", kNowhere},
                      TypedCase{"AfterTheWordsLookedAt", "moi", "a b c d e f g h i k l m mới",
                                kNowhere}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tinlang::search
