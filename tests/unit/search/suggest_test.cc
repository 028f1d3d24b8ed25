// Completions of a question that is being typed.

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "searchd/search/suggest_index.h"
#include "searchd/search/suggest_typed.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"

namespace tinlang::search {
namespace {

using schema::ArticleRecord;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using testing::make_article;
using ::testing::Not;
using ::testing::StartsWith;

ArticleRecord named(ArticleRecord article, const std::string& id, const std::string& name,
                    const std::string& post) {
  article.officials.push_back({id, name, {{post, "", "", false}}});
  return article;
}

std::vector<ArticleRecord> sample() {
  std::vector<ArticleRecord> articles = {
      named(make_article("a", "Hội nghị tổng kết", "Hội nghị bàn về nông thôn mới ở Thanh Giang."),
            "duong-1", "Nguyễn Hải Dương", "Bí thư Huyện ủy"),
      named(make_article("b", "Ra quân làm đường", "Hội nghị nông thôn tại xã Thanh Giang."),
            "duong-1", "Nguyễn Hải Dương", "Bí thư Huyện ủy"),
      named(
          make_article("c", "Nguyên liệu cho làng nghề", "Nông thôn đổi mới, hội nghị thành công."),
          "nguyen-2", "Lê Thảo Nguyên", "Chủ tịch UBND xã"),
  };
  articles[0].localities = {{{"40", "428"}, {"Nghệ An", "Thanh Chương"}, true, 0.9}};
  articles[1].localities = {{{"40"}, {"Nghệ An"}, true, 0.9}};
  articles[0].published = calendar::make_day(2023, 5, 8);
  articles[2].published = calendar::make_day(2024, 1, 2);
  return articles;
}

class SuggestTest : public ::testing::Test {
 protected:
  SuggestTest() { testing::write_index(folder_.path() / "index", sample()); }

  std::vector<Suggestion> suggest(const std::string& question, std::size_t limit = 8) {
    if (!searcher_) {
      auto opened = Searcher::open(folder_.path() / "index", testing::shipped_gazetteer(),
                                   testing::shipped_abbreviations());
      if (!opened) throw std::runtime_error(opened.error().message);
      searcher_.emplace(*std::move(opened));
    }
    auto page = searcher_->suggest(question, limit);
    if (!page) throw std::runtime_error(page.error().message);
    return page->suggestions;
  }

  std::vector<std::string> texts(const std::string& question, SuggestKind kind) {
    std::vector<std::string> found;
    for (const auto& suggestion : suggest(question)) {
      if (suggestion.kind == kind) found.push_back(suggestion.text);
    }
    return found;
  }

 private:
  testing::ScratchFolder folder_;
  std::optional<Searcher> searcher_;
};

TEST_F(SuggestTest, CompletesAnOfficialFromAnyPartOfTheName) {
  for (const char* typed : {"nguyen", "Nguyễn h", "hải dư", "duong", "NGUYEN HAI DUONG"}) {
    EXPECT_THAT(texts(typed, SuggestKind::kOfficial), ::testing::Contains("Nguyễn Hải Dương"))
        << typed;
  }
  const auto found = suggest("hai duong");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().value, "duong-1");
  EXPECT_EQ(found.front().detail, "Bí thư Huyện ủy");
  EXPECT_EQ(found.front().count, 2U);
}

TEST_F(SuggestTest, PutsTheOfficialOfMoreArticlesFirst) {
  EXPECT_THAT(texts("nguyen", SuggestKind::kOfficial),
              ElementsAre("Nguyễn Hải Dương", "Lê Thảo Nguyên"));
}

TEST_F(SuggestTest, HonoursMarksThatWereTyped) {
  EXPECT_THAT(texts("nguyễn", SuggestKind::kOfficial), ElementsAre("Nguyễn Hải Dương"));
  EXPECT_THAT(texts("hài du", SuggestKind::kOfficial), IsEmpty());
  // The mark of the last word may be still to come, that of a finished one is not.
  EXPECT_THAT(texts("thảo nguy", SuggestKind::kOfficial), ElementsAre("Lê Thảo Nguyên"));
  EXPECT_THAT(texts("nguyên h", SuggestKind::kOfficial), IsEmpty());
}

TEST_F(SuggestTest, CompletesPlacesThatOccurOnly) {
  const auto found = suggest("thanh ch");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().kind, SuggestKind::kLocality);
  EXPECT_EQ(found.front().text, "Thanh Chương");
  EXPECT_EQ(found.front().value, "428");
  EXPECT_EQ(found.front().detail, "huyện, Nghệ An");
  EXPECT_THAT(texts("ha noi", SuggestKind::kLocality), IsEmpty());
}

TEST_F(SuggestTest, CompletesThePhraseAtTheEndInTheSpellingOfTheArchive) {
  EXPECT_THAT(texts("hoi", SuggestKind::kPhrase), ElementsAre("hội nghị"));
  EXPECT_THAT(texts("bàn về nong t", SuggestKind::kPhrase), ElementsAre("bàn về nông thôn"));
  EXPECT_THAT(texts("bàn về nong", SuggestKind::kPhrase), ElementsAre("bàn về nông thôn"));
  EXPECT_THAT(texts("nong ", SuggestKind::kPhrase), ElementsAre("nông thôn"));
}

TEST_F(SuggestTest, WritesAPhraseThatIsANameWithCapitals) {
  EXPECT_THAT(texts("thanh gi", SuggestKind::kPhrase), ElementsAre("Thanh Giang"));
}

TEST_F(SuggestTest, CompletesTitlesFromAnyWord) {
  EXPECT_THAT(texts("lam duo", SuggestKind::kTitle), ElementsAre("Ra quân làm đường"));
}

TEST_F(SuggestTest, ListsKindsInTheirOrderWithinTheLimit) {
  const auto found = suggest("nguyen", 2);
  ASSERT_EQ(found.size(), 2U);
  const auto all = suggest("n", 20);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                             [](const auto& a, const auto& b) { return a.kind < b.kind; }));
}

TEST_F(SuggestTest, HasNothingForNothing) {
  for (const char* typed : {"", "   ", "\"", "***", "zzz", "?!"}) {
    EXPECT_THAT(suggest(typed), IsEmpty()) << typed;
  }
  std::string many;
  for (int i = 0; i < 500; ++i) many += "a ";
  EXPECT_THAT(suggest(many), IsEmpty());
}

TEST(SuggestIndex, OffersWhatSortingEverythingWould) {
  std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed): the same test each time
  const auto below = [&](unsigned n) { return static_cast<std::size_t>(random() % n); };
  std::vector<SuggestIndex::Key> keys;
  for (int i = 0; i < 500; ++i) {
    std::string key;
    for (std::size_t word = 0, words = 1 + below(4); word < words; ++word) {
      if (word > 0) key += ' ';
      for (std::size_t letter = 0, size = 1 + below(3); letter < size; ++letter) {
        key += static_cast<char>('a' + below(3));
      }
    }
    keys.push_back({key, below(50)});
  }
  const auto index = SuggestIndex::build(keys, 3);
  for (const std::string prefix : {"", "a", "ab", "abc", "b a", "c ", "ca c", "zz"}) {
    std::multimap<std::uint64_t, std::pair<std::size_t, std::size_t>, std::greater<>> expected;
    for (std::size_t entry = 0; entry < keys.size(); ++entry) {
      std::size_t byte = 0;
      for (std::size_t word = 0; word < 3; ++word) {
        if (keys[entry].folded.compare(byte, prefix.size(), prefix) == 0) {
          expected.emplace(keys[entry].weight, std::pair(entry, word));
        }
        byte = keys[entry].folded.find(' ', byte);
        if (byte++ == std::string::npos) break;
      }
    }
    std::vector<std::uint64_t> weights;
    std::vector<std::pair<std::size_t, std::size_t>> offered;
    index.for_each(prefix, 10'000, [&](std::size_t entry, std::size_t word) {
      weights.push_back(keys[entry].weight);
      offered.emplace_back(entry, word);
      return true;
    });
    std::vector<std::uint64_t> expected_weights;
    std::vector<std::pair<std::size_t, std::size_t>> expected_entries;
    for (const auto& [weight, entry] : expected) {
      expected_weights.push_back(weight);
      expected_entries.push_back(entry);
    }
    EXPECT_EQ(weights, expected_weights) << prefix;
    EXPECT_THAT(offered, ::testing::UnorderedElementsAreArray(expected_entries)) << prefix;
  }
}

TEST(SuggestIndex, StopsWhereItIsTold) {
  const auto index = SuggestIndex::build({{"an", 1}, {"anh", 3}, {"anh an", 2}}, 4);
  std::vector<std::size_t> offered;
  index.for_each("an", 2, [&](std::size_t entry, std::size_t) {
    offered.push_back(entry);
    return true;
  });
  EXPECT_THAT(offered, ElementsAre(1, 2));
  offered.clear();
  index.for_each("an", 10, [&](std::size_t entry, std::size_t) {
    offered.push_back(entry);
    return false;
  });
  EXPECT_THAT(offered, ElementsAre(1));
  SuggestIndex::build({}, 4).for_each("a", 10, [](std::size_t, std::size_t) {
    ADD_FAILURE() << "there is nothing to offer";
    return true;
  });
}

}  // namespace
}  // namespace tinlang::search
