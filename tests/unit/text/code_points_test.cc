// Every code point that text and keys unify, one after the other.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/text/letter.h"
#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"

namespace tinlang::text {
namespace {

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(c, text);
  return text;
}

std::uint32_t number(char32_t c) { return c; }

TEST(EverySpace, BecomesOneKindOfSpace) {
  std::u32string spaces = U"\t\u00A0\u1680\u202F\u205F\u3000";
  for (char32_t c = 0x2000; c <= 0x200A; ++c) spaces += c;
  for (const char32_t c : spaces) {
    EXPECT_EQ(*normalize_text("xã" + utf8(c) + "mới"), "xã mới") << number(c);
    EXPECT_EQ(canonical_key("xã" + utf8(c) + "mới"), "xa4 mơi1") << number(c);
  }
}

TEST(EveryInvisibleSign, IsRemovedFromTextAndKeys) {
  for (const char32_t c : std::u32string_view(U"\u00AD\u200C\u200D\u200E\u200F\u2060\uFEFF")) {
    EXPECT_EQ(*normalize_text("hu" + utf8(c) + "yện"), "huyện") << number(c);
    EXPECT_EQ(canonical_key("hu" + utf8(c) + "yện"), "huyên5") << number(c);
    EXPECT_EQ(fold_key("hu" + utf8(c) + "yện"), "huyen") << number(c);
  }
}

TEST(EveryStrokedD, IsOneLetter) {
  for (const char32_t c : std::u32string_view(U"ÐƉĐ")) {
    EXPECT_EQ(*normalize_text(utf8(c) + "ẮK"), "ĐẮK") << number(c);
    EXPECT_EQ(canonical_key(utf8(c) + "ẮK"), "đăk1") << number(c);
  }
  for (const char32_t c : std::u32string_view(U"ðɖđ")) {
    EXPECT_EQ(*normalize_text(utf8(c) + "ồng"), "đồng") << number(c);
    EXPECT_EQ(fold_key(utf8(c) + "ồng"), "dong") << number(c);
  }
}

TEST(EveryLookAlike, IsLatinInsideALatinWordOnly) {
  const std::u32string_view cyrillic = U"аеорсухіАВЕКМНОРСТХУ";
  const std::string_view latin = "aeopcyxiabekmhopctxy";
  for (std::size_t i = 0; i < cyrillic.size(); ++i) {
    const std::string letter = utf8(cyrillic[i]);
    EXPECT_EQ(canonical_key("l" + letter + "n"), std::string("l") + latin[i] + "n") << letter;
    EXPECT_NE(canonical_key(letter + letter), std::string(2, latin[i])) << letter;
  }
}

TEST(LettersThatOnlyLookSimilar, StayApart) {
  EXPECT_NE(canonical_key("rn"), canonical_key("m"));
  EXPECT_NE(canonical_key("l"), canonical_key("I"));
  EXPECT_NE(canonical_key("0"), canonical_key("O"));
}

TEST(EveryApostrophe, IsOneSignInKeysAndStaysInText) {
  for (const char32_t c : std::u32string_view(U"'’ʼ‘`´")) {
    EXPECT_EQ(canonical_key("H" + utf8(c) + "leo"), "h'leo") << number(c);
    EXPECT_EQ(*normalize_text("H" + utf8(c) + "leo"), "H" + utf8(c) + "leo") << number(c);
  }
}

TEST(EveryDash, IsOneSignInKeysAndStaysInText) {
  for (const char32_t c : std::u32string_view(U"-–—‐‑−")) {
    EXPECT_EQ(canonical_key("VH" + utf8(c) + "XH"), "vh-xh") << number(c);
    EXPECT_EQ(*normalize_text("VH" + utf8(c) + "XH"), "VH" + utf8(c) + "XH") << number(c);
  }
}

TEST(EveryQuoteAndTheEllipsis, AreAsciiInKeys) {
  for (const char32_t c : std::u32string_view(U"\"“”„")) {
    EXPECT_EQ(canonical_key(utf8(c) + "xã"), "\"xa4") << number(c);
  }
  EXPECT_EQ(canonical_key("a…b"), "a...b");
}

TEST(EveryOrderOfMarks, ComposesToOneLetter) {
  EXPECT_EQ(*normalize_text("e\u0302\u0303"), "ễ");
  EXPECT_EQ(*normalize_text("e\u0323\u0302"), "ệ");
  EXPECT_EQ(*normalize_text("e\u0302\u0323"), "ệ");
  EXPECT_EQ(*normalize_text("u\u0303\u031B"), "ữ");
  EXPECT_EQ(*normalize_text("u\u031B\u0303"), "ữ");
  EXPECT_EQ(*normalize_text("a\u0340"), "à");
  EXPECT_EQ(*normalize_text("a\u0341"), "á");
}

TEST(ToneMarks, BecomeTheDigitsOfTheKey) {
  const std::vector<std::pair<char32_t, char>> marks = {
      {0x0300, '2'}, {0x0301, '1'}, {0x0303, '4'}, {0x0309, '3'}, {0x0323, '5'}};
  for (const auto& [mark, digit] : marks) {
    EXPECT_EQ(canonical_key("ho" + utf8('a') + utf8(mark)), std::string("hoa") + digit);
    EXPECT_EQ(fold_key("ho" + utf8('a') + utf8(mark)), "hoa");
  }
}

}  // namespace
}  // namespace tinlang::text
