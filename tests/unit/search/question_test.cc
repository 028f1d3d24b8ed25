#include "searchd/search/question.h"

#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/shipped_data.h"

namespace tinlang::search {
namespace {

using ::testing::ElementsAre;

// A tree as one line: words as typed keys (C when marked, F when not),
// a* prefix, [a b] adjacent, "a b" phrase, #n number, {t} terms, (a b -c) all,
// (a | b) any, (a / b) either, t: before what is sought in the title.
std::string shown(const Node& node);

std::string joined(const std::vector<Node>& nodes, const std::string& separator) {
  std::string line;
  for (const Node& node : nodes) line += (line.empty() ? "" : separator) + shown(node);
  return line;
}

std::string words_of(const Node& node) {
  std::string line;
  for (const Word& word : node.words) {
    line += (line.empty() ? "" : " ") + (word.marked ? word.canonical : word.folded);
    if (word.prefix) line += '*';
  }
  return line;
}

std::string terms_of(const Node& node) {
  std::string line;
  for (const std::string& term : node.terms) line += (line.empty() ? "" : " ") + term;
  return "{" + line + "}";
}

std::string excluded_of(const std::vector<Node>& nodes) {
  std::string line;
  for (const Node& node : nodes) line += " -" + shown(node);
  return line;
}

std::string shown(const Node& node) {
  if (node.title) {
    Node untitled = node;
    untitled.title = false;
    return "t:" + shown(untitled);
  }
  switch (node.kind) {
    case NodeKind::kWord:
      return words_of(node);
    case NodeKind::kAdjacent:
      return "[" + words_of(node) + "]";
    case NodeKind::kPhrase:
      return "\"" + words_of(node) + "\"";
    case NodeKind::kNumber:
      return "#" + node.number;
    case NodeKind::kAll:
      return "(" + joined(node.children, " ") + excluded_of(node.excluded) + ")";
    case NodeKind::kTerms:
      return terms_of(node);
    case NodeKind::kFiled:
      return "<" + words_of(node) + ">" + shown(node.children.front()) + terms_of(node);
    case NodeKind::kEither:
      return "(" + joined(node.children, " / ") + ")";
    case NodeKind::kAny:
      return "(" + joined(node.children, " | ") + ")";
  }
  return "?";
}

std::string shown(const Question& question) {
  std::string line = joined(question.required, " ");
  line += excluded_of(question.excluded);
  for (const Node& node : question.restricting) line += " +" + shown(node);
  return line;
}

class QuestionFixture : public ::testing::Test {
 protected:
  Question parse(std::string_view text, const ReadingRules& reading = {}) {
    return parse_question(text, analyzer_, abbreviations_, reading);
  }

 private:
  text::Analyzer analyzer_ = *text::Analyzer::create();
  const text::Abbreviations& abbreviations_ = testing::shipped_abbreviations();
};

struct QuestionCase {
  std::string name;
  std::string text;
  std::string tree;
};

void PrintTo(const QuestionCase& test, std::ostream* out) { *out << test.name; }

class QuestionTest : public QuestionFixture, public ::testing::WithParamInterface<QuestionCase> {};

TEST_P(QuestionTest, IsReadAsTheTree) { EXPECT_EQ(shown(parse(GetParam().text)), GetParam().tree); }

INSTANTIATE_TEST_SUITE_P(
    Forms, QuestionTest,
    ::testing::Values(
        QuestionCase{"Words", "cầu Thác Bạc", "câu2 thac1 bac5"},
        QuestionCase{"WordsWithoutMarks", "cau thac", "cau thac"},
        QuestionCase{"TonePlacementDoesNotMatter", "hoà và hòa", "hoa2 va2"},
        QuestionCase{"RepeatedWordsCountOnce", "cầu cau cầu", "câu2 cau"},
        QuestionCase{"Phrase", "\"thác bạc\"", "\"thac1 bac5\""},
        QuestionCase{"CurlyQuotes", "“thác bạc” cầu", "\"thac1 bac5\" câu2"},
        QuestionCase{"PhraseWithAnUnmarkedWord", "\"uy bản nhận\"", "\"uy ban3 nhân5\""},
        QuestionCase{"PhraseOfOneWord", "\"cầu\"", "câu2"},
        QuestionCase{"UnfinishedQuote", "cầu \"thác bạc", "câu2 \"thac1 bac5\""},
        QuestionCase{"EmptyQuotes", "\"\" cầu \" \"", "câu2"},
        QuestionCase{"Exclusion", "cầu -thác", "câu2 -thac1"},
        QuestionCase{"ExcludedPhrase", "cầu -\"thác bạc\"", "câu2 -\"thac1 bac5\""},
        QuestionCase{"OnlyAnExclusion", "-thác", " -thac1"},
        QuestionCase{"DashBetweenWords", "thác - cầu", "thac1 câu2"},
        QuestionCase{"SpanOfYears", "năm 2020 -2025", "năm 2020 2025"},
        QuestionCase{"LoneDashes", "- -- -", ""}, QuestionCase{"NoWords", "!!! ??", ""},
        QuestionCase{"Empty", "", ""},
        QuestionCase{"DocumentNumber", "số 123/QĐ-UBND", "sô1 #123/qđ-ubnd"},
        QuestionCase{"DocumentNumberWithoutStroke", "123/QD-UBND",
                     "(#123/qd-ubnd | [123 qd ubnd])"},
        QuestionCase{"ExcludedDocumentNumber", "cầu -123/QĐ-UBND", "câu2 -#123/qđ-ubnd"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, QuestionTest,
    ::testing::Values(QuestionCase{"FindsItsFullForm", "NTM ở xã",
                                   "(ntm | [nông thôn mơi1]) ơ3 xa4"},
                      QuestionCase{"InAQuestionOfSmallLetters", "ntm", "(ntm | [nông thôn mơi1])"},
                      QuestionCase{"FullFormFindsIt", "nông thôn mới", "((nông thôn mơi1) | ntm)"},
                      QuestionCase{"FullFormInsideAFullForm", "nông thôn mới nâng cao",
                                   "((((nông thôn mơi1) | ntm) nâng cao) | ntmnc)"},
                      QuestionCase{"FullFormWithoutMarksFindsIt", "xa nong thon moi",
                                   "xa ((nong thon moi) | ntm)"},
                      QuestionCase{"OtherMarksAreOtherWords", "nông thôn mỗi", "nông thôn môi4"},
                      QuestionCase{"StrokeMayBeMissing", "hdnd", "(hdnd | [hôi5 đông2 nhân dân])"},
                      QuestionCase{"AmbiguousOnesStay", "TT Chợ Mới", "tt chơ5 mơi1"},
                      QuestionCase{"NotInsideQuotes", "\"NTM\"", "ntm"},
                      QuestionCase{"NotAmongExclusions", "cầu -NTM", "câu2 -ntm"},
                      QuestionCase{"SmallLettersAmongCapitals", "Xã ntm", "xa4 ntm"},
                      QuestionCase{"SyllablesInSmallLettersAreWords", "hu", "hu"}),
    [](const auto& test) { return test.param.name; });

TEST_F(QuestionFixture, SaysWhatWidenedIt) {
  const Question question = parse("Nông thôn mới và HĐND");
  ASSERT_EQ(question.expansions.size(), 2U);
  EXPECT_EQ(question.expansions[0].written, "Nông thôn mới");
  EXPECT_EQ(question.expansions[0].also, "NTM");
  EXPECT_EQ(question.expansions[1].written, "HĐND");
  EXPECT_EQ(question.expansions[1].also, "Hội đồng nhân dân");
}

TEST_F(QuestionFixture, PairsNeighboursOfOneStretchOnly) {
  EXPECT_THAT(parse("cầu thác, bạc \"sông hồng\" -đỏ").pairs,
              ElementsAre("cau thac", "thac bac", "song hong"));
}

TEST_F(QuestionFixture, IsMarkedOnlyByWhatWasTyped) {
  EXPECT_TRUE(parse("cau thác").marked);
  EXPECT_FALSE(parse("cau thac -sông").marked);
  EXPECT_FALSE(parse("NTM").marked);  // its full form has marks
}

TEST_F(QuestionFixture, AnotherReadingOfAWordIsEnough) {
  const Question question = parse("VH-XH");
  ASSERT_EQ(question.required.size(), 1U);
  EXPECT_THAT(shown(question), ::testing::StartsWith("((vh xh) | vhxh"));
}

INSTANTIATE_TEST_SUITE_P(
    Grammar, QuestionTest,
    ::testing::Values(
        QuestionCase{"Alternatives", "cầu OR đường mới", "(câu2 / (đương2 mơi1))"},
        QuestionCase{"AlternativesInAGroup", "xã (cầu OR -đường)", "xa4 (câu2 / ( -đương2))"},
        QuestionCase{"AlternativesOnceEach", "cầu OR cầu", "(câu2)"},
        QuestionCase{"ExcludedGroup", "xã -(cầu đường)", "xa4 -(câu2 đương2)"},
        QuestionCase{"ExcludedAlternatives", "xã -(cầu OR đường)", "xa4 -(câu2 / đương2)"},
        QuestionCase{"TitleWord", "title:cầu xã", "t:câu2 xa4"},
        QuestionCase{"TitlePhrase", "title:\"cầu mới\"", "t:\"câu2 mơi1\""},
        QuestionCase{"AbbreviationInTheTitle", "title:NTM", "(t:ntm | t:\"nông thôn mơi1\")"},
        QuestionCase{"Site", "xã site:a.gov.vn", "xa4 +{Ha.gov.vn}"},
        QuestionCase{"ExcludedSite", "xã -site:a.gov.vn", "xa4 -{Ha.gov.vn}"},
        QuestionCase{"Date", "ngày:2023-01..2023-02", " +{XM:2023-01 XM:2023-02}"},
        QuestionCase{"DateThatCannotBe", "date:2023..2022", " +{}"},
        QuestionCase{"NumberField", "số:12/QĐ-UBND", " +#12/qđ-ubnd"},
        QuestionCase{"Prefix", "than* xã", "than* xa4"},
        QuestionCase{"PrefixOfSeveralWords", "12/qd*", "12 qd"}),
    [](const auto& test) { return test.param.name; });

TEST_F(QuestionFixture, ReadsWordsExactlyWhenAsked) {
  EXPECT_EQ(shown(parse("cau thác", {true, true, nullptr})), "cau thac1");
  EXPECT_TRUE(parse("cau", {true, true, nullptr}).required.front().words.front().marked);
  EXPECT_EQ(shown(parse("nong thon moi", {true, true, nullptr})), "nong thon moi");
  EXPECT_THAT(parse("nong thon moi", {true, true, nullptr}).expansions, ::testing::IsEmpty());
}

TEST_F(QuestionFixture, ExpandsNothingWhenToldNot) {
  const Question question = parse("NTM nông thôn mới", {false, false, nullptr});
  EXPECT_EQ(shown(question), "ntm nông thôn mơi1");
  EXPECT_THAT(question.expansions, ::testing::IsEmpty());
}

TEST_F(QuestionFixture, KnowsTheOtherSpellingOfSyllablesWithATone) {
  const auto twin = [&](const char* text, bool exact = false) {
    return parse(text, {exact, true, nullptr}).required.front().words.front().twin;
  };
  EXPECT_EQ(twin("kỹ"), "ki4");
  EXPECT_EQ(twin("lí"), "ly1");
  EXPECT_EQ(twin("quý"), "qui1");
  EXPECT_EQ(twin("sĩ"), "sy4");
  for (const char* other : {"ty", "mi", "Vỹ", "nghĩ", "quỹ", "sỉ", "ti", "thuỷ", "tuỳ"}) {
    EXPECT_EQ(twin(other), "") << other;
  }
  EXPECT_EQ(twin("kỹ", true), "");
}

TEST_F(QuestionFixture, SpellsAPhraseWithIAndWithYUnlessExact) {
  const Question phrase = parse("\"kỹ thuật\"");
  ASSERT_EQ(phrase.required.front().kind, NodeKind::kAny);
  EXPECT_EQ(phrase.required.front().children.size(), 2U);
  EXPECT_EQ(parse("\"kỹ lí sĩ quý\"").required.front().children.size(), 4U);  // not sixteen
  EXPECT_EQ(parse("\"kỹ thuật\"", {true, true, nullptr}).required.front().kind, NodeKind::kPhrase);
}

}  // namespace
}  // namespace tinlang::search
