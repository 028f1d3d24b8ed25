// Texts that no writer meant: every function of the room answers, in time that
// grows with the text and not with its square.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/text/analyzer.h"
#include "indexer/text/document_number.h"
#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"

namespace tinlang::text {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

struct BadText {
  const char* name;
  std::string_view part;
};

void PrintTo(const BadText& test, std::ostream* out) { *out << test.name; }

class BadTextTest : public testing::TestWithParam<BadText> {
 protected:
  // Everything that this room does with a text.
  static void read(const std::string& text) {
    auto analyzer = Analyzer::create();
    ASSERT_TRUE(analyzer);
    std::uint32_t begin = 0;
    for (const Token& token : analyzer->analyze(text).tokens) {
      ASSERT_LE(begin, token.begin);
      ASSERT_LT(token.begin, token.end);
      ASSERT_LE(token.end, text.size());
      begin = token.begin;
    }
    const auto normal = normalize_text(text);
    ASSERT_EQ(normal.has_value(), first_malformed_byte(text) == std::string::npos);
    canonical_key(text);
    fold_key(text);
    display_spelling(text);
    is_vietnamese_syllable(text);
  }

  static double seconds(const std::string& text) {
    const auto begin = std::chrono::steady_clock::now();
    read(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
};

// Square growth would make the long text 100 times as slow as a part of it a tenth
// as long; the limit leaves room for a busy machine and still refuses that.
TEST_P(BadTextTest, IsReadInTimeThatGrowsWithItsLength) {
  const std::string_view part = GetParam().part;
  const double before = seconds(repeated(part, 6000 / part.size()));
  EXPECT_LT(seconds(repeated(part, 60000 / part.size())), 0.5 + 40 * before);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, BadTextTest,
    testing::Values(BadText{"OneWord", "a"}, BadText{"OneMarkedWord", "ế"}, BadText{"Digits", "7"},
                    BadText{"Dots", "."}, BadText{"DottedLetters", "A."},
                    BadText{"DottedAbbreviations", "TP."}, BadText{"DottedNumbers", "TP.1."},
                    BadText{"Slashes", "1/"}, BadText{"SpacedSlashes", "1 / "},
                    BadText{"Dashes", "QĐ-"}, BadText{"At", "a@"}, BadText{"HostParts", "x.vn."},
                    BadText{"Underscores", "_"}, BadText{"Apostrophes", "H`"},
                    BadText{"CombiningMarks", "\u0301"}, BadText{"SpacedMarks", " \u0323"},
                    BadText{"TwoMarks", "e\u0302\u0323"}, BadText{"ZeroWidthSpaces", "a\u200B"},
                    BadText{"ZeroWidthSpacesAlone", "\u200B"}, BadText{"SoftHyphens", "\u00AD"},
                    BadText{"Joiners", "👩\u200D"}, BadText{"Flags", "🇻"},
                    BadText{"NoBreakSpaces", "\u00A0"}, BadText{"Spaces", " "},
                    BadText{"LineBreaks", "\n"}, BadText{"Zeros", std::string_view("\0", 1)},
                    BadText{"LoneContinuations", "\x80"}, BadText{"Truncated", "\xE1\xBB"},
                    BadText{"SurrogatesInThreeBytes", "\xED\xA0\xBD\xED\xB8\x80"},
                    BadText{"Overlong", "\xC0\xAF"}, BadText{"PrivateUse", "\uE001"},
                    BadText{"Han", "中"}, BadText{"Thai", "ก"}),
    [](const auto& test) { return test.param.name; });

TEST(TenThousandMarks, OnOneLetterAreOneToken) {
  const std::string text = "xã e" + repeated("\u0323", 10000) + " mới";
  auto analyzer = Analyzer::create();
  ASSERT_TRUE(analyzer);
  const auto tokens = analyzer->analyze(text).tokens;
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[1].folded, "e");
  EXPECT_EQ(tokens[2].canonical, "mơi1");
}

TEST(SurrogatesInThreeBytes, EndTokensAndAreSkipped) {
  auto analyzer = Analyzer::create();
  ASSERT_TRUE(analyzer);
  const auto tokens = analyzer->analyze("xã\xED\xA0\xBD\xED\xB8\x80mới").tokens;
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[1].canonical, "mơi1");
}

TEST(Zeros, EndTokensAndAreRemovedFromText) {
  auto analyzer = Analyzer::create();
  ASSERT_TRUE(analyzer);
  const std::string text("xã\0mới", 9);
  EXPECT_EQ(analyzer->analyze(text).tokens.size(), 2U);
  EXPECT_EQ(*normalize_text(text), "xãmới");
}

TEST(DocumentNumbers, OfAMegabyteOfDigitsAreNone) {
  EXPECT_TRUE(find_document_numbers(std::string(1 << 20, '1') + "/QĐ-UBND").empty());
}

}  // namespace
}  // namespace tinlang::text
