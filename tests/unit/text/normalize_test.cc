#include "indexer/text/normalize.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace tinlang::text {
namespace {

struct NormalizeCase {
  const char* name;
  std::string input;
  std::string expected;
};

void PrintTo(const NormalizeCase& test, std::ostream* out) { *out << test.name; }

class NormalizeTextTest : public testing::TestWithParam<NormalizeCase> {};

TEST_P(NormalizeTextTest, GivesOneSpellingAndIsIdempotent) {
  const auto once = normalize_text(GetParam().input);
  ASSERT_TRUE(once) << once.error().message;
  EXPECT_EQ(*once, GetParam().expected);
  EXPECT_EQ(*normalize_text(*once), *once);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, NormalizeTextTest,
    testing::Values(
        NormalizeCase{"Empty", "", ""},
        NormalizeCase{"NothingToDo", "Huyện ủy “Bạch Thông” – 2023…",
                      "Huyện ủy “Bạch Thông” – 2023…"},
        NormalizeCase{"Decomposed", "Hu\u0079e\u0302\u0323n u\u0309y", "Huyện ủy"},
        NormalizeCase{"DecomposedInTheOtherOrder", "e\u0323\u0302", "ệ"},
        NormalizeCase{"ToneMarksOfOldFonts", "a\u0340 a\u0341", "à á"},
        NormalizeCase{"EthForStrokedD", "ÐẮK ðồng \u0189\u0256", "ĐẮK đồng Đđ"},
        NormalizeCase{"EverySpace", "a\u00A0b\u202Fc\u2003d\u3000e\tf", "a b c d e f"},
        NormalizeCase{"LineBreaksStay", "a\r\nb\n\nc", "a\r\nb\n\nc"},
        NormalizeCase{"OtherLineBreaks", "a\u2028b\u2029c\vd\fe\u0085g", "a\nb\nc\nd\ne\ng"},
        NormalizeCase{"Invisible", "\uFEFFhu\u00ADyện\u200E ủ\u200Dy\u2060\u202A\x01", "huyện ủy"},
        NormalizeCase{"MarkAfterAnInvisible", "e\u200D\u0323", "ẹ"},
        NormalizeCase{"ZeroWidthSpaceInsideASyllable", "Ngh\u200Bị quyết", "Nghị quyết"},
        NormalizeCase{"ZeroWidthSpaceInsideADecomposedSyllable", "Ngh\u200Bi\u0323", "Nghị"},
        NormalizeCase{"ZeroWidthSpaceBetweenSyllables", "Nghị\u200Bquyết", "Nghị quyết"},
        NormalizeCase{"ZeroWidthSpaceBetweenNumberAndWord", "2023\u200Bnăm", "2023 năm"},
        NormalizeCase{"ZeroWidthSpaceBesideASpace", "xã \u200Bmới\u200B, huyện", "xã mới, huyện"},
        NormalizeCase{"ZeroWidthSpacesInARow", "xã\u200B\u200Bmới", "xã mới"},
        NormalizeCase{"QuotesDashesAndCaseStay", "H’leo ‘a’ — B", "H’leo ‘a’ — B"},
        NormalizeCase{"CompatibilityFormsStay", "m² ﬁ Ａ", "m² ﬁ Ａ"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    TonesTypedAsSigns, NormalizeTextTest,
    testing::Values(
        NormalizeCase{"InsideASyllable", "toa`n xa˜ Ho´c Mo^n", "toàn xã Hóc Mo^n"},
        NormalizeCase{"AtItsEnd", "thê´ ma` ba˜", "thế mà bã"},
        NormalizeCase{"OnAVowelWithQuality", "trươ`ng nguyê˜n CÂ`U", "trường nguyễn CẦU"},
        NormalizeCase{"OfOtherCodePoints", "to\u02CBan ha\u02CAt to\u1FEFan ha\u1FFDt",
                      "tòan hát tòan hát"},
        NormalizeCase{"NotBehindAConsonant", "H`leo H´leo Đ˜a", "H`leo H´leo Đ˜a"},
        NormalizeCase{"NotWhereNoSyllableComes", "Ea`leo toá`n ia`n", "Ea`leo toá`n ia`n"},
        NormalizeCase{"NotOnAStopWithAnotherTone", "ho`c", "ho`c"},
        NormalizeCase{"NotBehindASpaceOrANumber", "xa ` 5´ ca ´", "xa ` 5´ ca ´"},
        NormalizeCase{"NotOnASingleCapital", "góc A´, Y`", "góc A´, Y`"},
        NormalizeCase{"OnASingleSmallLetter", "y´ kiến", "ý kiến"},
        NormalizeCase{"NotAtTheEndOfAQuotation", "`ta` và ´Vì xã ta´ mà", "`ta` và ´Vì xã ta´ mà"},
        NormalizeCase{"QuotationEndsWithItsLine", "`ta\nma`", "`ta\nmà"},
        NormalizeCase{"OneToneASyllable", "a´` hoa`i´", "á` hoài´"}),
    [](const auto& test) { return test.param.name; });

struct MalformedCase {
  const char* name;
  std::string input;
  std::size_t offset;
};

void PrintTo(const MalformedCase& test, std::ostream* out) { *out << test.name; }

class MalformedTextTest : public testing::TestWithParam<MalformedCase> {};

TEST_P(MalformedTextTest, IsRefusedWithTheOffset) {
  EXPECT_EQ(first_malformed_byte(GetParam().input), GetParam().offset);
  const auto result = normalize_text(GetParam().input);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(result.error().message, "malformed UTF-8 at byte " + std::to_string(GetParam().offset));
}

INSTANTIATE_TEST_SUITE_P(Texts, MalformedTextTest,
                         testing::Values(MalformedCase{"LoneContinuation", "ab\x80", 2},
                                         MalformedCase{"Truncated", "xã \xE1\xBB", 4},
                                         MalformedCase{"Overlong", "\xC0\xAF", 0},
                                         MalformedCase{"Surrogate", "a\xED\xA0\x80", 1}),
                         [](const auto& test) { return test.param.name; });

TEST(FirstMalformedByte, IsNposForWellFormedText) {
  EXPECT_EQ(first_malformed_byte("Đồng chí 𝄞"), std::string_view::npos);
}

}  // namespace
}  // namespace tinlang::text
