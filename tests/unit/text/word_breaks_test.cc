// What the analyzer makes of each kind of text at which word breaks go wrong: one case a kind.

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/text/analyzer.h"
#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"

namespace tinlang::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

AnalyzedText analyze(std::string_view text) { return Analyzer::create()->analyze(text); }

// The keys C of the words, without alternatives.
std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> keys;
  for (const Token& token : analyze(text).tokens) {
    if (!token.alternative) keys.push_back(token.canonical);
  }
  return keys;
}

// All by which a text is found: keys C of words and alternatives, keys G of pairs.
std::vector<std::string> terms(std::string_view text) {
  std::vector<std::string> keys;
  const auto tokens = analyze(text).tokens;
  const Token* previous = nullptr;
  for (const Token& token : tokens) {
    keys.push_back(token.canonical);
    if (token.alternative) continue;
    if (token.follows) keys.push_back(bigram_key(*previous, token));
    previous = &token;
  }
  return keys;
}

struct SpanCase {
  const char* name;
  std::string text;
};

void PrintTo(const SpanCase& test, std::ostream* out) { *out << test.name; }

class SpanOfYearsTest : public testing::TestWithParam<SpanCase> {};

TEST_P(SpanOfYearsTest, IsTwoNumbersAndTheirPair) {
  EXPECT_THAT(terms(GetParam().text), ElementsAre("2020", "2025", "2020 2025"));
}

INSTANTIATE_TEST_SUITE_P(Spellings, SpanOfYearsTest,
                         testing::Values(SpanCase{"Spaced", "2020 - 2025"},
                                         SpanCase{"Glued", "2020-2025"},
                                         SpanCase{"HalfSpaced", "2020– 2025"},
                                         SpanCase{"EmDash", "2020 — 2025"}),
                         [](const auto& test) { return test.param.name; });

TEST(WordBreaks, AreThoseOfSyllablesWithoutADictionary) {
  EXPECT_THAT(words("Huyện ủy Bạch Thông"), ElementsAre("huyên5", "uy3", "bach5", "thông"));
}

TEST(WordBreaks, AreTheSameForDecomposedText) {
  EXPECT_EQ(
      words(
          "Hue\u0302\u0323n u\u0309y Ba\u0323ch Tho\u0302ng, \u0111a\u0323o h\u006F\u0302\u0323i"),
      words("Huện ủy Bạch Thông, đạo hội"));
}

TEST(WordBreaks, DivideADateWithSlashesAndNotOneWithDots) {
  EXPECT_THAT(words("08/5/2023"), ElementsAre("08", "5", "2023"));
  EXPECT_THAT(words("08.05.2023"), ElementsAre("08.05.2023"));
}

TEST(WordBreaks, KeepNumbersWithSeparatorsWhole) {
  EXPECT_THAT(words("6,4 tỷ; 1.174,45; 8.046"), ElementsAre("6,4", "ty3", "1.174,45", "8.046"));
  EXPECT_THAT(words("gọi 0209.3870.123"), ElementsAre("goi5", "0209.3870.123"));
}

TEST(WordBreaks, GiveOnePairForATimeInBothSpellings) {
  EXPECT_THAT(terms("14:30"), testing::Contains("14 30"));
  EXPECT_THAT(terms("14h30"), testing::Contains("14 30"));
}

TEST(WordBreaks, DivideJoinedAbbreviationsAndKeepTheWhole) {
  EXPECT_THAT(terms("UBND-HĐND"), IsSupersetOf({"ubnd", "hđnd", "ubndhđnd", "ubnd hdnd"}));
  EXPECT_THAT(terms("VH-XH"), IsSupersetOf({"vh", "xh", "vhxh"}));
  EXPECT_THAT(terms("VHTT&TT"), IsSupersetOf({"vhtt", "tt", "vhtttt"}));
  EXPECT_THAT(terms("UBND/HĐND"), ElementsAre("ubnd", "hđnd", "ubnd hdnd"));
}

TEST(WordBreaks, GiveADocumentNumberBesideItsParts) {
  for (const auto& [text, number] :
       {std::pair("28-NQ/TW", "28-nq/tw"), std::pair("123/QĐ-UBND", "123/qđ-ubnd")}) {
    const auto analyzed = analyze(text);
    ASSERT_EQ(analyzed.document_numbers.size(), 1U) << text;
    EXPECT_EQ(analyzed.document_numbers[0].number, number);
    EXPECT_EQ(analyzed.tokens.size(), 3U) << text;
  }
}

TEST(WordBreaks, EndAWordAtAFullStopWithoutASpace) {
  EXPECT_THAT(words("ra.Ngân P.Bến"), ElementsAre("ra", "ngân", "p", "bên1"));
  EXPECT_THAT(terms("TP.HCM"), IsSupersetOf({"tp", "hcm", "tphcm"}));
  EXPECT_THAT(terms("GS.TS"), IsSupersetOf({"gs", "ts", "gsts"}));
}

TEST(WordBreaks, EndANumberWhereAWordOrAUnitBegins) {
  EXPECT_THAT(words("2022cụm"), ElementsAre("2022", "cum5"));
  EXPECT_THAT(words("40.000đ"), ElementsAre("40.000", "đ"));
  EXPECT_THAT(words("100m2"), ElementsAre("100", "m2"));
}

TEST(WordBreaks, DivideTwoSyllablesThatLackTheirSpace) {
  EXPECT_THAT(words("đạohội"), ElementsAre("đao5", "hôi5"));
  EXPECT_THAT(words("qua,hiện"), ElementsAre("qua", "hiên5"));
}

struct ApostropheCase {
  const char* name;
  std::string sign;
};

void PrintTo(const ApostropheCase& test, std::ostream* out) { *out << test.name; }

class ApostropheTest : public testing::TestWithParam<ApostropheCase> {};

TEST_P(ApostropheTest, IsOneSignAndNone) {
  const std::string text = "Ea H" + GetParam().sign + "leo";
  EXPECT_THAT(terms(text), ElementsAre("ea", "h'leo", "ea h'leo", "hleo"));
  EXPECT_THAT(terms(*normalize_text(text)), ElementsAre("ea", "h'leo", "ea h'leo", "hleo"));
}

INSTANTIATE_TEST_SUITE_P(
    Signs, ApostropheTest,
    testing::Values(ApostropheCase{"Ascii", "'"}, ApostropheCase{"RightQuote", "\u2019"},
                    ApostropheCase{"LeftQuote", "\u2018"}, ApostropheCase{"Letter", "\u02BC"},
                    ApostropheCase{"Grave", "`"}, ApostropheCase{"Acute", "\u00B4"}),
    [](const auto& test) { return test.param.name; });

TEST(SpellingsOfOneName, HaveOneFoldedKeyWhereOnlyMarksDiffer) {
  const std::vector<std::string> spellings = {"Đắk Lắk", "Đăk Lăk", "Đắc Lắc", "Daklak"};
  std::vector<std::string> canonical;
  std::vector<std::string> folded;
  for (const auto& spelling : spellings) {
    canonical.push_back(canonical_key(spelling));
    folded.push_back(fold_key(spelling));
  }
  EXPECT_THAT(canonical, ElementsAre("đăk1 lăk1", "đăk lăk", "đăc1 lăc1", "daklak"));
  EXPECT_THAT(folded, ElementsAre("dak lak", "dak lak", "dac lac", "daklak"));
}

TEST(WordBreaks, KeepAddressesWhole) {
  EXPECT_THAT(words("vanthu@x.gov.vn x.gov.vn"), ElementsAre("vanthu@x.gov.vn", "x.gov.vn"));
}

TEST(WordBreaks, PassOverInvisibleSigns) {
  EXPECT_THAT(words(*normalize_text("Ngh\u200Bị quyết\u200Bsố")),
              ElementsAre("nghi5", "quyêt1", "sô1"));
  EXPECT_THAT(words("qu\u00ADả"), ElementsAre("qua3"));
  EXPECT_THAT(words("tổ_chức"), ElementsAre("tô3", "chưc1"));
}

struct SameCase {
  const char* name;
  std::string text;
  std::vector<std::string> terms;
};

void PrintTo(const SameCase& test, std::ostream* out) { *out << test.name; }

class SquaredUnitTest : public testing::TestWithParam<SameCase> {};

TEST_P(SquaredUnitTest, IsTheWordThatItShows) {
  EXPECT_EQ(terms(GetParam().text), GetParam().terms);
}

INSTANTIATE_TEST_SUITE_P(
    Units, SquaredUnitTest,
    testing::Values(SameCase{"Alone", "㎡", {"m2"}},
                    SameCase{"AfterANumber", "100 ㎡", {"100", "m2", "100 m2"}},
                    SameCase{"GluedToANumber", "100㎡,", {"100", "m2", "100 m2"}},
                    SameCase{"Cubic", "5 ㎥", {"5", "m3", "5 m3"}},
                    SameCase{"Kilometre", "㎞/㎢", {"km", "km2", "km km2"}},
                    SameCase{"Hectare", "㏊", {"ha"}}, SameCase{"Kilogram", "㎏", {"kg"}}),
    [](const auto& test) { return test.param.name; });

TEST(SquaredUnit, HasTheOffsetsOfItsSign) {
  const auto tokens = analyze("xã 5㎡.").tokens;
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[2].begin, 5U);
  EXPECT_EQ(tokens[2].end, 8U);
}

TEST(OtherSigns, AreNoWords) { EXPECT_THAT(words("™ ℃ ★ ①"), testing::IsEmpty()); }

class SlashedAbbreviationTest : public testing::TestWithParam<SameCase> {};

TEST_P(SlashedAbbreviationTest, IsTheDottedOne) {
  EXPECT_EQ(terms(GetParam().text), GetParam().terms);
  EXPECT_EQ(terms(GetParam().text), terms("T.Ư"));
}

INSTANTIATE_TEST_SUITE_P(Spellings, SlashedAbbreviationTest,
                         testing::Values(SameCase{"Alone", "T/Ư", {"t.ư", "tư"}},
                                         SameCase{"InBrackets", "(T/Ư)", {"t.ư", "tư"}},
                                         SameCase{"EndOfASentence", "T/Ư.", {"t.ư", "tư"}},
                                         SameCase{"BeforeAComma", "T/Ư,", {"t.ư", "tư"}}),
                         [](const auto& test) { return test.param.name; });

class NoSlashedAbbreviationTest : public testing::TestWithParam<SameCase> {};

TEST_P(NoSlashedAbbreviationTest, IsDividedAtTheSlash) {
  EXPECT_EQ(words(GetParam().text), GetParam().terms);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, NoSlashedAbbreviationTest,
    testing::Values(SameCase{"SmallLetters", "đ/c", {"đ", "c"}},
                    SameCase{"OneCapital", "Đ/c V/v", {"đ", "c", "v", "v"}},
                    SameCase{"Chain", "A/B/C", {"a", "b", "c"}},
                    SameCase{"WordAfter", "A/H5N1 A/Bình", {"a", "h5n1", "a", "binh2"}},
                    SameCase{"WordBefore", "VAC/R", {"vac", "r"}},
                    SameCase{"DashAfter", "A/B-C", {"a", "b", "c"}},
                    SameCase{"DottedAfter", "A/B.C", {"a", "b.c"}},
                    SameCase{"Numbers", "A/1 1/A", {"a", "1", "1", "a"}},
                    SameCase{"InADocumentNumber", "12-NQ/T/Ư", {"12", "nq", "t", "ư"}},
                    SameCase{"AtTheEnd", "T/", {"t"}}),
    [](const auto& test) { return test.param.name; });

TEST(SlashedAbbreviation, HasTheOffsetsOfBothLetters) {
  const std::string text = "theo T/Ư";
  const auto tokens = analyze(text).tokens;
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin), "T/Ư");
  EXPECT_TRUE(tokens[2].alternative);
}

TEST(SlashedAbbreviation, HasOneKeyWhereverItIsKeyed) {
  EXPECT_EQ(canonical_key("T/Ư"), canonical_key("T.Ư"));
  EXPECT_EQ(fold_key("T/Ư"), fold_key("T.Ư"));
  EXPECT_EQ(canonical_key("UBND/HĐND t/ư"), "ubnd/hđnd t/ư");
}

}  // namespace
}  // namespace tinlang::text
