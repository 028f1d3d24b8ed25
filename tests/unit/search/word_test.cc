// Syllables that are spelt with i and with y: every pair in use, and those that are two words.

#include "searchd/search/word.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "indexer/text/syllable.h"

namespace tinlang::search {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr auto kOneWord = std::to_array<Pair>({{"kì", "kỳ"},
                                               {"kí", "ký"},
                                               {"kĩ", "kỹ"},
                                               {"kỉ", "kỷ"},
                                               {"kị", "kỵ"},
                                               {"lí", "lý"},
                                               {"lị", "lỵ"},
                                               {"mĩ", "mỹ"},
                                               {"tỉ", "tỷ"},
                                               {"tị", "tỵ"},
                                               {"quí", "quý"},
                                               {"sĩ", "sỹ"},
                                               {"hỉ", "hỷ"}});

constexpr auto kTwoWords = std::to_array<Pair>({{"hi", "hy"},
                                                {"li", "ly"},
                                                {"mi", "my"},
                                                {"ti", "ty"},
                                                {"ki", "ky"},
                                                {"Vi", "Vy"},
                                                {"vì", "vỳ"},
                                                {"bí", "bý"},
                                                {"i", "y"},
                                                {"í", "ý"},
                                                {"tai", "tay"},
                                                {"tái", "táy"},
                                                {"mài", "mày"}});

TEST(OtherSpelling, IsThatOfEveryPairInUse) {
  for (const auto& [with_i, with_y] : kOneWord) {
    const std::string a = text::canonical_key(with_i);
    const std::string b = text::canonical_key(with_y);
    EXPECT_EQ(other_spelling(a), b) << with_i;
    EXPECT_EQ(other_spelling(b), a) << with_y;
  }
}

TEST(OtherSpelling, IsNoneWhereBothAreWordsOfTheirOwn) {
  for (const auto& [with_i, with_y] : kTwoWords) {
    EXPECT_EQ(other_spelling(text::canonical_key(with_i)), "") << with_i;
    EXPECT_EQ(other_spelling(text::canonical_key(with_y)), "") << with_y;
  }
}

}  // namespace
}  // namespace tinlang::search
