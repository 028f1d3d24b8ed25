// What holds for any text, shown on five real articles when they lie beside the
// repository.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/text/analyzer.h"
#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"

namespace tinlang::text {
namespace {

const std::filesystem::path kSeeds = std::filesystem::path(TINLANG_SOURCE_DIR) / "../shared/seeds";

std::vector<std::string> seed_texts() {
  std::vector<std::string> texts;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(kSeeds, missing)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.push_back(*normalize_text(std::string{std::istreambuf_iterator<char>(file), {}}));
  }
  return texts;
}

class RealText : public testing::Test {
 protected:
  void SetUp() override {
    if (texts_.empty()) GTEST_SKIP() << "no articles in " << kSeeds;
  }

  std::vector<std::string> texts_ = seed_texts();
};

bool begins_code_point(const std::string& text, std::size_t offset) {
  return offset == text.size() || (static_cast<std::uint8_t>(text[offset]) & 0xC0) != 0x80;
}

TEST_F(RealText, GivesTokensInOrderOnCodePointBoundaries) {
  auto analyzer = Analyzer::create();
  ASSERT_TRUE(analyzer);
  for (const std::string& text : texts_) {
    std::uint32_t last_begin = 0;
    for (const Token& token : analyzer->analyze(text).tokens) {
      ASSERT_LT(token.begin, token.end);
      ASSERT_LE(last_begin, token.begin);
      ASSERT_TRUE(begins_code_point(text, token.begin));
      ASSERT_TRUE(begins_code_point(text, token.end));
      ASSERT_FALSE(token.canonical.empty());
      ASSERT_FALSE(token.folded.empty());
      last_begin = token.begin;
    }
  }
}

TEST_F(RealText, GivesTokensWhoseTextAloneGivesTheSameKeys) {
  auto analyzer = Analyzer::create();
  ASSERT_TRUE(analyzer);
  for (const std::string& text : texts_) {
    for (const Token& token : analyzer->analyze(text).tokens) {
      if (token.alternative) continue;
      const std::string alone = text.substr(token.begin, token.end - token.begin);
      const auto again = analyzer->analyze(alone).tokens;
      ASSERT_FALSE(again.empty()) << alone;
      ASSERT_EQ(again.front().canonical, token.canonical);
      ASSERT_EQ(again.front().canonical, canonical_key(alone));
      ASSERT_EQ(again.front().folded, fold_key(alone));
    }
  }
}

TEST_F(RealText, IsMadeOfVietnameseSyllables) {
  auto analyzer = Analyzer::create();
  ASSERT_TRUE(analyzer);
  std::size_t marked = 0;
  std::vector<std::string> refused;
  for (const std::string& text : texts_) {
    for (const Token& token : analyzer->analyze(text).tokens) {
      const std::string word = text.substr(token.begin, token.end - token.begin);
      // Capitals with Đ are abbreviations, not syllables.
      if (token.alternative || !token.marked || word.find("Đ") != std::string::npos) continue;
      ++marked;
      if (!is_vietnamese_syllable(word)) refused.push_back(word);
    }
  }
  EXPECT_GT(marked, 2000U);
  EXPECT_LE(refused.size(), marked / 500) << testing::PrintToString(refused);
}

}  // namespace
}  // namespace tinlang::text
