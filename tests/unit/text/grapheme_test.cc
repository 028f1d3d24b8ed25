#include "indexer/text/grapheme.h"

#include <string>

#include <gtest/gtest.h>

namespace tinlang::text {
namespace {

TEST(GraphemeBoundary, IsThePlaceItselfBetweenTwoLetters) {
  const std::string text = "xã mới";
  EXPECT_EQ(grapheme_boundary(text, 0, 0), 0U);
  EXPECT_EQ(grapheme_boundary(text, 0, 1), 1U);
  EXPECT_EQ(grapheme_boundary(text, 1, 3), 3U);
  EXPECT_EQ(grapheme_boundary(text, 0, text.size()), text.size());
}

TEST(GraphemeBoundary, LiesBeforeALetterWhoseMarksFollow) {
  const std::string text = "ae\u0302\u0323b";  // 'e' at 1, its marks at 2 and 4
  EXPECT_EQ(grapheme_boundary(text, 0, 2), 1U);
  EXPECT_EQ(grapheme_boundary(text, 0, 4), 1U);
  EXPECT_EQ(grapheme_boundary(text, 0, 6), 6U);
}

TEST(GraphemeBoundary, LiesBeforeJoinedSignsAndPairsOfFlagLetters) {
  const std::string family = "a👩\u200D🌾";
  for (const std::size_t at : {std::size_t{5}, std::size_t{8}}) {
    EXPECT_EQ(grapheme_boundary(family, 0, at), 1U);
  }
  EXPECT_EQ(grapheme_boundary("🇻🇳🇻🇳", 0, 4), 0U);
  EXPECT_EQ(grapheme_boundary("🇻🇳🇻🇳", 0, 8), 8U);
  EXPECT_EQ(grapheme_boundary("🇻🇳🇻🇳", 0, 12), 8U);
}

TEST(GraphemeBoundary, IsTheBeginWhenNothingElseIsLeft) {
  EXPECT_EQ(grapheme_boundary("xe\u0302", 1, 2), 1U);
}

}  // namespace
}  // namespace tinlang::text
