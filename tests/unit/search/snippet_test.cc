#include "searchd/search/snippet.h"

#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "searchd/search/marker.h"
#include "tests/support/shipped_data.h"

namespace tinlang::search {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

// The code points of `text` as strings.
std::vector<std::string> code_points(const std::string& text) {
  std::vector<std::string> points;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) points.emplace_back();
    points.back() += c;
  }
  return points;
}

// What a reader sees marked.
std::vector<std::string> marked_words(const MarkedText& marked) {
  const auto points = code_points(marked.text);
  std::vector<std::string> words;
  std::size_t end = 0;
  for (const Highlight& highlight : marked.highlights) {
    EXPECT_LT(highlight.begin, highlight.end);
    EXPECT_LE(end, highlight.begin) << "not in order or not disjoint";
    EXPECT_LE(highlight.end, points.size());
    end = highlight.end;
    words.emplace_back();
    for (auto i = highlight.begin; i < std::min(end, points.size()); ++i) words.back() += points[i];
  }
  return words;
}

// Byte offsets between user-perceived characters, the ends of `text` too.
std::set<std::size_t> grapheme_ends(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* source =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaks->setText(source, status);
  std::set<std::size_t> ends;
  for (auto at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    ends.insert(static_cast<std::size_t>(at));
  }
  utext_close(source);
  return ends;
}

class SnippetTest : public ::testing::Test {
 protected:
  std::vector<std::string> marked(std::string_view question, std::string_view text) {
    const Question parsed = parse_question(question, analyzer_, abbreviations_);
    return marked_words(mark_text(text, Marker(parsed), analyzer_));
  }
  std::vector<MarkedText> passages(std::string_view question, std::string_view body) {
    const Question parsed = parse_question(question, analyzer_, abbreviations_);
    return best_passages(body, Marker(parsed), analyzer_);
  }

 private:
  text::Analyzer analyzer_ = *text::Analyzer::create();
  const text::Abbreviations& abbreviations_ = testing::shipped_abbreviations();
};

TEST_F(SnippetTest, MarksAWordWithMarksOnlyAsTyped) {
  EXPECT_THAT(marked("cầu", "Cầu, câu và CẦU"), ElementsAre("Cầu", "CẦU"));
}
TEST_F(SnippetTest, MarksAWordWithoutMarksHoweverItIsMarked) {
  EXPECT_THAT(marked("cau", "Cầu, câu và đường"), ElementsAre("Cầu", "câu"));
}
TEST_F(SnippetTest, MarksBothTonePlacements) {
  EXPECT_THAT(marked("uỷ", "Ủy ban, Uỷ viên, ủi"), ElementsAre("Ủy", "Uỷ"));
}
TEST_F(SnippetTest, MarksAPhraseOnlyInARowAndAsOneStretch) {
  EXPECT_THAT(marked("\"thác bạc\"", "Thác cao, bạc đầy. Thác Bạc. Thác. Bạc"),
              ElementsAre("Thác Bạc"));
}
TEST_F(SnippetTest, MarksTheFullFormOfAnAbbreviationOnlyInARow) {
  EXPECT_THAT(marked("NTM", "Thôn mới, nông dân; nông thôn mới"), ElementsAre("nông thôn mới"));
  EXPECT_THAT(marked("nông thôn mới", "xã NTM"), ElementsAre("NTM"));
}
TEST_F(SnippetTest, MarksADocumentNumberAsAWhole) {
  EXPECT_THAT(marked("123/QĐ-UBND", "số 123/QĐ-UBND, không phải 124/QĐ-UBND"),
              ElementsAre("123/QĐ-UBND"));
}
TEST_F(SnippetTest, DoesNotMarkWhatIsExcluded) {
  EXPECT_THAT(marked("cầu -thác", "cầu thác"), ElementsAre("cầu"));
}
TEST_F(SnippetTest, MarksNothingForTheEmptyQuestion) { EXPECT_THAT(marked("", "cầu"), IsEmpty()); }

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += i % 12 == 11 ? "lúa. " : "lúa ";
  return text;
}

TEST_F(SnippetTest, ShowsAShortParagraphWhole) {
  const auto shown = passages("thác", "Mở đầu.\n\nVề cầu Thác Bạc.\n\nKết thúc.");
  ASSERT_THAT(shown, SizeIs(1));
  EXPECT_EQ(shown[0].text, "Về cầu Thác Bạc.");
}
TEST_F(SnippetTest, PrefersThePassageWithMostDifferentWords) {
  const auto shown = passages("cầu thác bạc", "cầu cầu cầu cầu cầu.\n\ncầu Thác Bạc dài.");
  ASSERT_FALSE(shown.empty());
  EXPECT_TRUE(std::any_of(shown.begin(), shown.end(),
                          [](const auto& text) { return text.text == "cầu Thác Bạc dài."; }));
}
TEST_F(SnippetTest, SaysWhereItWasCut) {
  const auto shown = passages("thác", filler(100) + "thác " + filler(100));
  ASSERT_THAT(shown, SizeIs(1));
  EXPECT_THAT(shown[0].text, StartsWith("… "));
  EXPECT_THAT(shown[0].text, EndsWith(" …"));
  EXPECT_THAT(marked_words(shown[0]), ElementsAre("thác"));
}
TEST_F(SnippetTest, BeginsWithTheSentenceWhenItIsNear) {
  const auto shown = passages("thác", filler(100) + "hết. Nay về thác " + filler(100));
  ASSERT_THAT(shown, SizeIs(1));
  EXPECT_THAT(shown[0].text, StartsWith("… Nay về thác lúa"));
}
TEST_F(SnippetTest, GivesTwoEqualPassagesInReadingOrder) {
  const auto shown = passages("cầu thác", "thác một.\n\n" + filler(80) + "\n\nmột cầu.");
  ASSERT_THAT(shown, SizeIs(2));
  EXPECT_EQ(shown[0].text, "thác một.");
  EXPECT_EQ(shown[1].text, "một cầu.");
}
TEST_F(SnippetTest, GivesTheBetterPassageFirst) {
  const auto shown = passages("cầu thác", "thác một.\n\nHai.\n\nmột cầu thác.");
  ASSERT_THAT(shown, SizeIs(2));
  EXPECT_EQ(shown[0].text, "một cầu thác.");
}
TEST_F(SnippetTest, PrefersWordsSideBySideToScatteredOnes) {
  const auto shown = passages("thac bac", "Thác lớn, bạc trắng.\n\nVề thăm Thác Bạc.");
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(shown[0].text, "Về thăm Thác Bạc.");
}
TEST_F(SnippetTest, PrefersAWordThatTheArticleSeldomHas) {
  const auto shown = passages("xã cầu đường", "Xã A, đường B.\n\nXã C, đường D.\n\nXã E, cầu G.");
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(shown[0].text, "Xã E, cầu G.");
}
TEST_F(SnippetTest, PrefersAWordAsTypedToOneWithOtherMarks) {
  const auto shown = passages("ga ban", "Bàn về gà.\n\nTàu vào ga, ban sớm.");
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(shown[0].text, "Tàu vào ga, ban sớm.");
}
TEST_F(SnippetTest, MarksASlashedAbbreviationAndASquaredUnitWhole) {
  EXPECT_THAT(marked("T.Ư", "theo T/Ư, T.Ư và trung ương"),
              ElementsAre("T/Ư", "T.Ư", "trung ương"));
  EXPECT_THAT(marked("T/Ư", "theo T.Ư và TƯ"), ElementsAre("T.Ư", "TƯ"));
  EXPECT_THAT(marked("TƯ", "theo T/Ư"), ElementsAre("T/Ư"));
  EXPECT_THAT(marked("100 m2", "rộng 100㎡, 100 m² và 100m2"),
              ElementsAre("100", "㎡", "100", "m²", "100", "m2"));
  EXPECT_THAT(marked("㎡", "rộng 5 m2"), ElementsAre("m2"));
}
TEST_F(SnippetTest, ShowsTheBeginningWhenOnlyTheTitleMatches) {
  const auto shown = passages("thác", "\n\n" + filler(100) + "\n\nHết.");
  ASSERT_THAT(shown, SizeIs(1));
  EXPECT_THAT(shown[0].text, StartsWith("lúa lúa"));
  EXPECT_THAT(shown[0].text, EndsWith(" …"));
  EXPECT_THAT(shown[0].highlights, IsEmpty());
}
TEST_F(SnippetTest, HasNothingToShowOfABlankBody) {
  EXPECT_THAT(passages("thác", ""), IsEmpty());
  EXPECT_THAT(passages("thác", " \n\n "), IsEmpty());
}
TEST_F(SnippetTest, CutsInsideAWordOnlyWhenItAloneIsTooLong) {
  std::string endless;
  for (int i = 0; i < 500; ++i) endless += "ồế";
  const auto shown = passages("thác", endless);
  ASSERT_THAT(shown, SizeIs(1));
  EXPECT_EQ(code_points(shown[0].text).size(), kSnippetCodePoints + 2);
}

// Letters in pieces, flags and families of signs: neither a cut nor a highlight divides one.
TEST_F(SnippetTest, NeverDividesAGrapheme) {
  const std::vector<std::string> words = {
      "e\u0302\u0323", "hoa\u0300ng", "👩\u200D🌾", "🇻🇳🇻🇳",       "❤\uFE0F",
      "thác",          "cầu",         "xa\u0303", "한글",       "\u1112\u1161\u11AB",
      "T/Ư",           "㎡",          "H'leo",    "123/QĐ-UBND"};
  std::mt19937 random(9);
  const auto pick = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
  std::size_t cuts = 0;
  for (int round = 0; round < 300; ++round) {
    std::string body;
    for (std::size_t i = 40 + pick(200); i > 0; --i) {
      body += words[pick(words.size())] + (round % 3 == 0 || pick(4) > 0 ? "" : " ");
    }
    const auto ends = grapheme_ends(body);
    for (const MarkedText& passage : passages(words[pick(words.size())] + " thác", body)) {
      const auto points = code_points(passage.text);
      std::string text = passage.text;
      std::size_t lead = 0;
      if (text.starts_with("… ")) {
        text.erase(0, std::string_view("… ").size());
        lead = 2;
        ++cuts;
      }
      if (text.ends_with(" …")) {
        text.resize(text.size() - std::string_view(" …").size());
        ++cuts;
      }
      const auto at = body.find(text);
      ASSERT_NE(at, std::string::npos);
      EXPECT_TRUE(ends.contains(at)) << text;
      EXPECT_TRUE(ends.contains(at + text.size())) << text;
      for (const Highlight& highlight : passage.highlights) {
        for (const std::size_t point : {highlight.begin, highlight.end}) {
          std::size_t bytes = 0;
          for (std::size_t i = lead; i < point; ++i) bytes += points[i].size();
          EXPECT_TRUE(ends.contains(at + bytes)) << text << ' ' << point;
        }
      }
    }
  }
  EXPECT_GT(cuts, 100U);
}

TEST_F(SnippetTest, CutsALongWordAtASignThatIsNear) {
  std::string endless;
  for (int i = 0; i < 500; ++i) endless += "đường/";
  const auto shown = passages("thác", endless);
  ASSERT_THAT(shown, SizeIs(1));
  EXPECT_THAT(shown[0].text, EndsWith("đường/ …"));
}

// Whatever the text and the question: in bounds, in order, cut at spaces.
TEST_F(SnippetTest, KeepsItsPromisesOnRandomText) {
  const std::vector<std::string> words = {"xã", "thác",   "Bạc.", "cầu",           "(đường)", "NTM",
                                          "–",  "huyện,", "\n\n", "nông thôn mới", "“ủy”"};
  std::mt19937 random(7);
  const auto pick = [&](int most) {
    return static_cast<std::size_t>(std::uniform_int_distribution<int>(0, most - 1)(random));
  };
  for (int round = 0; round < 200; ++round) {
    std::string body;
    for (std::size_t i = pick(300); i > 0; --i) body += words[pick(11)] + " ";
    const std::string question = words[pick(8)] + " " + words[pick(8)];
    const auto shown = passages(question, body);
    ASSERT_LE(shown.size(), kMaxSnippets);
    for (const MarkedText& passage : shown) {
      marked_words(passage);
      std::string text = passage.text;
      if (text.starts_with("… ")) text = text.substr(std::string("… ").size());
      if (text.ends_with(" …")) text.resize(text.size() - std::string(" …").size());
      EXPECT_LE(code_points(text).size(), kSnippetCodePoints);
      EXPECT_THAT(text, Not(HasSubstr("\n")));
      // Between spaces.
      EXPECT_NE((" " + body).find(" " + text + " "), std::string::npos) << text;
    }
  }
}

}  // namespace
}  // namespace tinlang::search
