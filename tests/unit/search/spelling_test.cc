// "Did you mean": corrections and the promise that they find something.

#include "searchd/search/spelling.h"

#include <chrono>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "searchd/search/spelling_words.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"
#include "tests/support/small_index.h"

namespace tinlang::search {
namespace {

using schema::ArticleRecord;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::IsEmpty;
using testing::make_article;
using ::testing::Not;

std::vector<ArticleRecord> sample() {
  std::vector<ArticleRecord> articles = {
      make_article("a", "Hội nghị Ban Chấp hành Đảng bộ huyện Thanh Chương",
                   "Hội nghị do Ủy ban nhân dân huyện tổ chức. Nông thôn mới đổi thay."),
      make_article("b", "Thanh Chương ra quân", "Ủy ban nhân dân xã làm thành công đường mới."),
      make_article("c", "Xây dựng nông thôn mới", "Hội nghị nông thôn mới ở huyện. Nghi lễ."),
  };
  articles[0].localities = {{{"40", "428"}, {"Nghệ An", "Thanh Chương"}, true, 0.9}};
  return articles;
}

class SpellingTest : public ::testing::Test {
 protected:
  SpellingTest() { testing::write_index(folder_.path() / "index", sample()); }

  SearchPage ask(const SearchRequest& request) {
    const auto searcher = Searcher::open(folder_.path() / "index", testing::shipped_gazetteer(),
                                         testing::shipped_abbreviations());
    if (!searcher) throw std::runtime_error(searcher.error().message);
    auto page = searcher->search(request);
    if (!page) throw std::runtime_error(page.error().message);
    return *std::move(page);
  }

  std::string suggested(const std::string& question) {
    const auto page = ask({question, {}, {}, 0, 10, false, 20});
    if (!page.suggestion) return "";
    const auto corrected = ask({page.suggestion->text, {}, {}, 0, 10, false, 20});
    EXPECT_EQ(corrected.total, page.suggestion->total);
    EXPECT_GT(corrected.total, page.total);
    return page.suggestion->text;
  }

 private:
  testing::ScratchFolder folder_;
};

struct Slip {
  std::string name;
  std::string typed;
  std::string meant;
};

void PrintTo(const Slip& slip, std::ostream* out) { *out << slip.name; }

class Corrected : public SpellingTest, public ::testing::WithParamInterface<Slip> {};

TEST_P(Corrected, AsMeant) { EXPECT_EQ(suggested(GetParam().typed), GetParam().meant); }
INSTANTIATE_TEST_SUITE_P(
    Questions, Corrected,
    ::testing::Values(Slip{"Telex", "hooij nghij", "hội nghị"},
                      Slip{"TelexInPart", "thanh chuwowng", "thanh chương"},
                      Slip{"Vni", "ho65i nghi5", "hội nghị"},
                      Slip{"LettersSwapped", "nong thno moi", "nông thôn mới"},
                      Slip{"LetterMissing", "uy ban nhn dan", "ủy ban nhân dân"},
                      Slip{"LetterTooMany", "uyy ban nhan dan", "ủy ban nhân dân"},
                      Slip{"OtherLetter", "hoi nghj", "hội nghị"},
                      Slip{"WrongMark", "hối nghị", "hội nghị"},
                      Slip{"InsideQuotes", "\"nong thno\" moi", "\"nông thôn\" mới"},
                      Slip{"Capital", "Thanh Chuong nong thno", "Thanh Chương nông thôn"}),
    [](const auto& test) { return test.param.name; });

TEST_F(SpellingTest, LeavesAQuestionAloneThatIsAnswered) {
  for (const char* question : {"", "hoi nghi", "hội nghị", "nông thôn mới", "thanh chuong"}) {
    EXPECT_EQ(suggested(question), "") << question;
  }
}

TEST_F(SpellingTest, SuggestsNothingThatFindsNothing) {
  for (const char* question :
       {"zzkhongco", "covid19 2025", "hội nghị zzkhongco", "123/QĐ-UBND", "-hooij", "\"", "***"}) {
    EXPECT_EQ(suggested(question), "") << question;
  }
}

TEST_F(SpellingTest, CountsWithinTheFilters) {
  SearchRequest request{"hooij nghij", {}, {}, 0, 10, false, 20};
  request.filters.localities = {"428"};
  const auto inside = ask(request);
  ASSERT_TRUE(inside.suggestion);
  EXPECT_EQ(inside.suggestion->total, 1U);
  request.filters.localities = {"38"};
  EXPECT_FALSE(ask(request).suggestion);
}

TEST_F(SpellingTest, DoubtsAKnownWordOnlyWhenNothingIsFound) {
  // "thành" is a word of the archive, but never before this one.
  EXPECT_EQ(suggested("\"thành chương\""), "\"thanh chương\"");
}

TEST_F(SpellingTest, TakesLittleTimeForAnyQuestion) {
  std::string many;
  while (many.size() + 6 < kMaxQuestionBytes) many += "hooij ";
  const auto begin = std::chrono::steady_clock::now();
  suggested(many);
  suggested(std::string(kMaxQuestionBytes, 'a'));
  suggested("nhx qqa wsz lkj ooo uyt rtg bnm pou kjh aas ddf ggh hhj qwe rty uio pas dfg hjk lzx");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(SpellingWords, KeepWhatIsNotToBeCorrected) {
  const auto words = read_words("hooij -bor site:abc.vn 123/QD nong* OR 2023 don");
  std::vector<std::string> free;
  for (const auto& word : words) {
    if (!word.fixed) free.push_back(word.folded);
  }
  EXPECT_THAT(free, ::testing::ElementsAre("hooij", "don"));
}

TEST(SpellingWords, AreReplacedInPlace) {
  const std::string question = "\"nong thno\",  moi!";
  const auto words = read_words(question);
  ASSERT_EQ(words.size(), 3U);
  const std::vector<std::string> texts = {"", "thôn", "mới"};
  EXPECT_EQ(rewritten(question, words, texts), "\"nong thôn\",  mới!");
  EXPECT_TRUE(words[1].follows);
  EXPECT_FALSE(words[2].follows);
}

TEST(OneSlipAway, HasEachKindOfSlipOnceAndNoForeignSyllable) {
  const auto all = one_slip_away("thno");
  EXPECT_THAT(all, AllOf(Contains("thon"), Contains("tho"), Contains("theo")));
  EXPECT_THAT(all, AllOf(Not(Contains("thno")), Not(Contains("thnoo"))));
  EXPECT_THAT(one_slip_away("nhn"), Contains("nhan"));
  EXPECT_THAT(one_slip_away("nghj"), Contains("nghi"));
  EXPECT_THAT(one_slip_away("uyy"), Contains("uy"));
  EXPECT_THAT(one_slip_away(""), IsEmpty());
  EXPECT_THAT(one_slip_away(std::string(1'000, 'a')), IsEmpty());
}

}  // namespace
}  // namespace tinlang::search
