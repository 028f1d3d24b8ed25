#include "indexer/text/analyzer.h"

#include <cstdint>
#include <ostream>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/uvernum.h>

#include "indexer/text/syllable.h"

namespace tinlang::text {
namespace {

AnalyzedText analyze(std::string_view text) {
  auto analyzer = Analyzer::create();
  EXPECT_TRUE(analyzer);
  return analyzer->analyze(text);
}

// "[nông thôn] [moi3/moi3]": runs of tokens in brackets, alternatives after '/'.
std::string shape(std::string_view text) {
  std::string shape;
  for (const Token& token : analyze(text).tokens) {
    if (token.alternative) {
      shape += '/';
    } else if (!shape.empty()) {
      shape += token.follows ? " " : " | ";
    }
    shape += token.canonical;
  }
  return shape;
}

struct ShapeCase {
  const char* name;
  std::string text;
  std::string shape;
};

void PrintTo(const ShapeCase& test, std::ostream* out) { *out << test.name; }

class TokensTest : public testing::TestWithParam<ShapeCase> {};

TEST_P(TokensTest, AreThese) { EXPECT_EQ(shape(GetParam().text), GetParam().shape); }

auto name_of = [](const auto& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(
    Words, TokensTest,
    testing::Values(ShapeCase{"Empty", "", ""}, ShapeCase{"OnlySigns", " – “”, ...\n", ""},
                    ShapeCase{"Syllables", "Huyện ủy Bạch Thông", "huyên5 uy3 bach5 thông"},
                    ShapeCase{"Underscore", "tổ_chức __a", "tô3 chưc1 a"},
                    ShapeCase{"SlashedHonorific", "các đ/c", "cac1 đ c"},
                    ShapeCase{"SoftHyphen", "qu\u00ADả", "qua3"},
                    ShapeCase{"OtherScripts", "中国 ok", "中国 ok"},
                    ShapeCase{"EMail", "gửi vanthu@x.gov.vn.", "gưi3 vanthu@x.gov.vn"},
                    ShapeCase{"Host", "bac-kan.gov.vn/tin THANHHOA.GOV.VN",
                              "bac-kan.gov.vn tin thanhhoa.gov.vn"},
                    ShapeCase{"NoHost", "ra.Com a@b x.gov.vnđ", "ra | com a b x | gov | vnđ"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Dots, TokensTest,
    testing::Values(
        ShapeCase{"MissingSpace", "làm ra.Ngân hàng", "lam2 ra | ngân hang2"},
        ShapeCase{"City", "ở TP.HCM.", "ơ3 tp/tphcm hcm"},
        ShapeCase{"CityInOtherSpellings", "Tp.HCM TP. HCM TPHCM", "tp/tphcm hcm tp hcm tphcm"},
        ShapeCase{"Centre", "T.Ư", "t.ư/tư"},
        ShapeCase{"Titles", "GS.TS.Nguyễn", "gs/gsts ts nguyên4"},
        ShapeCase{"ThreeTitles", "PGS.TS.BS. Lê, Th.S", "pgs/pgstsbs ts bs lê th/ths s"},
        ShapeCase{"LettersOfOneWord", "U.B.N.D t.ư v.v", "u.b.n.d/ubnd t.ư/tư v.v/vv"},
        ShapeCase{"NumberOfAWardOrRoad", "Q.1, ĐT.123 QL. 3", "q/q1 1 đt/đt123 123 ql | 3"},
        ShapeCase{"SentenceEndBeforeANumber", "ngày.12 Ủy.3", "ngay2 | 12 uy3 | 3"},
        ShapeCase{"WardAndName", "P.Bến Nghé", "p bên1 nghe1"},
        ShapeCase{"CityAndName", "TP.Vinh TP.HÀ NỘI", "tp vinh tp ha2 nôi5"},
        ShapeCase{"Number", "8.046 và 1.174,45", "8.046 va2 1.174,45"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Numbers, TokensTest,
    testing::Values(ShapeCase{"GluedWord", "năm 2022cụm", "năm 2022/2022cum5 cum5"},
                    ShapeCase{"Unit", "50ha 100m2 100m²", "50/50ha ha 100/100m2 m2 100/100m2 m2"},
                    ShapeCase{"Money", "40.000đ", "40.000/40.000đ đ"},
                    ShapeCase{"NotAUnit", "5G 12A A1 H1N1 12A1", "5g 12a a1 h1n1 12a1"},
                    ShapeCase{"NumberedName", "QL1A Covid19 Covid-19 ĐT741",
                              "ql/ql1a 1a covid/covid19 19 covid 19 đt/đt741 741"},
                    ShapeCase{"Power", "km2 5km2 CO2", "km2 5/5km2 km2 co2"},
                    ShapeCase{"WordBefore", "ngày21/4", "ngay2 21 4"},
                    ShapeCase{"Time", "14h30 và 14:30", "14/14h30 30 va2 14 30"},
                    ShapeCase{"SouthernTime", "7g30phút", "7/7g30 30 phut1"},
                    ShapeCase{"Hour", "13h, 8h000", "13h 8h000"},
                    ShapeCase{"Date", "08/5/2023 08.05.2023", "08 5 2023 08.05.2023"},
                    ShapeCase{"Term", "2020-2025 2020 – 2025", "2020 2025 2020 2025"},
                    ShapeCase{"PowerIsNoDigit", "10²", "10"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Joined, TokensTest,
    testing::Values(ShapeCase{"Dash", "VH-XH và KT–XH", "vh/vhxh xh va2 kt/ktxh xh"},
                    ShapeCase{"Ampersand", "VHTT&TT", "vhtt/vhtttt tt"},
                    ShapeCase{"Both", "LĐ-TB&XH", "lđ/lđtbxh tb xh"},
                    ShapeCase{"ThenOtherWord", "VH-XH-abc", "vh/vhxh xh abc"},
                    ShapeCase{"NotWithSpaces", "VH - XH", "vh xh"},
                    ShapeCase{"NotAcrossASlash", "UBND/HĐND", "ubnd hđnd"},
                    ShapeCase{"NotSyllablesInCapitals", "KINH TẾ-XÃ HỘI, VINH-HUE",
                              "kinh tê1 xa4 hôi5 vinh hue"},
                    ShapeCase{"NotInADocumentNumber", "12/QĐ-UBND", "12 qđ ubnd"},
                    ShapeCase{"Apostrophes", "Ea H'leo H’leo Hʼleo H`leo H´leo",
                              "ea h'leo/hleo h'leo/hleo h'leo/hleo h'leo/hleo h'leo/hleo"},
                    ShapeCase{"QuotesAreNoApostrophes", "'a' ‘b’ `c`", "a b c"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Glued, TokensTest,
    testing::Values(ShapeCase{"BothMarked", "đạohội", "đao5/đạohội hôi5"},
                    ShapeCase{"OneMarked", "quahiện", "qua/quahiên5 hiên5"},
                    ShapeCase{"CapitalShowsTheBorder", "HàNội", "ha2/hànội nôi5"},
                    ShapeCase{"AfterCapitals", "UBNDxã HĐNDhuyện BCHĐảng",
                              "ubnd/ubndxa4 xa4 hđnd/hđndhuyên5 huyên5 bch/bchđang3 đang3"},
                    ShapeCase{"CapitalsOfASyllable", "ĐẢNGbộ HCMers", "đang3/đảngbộ bô5 hcmers"},
                    ShapeCase{"TwoWays", "Hànội", "hànội"},
                    ShapeCase{"Unmarked", "hoinghi", "hoinghi"},
                    ShapeCase{"NotTwoSyllables", "Kpăzô Đắkrông", "kpăzô đăkrông1"},
                    ShapeCase{"AfterANumber", "3thịxã", "3/3thịxã thi5/thịxã xa4"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Runs, TokensTest,
    testing::Values(ShapeCase{"SentenceEnds", "a. b! c? d; e: g… h", "a | b | c | d | e | g | h"},
                    ShapeCase{"LineBreaks", "a\nb\r\nc\u2028d", "a | b | c | d"},
                    ShapeCase{"SoftMarks", "a, b “c” d-e/g (h) – i", "a b c d e g h i"},
                    ShapeCase{"AbbreviationBeforeAName", "TP. Vinh TS. Lê", "tp vinh ts lê"},
                    ShapeCase{"SmallWordBeforeAFullStop", "tp. Vinh", "tp | vinh"},
                    ShapeCase{"AbbreviationBeforeABreak", "TP.\nVinh", "tp | vinh"},
                    ShapeCase{"Times", "14:30: a", "14 30 | a"},
                    ShapeCase{"OverAnAlternative", "H'leo. a", "h'leo/hleo | a"}),
    name_of);

TEST(Analyzer, KnowsWhatTheWriterMarked) {
  const auto tokens = analyze("Đoàn xa nông 2023 café").tokens;
  std::vector<bool> marked;
  for (const Token& token : tokens) marked.push_back(token.marked);
  EXPECT_THAT(marked, testing::ElementsAre(true, false, true, false, true));
}

TEST(Analyzer, GivesOffsetsInBytes) {
  const std::string text = "Huyện ủy";
  const auto tokens = analyze(text).tokens;
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin), "ủy");
}

TEST(Analyzer, SkipsMalformedBytesWhichEndTokens) {
  EXPECT_EQ(shape("xã\xE1\xBBmới \x80"), "xa4 mơi1");
}

TEST(Analyzer, ServesManyTextsAndMoves) {
  auto first = Analyzer::create();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->analyze("một hai").tokens.size(), 2U);
  Analyzer second = *std::move(first);
  EXPECT_EQ(second.analyze("ba").tokens.size(), 1U);
  EXPECT_EQ(second.analyze("").tokens.size(), 0U);
}

TEST(Analyzer, AnalysesLongChainsInLinearTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "A-a.b@`";
  EXPECT_GT(analyze(text).tokens.size(), 20000U);
}

TEST(Fingerprint, NamesTheVersionsInAFewAsciiCharacters) {
  EXPECT_EQ(Analyzer::fingerprint(), "tinlang-3/icu-" U_ICU_VERSION);
  EXPECT_LE(Analyzer::fingerprint().size(), 60U);
}

TEST(BigramKey, JoinsTheFoldedKeys) {
  const auto tokens = analyze("Ủy ban").tokens;
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(bigram_key(tokens[0], tokens[1]), "uy ban");
}

}  // namespace
}  // namespace tinlang::text
