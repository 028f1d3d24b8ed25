// What a claim rests on, and texts made to cost much.

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/entities/entities_fixture.h"

namespace tinlang::entities {
namespace {

class EvidenceTest : public EntitiesTest {
 protected:
  static std::string words_at(const article::Article& article, const TextSpan& span) {
    std::string text = article.title;
    if (span.field == TextField::kLead) text = article.lead;
    if (span.field == TextField::kBody) text = article::body_text(article);
    if (span.field == TextField::kCaption) text = article.captions.at(span.item);
    return text.substr(span.begin, span.end - span.begin);
  }

  static std::vector<std::string> words_at(const article::Article& article,
                                           const std::vector<TextSpan>& spans) {
    std::vector<std::string> words;
    for (const auto& span : spans) {
      words.push_back(std::string(to_string(span.field)) + ": " + words_at(article, span));
    }
    return words;
  }

  static article::Article visit() {
    auto article = make_article("Huyện Thanh Chương: Khánh thành cầu",
                                {"Sáng nay, cầu thông xe.",
                                 "Ông Đậu Bá Thiềm, nguyên Bí thư Huyện ủy Thanh Chương, quyền "
                                 "Giám đốc Sở Nội vụ cắt băng."});
    article.captions = {"Toàn cảnh.", "Ông Đậu Bá Thiềm, Giám đốc Sở Nội vụ phát biểu."};
    return article;
  }
};

TEST_F(EvidenceTest, OfAPlaceIsEveryMentionInOrder) {
  const auto article = visit();
  const auto found = recognizer_->recognize(article);
  ASSERT_FALSE(found.localities.empty());
  EXPECT_THAT(words_at(article, found.localities[0].evidence),
              testing::ElementsAre("title: Huyện Thanh Chương", "body: Huyện ủy Thanh Chương"));
}

TEST_F(EvidenceTest, OfAnOfficialIsTheNameAndTheWordsOfEachPost) {
  const auto article = visit();
  const auto found = recognizer_->recognize(article);
  ASSERT_EQ(found.officials.size(), 1U);
  const auto& official = found.officials[0];
  EXPECT_THAT(words_at(article, official.evidence),
              testing::ElementsAre("body: Đậu Bá Thiềm", "caption: Đậu Bá Thiềm"));
  ASSERT_GE(official.posts.size(), 2U);
  const auto& secretary = official.posts[0];
  EXPECT_TRUE(secretary.former);
  EXPECT_EQ(secretary.words, "nguyên Bí thư Huyện ủy Thanh Chương");
  EXPECT_EQ(secretary.words, words_at(article, secretary.evidence));
  EXPECT_EQ(secretary.level, "district");
  EXPECT_EQ(secretary.locality, "428");
  const auto& director = official.posts[1];
  EXPECT_TRUE(director.acting);
  EXPECT_EQ(words_at(article, director.evidence), "quyền Giám đốc Sở Nội vụ");
}

TEST_F(EvidenceTest, OfANameOfSeveralUnitsIsKeptWithThem) {
  const auto article = make_article("Tin vui", {"Huyện Chợ Mới được mùa."});
  const auto found = recognizer_->recognize(article);
  EXPECT_TRUE(found.localities.empty());
  ASSERT_EQ(found.undecided.size(), 1U);
  EXPECT_EQ(found.undecided[0].name, "Chợ Mới");
  EXPECT_THAT(found.undecided[0].codes, testing::UnorderedElementsAre("065", "893"));
  EXPECT_THAT(words_at(article, found.undecided[0].evidence),
              testing::ElementsAre("body: Huyện Chợ Mới"));
}

// One line of 100,000 capitalised words: a text that costs the square of its
// length would take hours.
class LongLineTest : public EntitiesTest, public testing::WithParamInterface<std::string> {};

TEST_P(LongLineTest, IsReadInTimeThatGrowsWithItsLength) {
  constexpr std::size_t kWords = 100'000;
  const auto pattern_words =
      static_cast<std::size_t>(std::count(GetParam().begin(), GetParam().end(), ' '));
  std::string line;
  for (std::size_t words = 0; words < kWords; words += pattern_words) line += GetParam();
  const auto start = std::chrono::steady_clock::now();
  recognizer_->recognize(make_article("Một dòng dài", {"Tin ngắn.", line}));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::minutes(1));
}
INSTANTIATE_TEST_SUITE_P(Patterns, LongLineTest,
                         testing::Values("Nguyễn Văn ", "Thanh Chương ", "Chủ Tịch ", "Đồng Chí ",
                                         "Xã ", "Các Xã Tân Thành ", "Huyện Ủy ", "Sở ",
                                         "Ông Trần Văn Ba, ", "Trường Ban Phòng "));

}  // namespace
}  // namespace tinlang::entities
