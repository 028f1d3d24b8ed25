#include "searchd/search/query_syntax.h"

#include <chrono>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tinlang::search {
namespace {

// A tree as one line: words plain, p* prefix, "a b" phrase, field{...}, !{...} not,
// (a & b) all, (a | b) any.
std::string shown(const Syntax& syntax);

std::string joined(const Syntax& syntax, const std::string& separator) {
  std::string line;
  for (const Syntax& child : syntax.children)
    line += (line.empty() ? "" : separator) + shown(child);
  return "(" + line + ")";
}

std::string shown(const Syntax& syntax) {
  switch (syntax.kind) {
    case SyntaxKind::kWords:
      return syntax.text;
    case SyntaxKind::kPrefix:
      return syntax.text + "*";
    case SyntaxKind::kPhrase:
      return "\"" + syntax.text + "\"";
    case SyntaxKind::kTitle:
      return "title{" + shown(syntax.children.front()) + "}";
    case SyntaxKind::kSite:
      return "site{" + syntax.text + "}";
    case SyntaxKind::kNumber:
      return "number{" + syntax.text + "}";
    case SyntaxKind::kDate:
      return "date{" + syntax.text + "}";
    case SyntaxKind::kNot:
      return "!{" + shown(syntax.children.front()) + "}";
    case SyntaxKind::kAll:
      return joined(syntax, " & ");
    case SyntaxKind::kAny:
      return joined(syntax, " | ");
  }
  return "?";
}

struct SyntaxCase {
  std::string name;
  std::string text;
  std::string tree;
};

void PrintTo(const SyntaxCase& test, std::ostream* out) { *out << test.name; }

class QuerySyntaxTest : public ::testing::TestWithParam<SyntaxCase> {};

TEST_P(QuerySyntaxTest, IsReadAsTheTreeAndPrintedBack) {
  const Syntax read = parse_syntax(GetParam().text);
  EXPECT_EQ(shown(read), GetParam().tree);
  EXPECT_EQ(parse_syntax(to_text(read)), read) << to_text(read);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, QuerySyntaxTest,
    ::testing::Values(
        SyntaxCase{"Words", " cầu  thác\tbạc ", "cầu thác bạc"}, SyntaxCase{"Empty", "", ""},
        SyntaxCase{"Phrase", "\"thác bạc\"", "\"thác bạc\""},
        SyntaxCase{"CurlyQuotes", "“thác bạc” cầu", "(\"thác bạc\" & cầu)"},
        SyntaxCase{"Exclusion", "cầu -thác", "(cầu & !{thác})"},
        SyntaxCase{"ExcludedPhrase", "-\"thác bạc\"", "!{\"thác bạc\"}"},
        SyntaxCase{"ExcludedGroup", "cầu -(thác bạc)", "(cầu & !{thác bạc})"},
        SyntaxCase{"SpanOfYears", "năm 2020 -2025", "năm 2020 2025"},
        SyntaxCase{"ExcludedYearBehindAYear", "2020 -(2025)", "(2020 & !{2025})"},
        SyntaxCase{"TwoExclusionsAreNone", "-(-cầu)", "cầu"},
        SyntaxCase{"OrSplitsWholeRows", "nông thôn mới OR đô thị -cũ",
                   "(nông thôn mới | (đô thị & !{cũ}))"},
        SyntaxCase{"OrInVietnamese", "cầu HOẶC đường", "(cầu | đường)"},
        SyntaxCase{"OrInSmallLettersIsAWord", "cầu or hoặc đường", "cầu or hoặc đường"},
        SyntaxCase{"GroupOfAlternatives", "xã (cầu OR đường) mới", "(xã & (cầu | đường) & mới)"},
        SyntaxCase{"GroupOfWordsIsWords", "TP. Vinh (Nghệ An)", "TP. Vinh Nghệ An"},
        SyntaxCase{"TitleWord", "tiêu-đề:cầu đường", "(title{cầu} & đường)"},
        SyntaxCase{"TitlePhrase", "Title:\"cầu mới\"", "title{\"cầu mới\"}"},
        SyntaxCase{"TitleGroup", "tieu-de:(cầu OR đường)", "title{(cầu | đường)}"},
        SyntaxCase{"ExcludedTitle", "xã -title:cầu", "(xã & !{title{cầu}})"},
        SyntaxCase{"Site", "site:NgheAn.gov.vn", "site{nghean.gov.vn}"},
        SyntaxCase{"Number", "số:123/QĐ-UBND", "number{123/QĐ-UBND}"},
        SyntaxCase{"NumberWithoutMarks", "so:123/QD-UBND", "number{123/QD-UBND}"},
        SyntaxCase{"Date", "ngày:2023-05", "date{2023-05}"},
        SyntaxCase{"DateRange", "date:2023-01..2023-06", "date{2023-01..2023-06}"},
        SyntaxCase{"OpenDateRange", "date:..2023", "date{..2023}"},
        SyntaxCase{"Prefix", "than* chuong", "(than* & chuong)"},
        SyntaxCase{"PrefixInTheTitle", "title:than*", "title{than*}"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Repairs, QuerySyntaxTest,
    ::testing::Values(SyntaxCase{"UnfinishedQuote", "cầu \"thác bạc", "(cầu & \"thác bạc\")"},
                      SyntaxCase{"EmptyQuotes", "\"\" cầu \" \"", "cầu"},
                      SyntaxCase{"UnfinishedGroup", "xã (cầu OR đường", "(xã & (cầu | đường))"},
                      SyntaxCase{"ClosingBracketTooMany", ")cầu) thác", "cầu thác"},
                      SyntaxCase{"EmptyGroup", "() cầu -()", "cầu"},
                      SyntaxCase{"OrWithOneSide", "OR cầu OR OR", "cầu"},
                      SyntaxCase{"ExcludedOrIsAWord", "cầu -OR", "(cầu & !{or})"},
                      SyntaxCase{"LoneDashes", "- -- cầu -", "cầu"},
                      SyntaxCase{"SeveralDashesAreNoSign", "cầu --thác", "cầu thác"},
                      SyntaxCase{"LoneStar", "* cầu **", "cầu"},
                      SyntaxCase{"PrefixOfOneLetter", "đ* cầu", "đ cầu"},
                      SyntaxCase{"UnknownField", "lúc 14:30 http://x.vn", "lúc 14:30 http://x.vn"},
                      SyntaxCase{"FieldWithASpace", "Số: 12", "Số: 12"},
                      SyntaxCase{"FieldWithoutValue", "title:\"\" cầu", "title: cầu"},
                      SyntaxCase{"NoDate", "ngày:2023-13", "ngày:2023-13"},
                      SyntaxCase{"NoHost", "site:a_b", "site:a_b"}),
    [](const auto& test) { return test.param.name; });

TEST(QuerySyntax, AnyTextComesBackThroughItsPrintedForm) {
  const std::vector<std::string> pieces = {
      "cầu",   "thác", "2020",     "2025", "OR",     "HOẶC",  "(",       ")",     "\"",
      "-",     "*",    ":",        "--",   "title:", "site:", "so:",     "date:", "a.vn",
      "2023",  "..",   " ",        " ",    " ",      "“",     "„",       "-(",    "ab*",
      "12/QĐ", "\xFF", "\xE1\xBA", "_",    ")",      "((",    "title:(", "-\"",   "number:\""};
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto n = random() % 14; n > 0; --n) text += pieces[random() % pieces.size()];
    const Syntax read = parse_syntax(text);
    ASSERT_EQ(parse_syntax(to_text(read)), read) << text << " -> " << to_text(read);
  }
}

TEST(QuerySyntax, DeepGroupsComeBackToo) {
  for (const char* open : {"(", "-(", "title:(", "a OR (b "}) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += open;
    const Syntax read = parse_syntax(text + "cầu 2020 \"\" -2025");
    EXPECT_EQ(parse_syntax(to_text(read)), read) << open;
  }
}

TEST(QuerySyntax, TakesLinearTimeForAnything) {
  std::vector<std::string> texts = {std::string(10'000, '('), std::string(1'000'000, '-'),
                                    std::string(1'000'000, '"'), std::string(1'000'000, ')')};
  std::string words;
  while (words.size() < 1'000'000) words += "-title:(a OR \"b";
  texts.push_back(words);
  for (const std::string& text : texts) {
    const auto start = std::chrono::steady_clock::now();
    to_text(parse_syntax(text));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
  }
}

}  // namespace
}  // namespace tinlang::search
