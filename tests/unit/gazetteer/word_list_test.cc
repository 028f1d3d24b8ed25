// Words by number.

#include "indexer/gazetteer/word_list.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace tinlang::gazetteer {
namespace {

void expect_all(const WordList& list, int count) {
  for (int i = 0; i < count; ++i) {
    const std::string word = "từ" + std::to_string(i);
    ASSERT_EQ(list.find(word), static_cast<std::uint32_t>(i));
    ASSERT_EQ(list[static_cast<std::size_t>(i)], word);
  }
}

TEST(WordList, FindsEveryWordThatWasAdded) {
  constexpr int kWords = 20'000;
  WordList list;
  for (const bool again : {false, true}) {
    for (int i = 0; i < kWords; ++i) {
      ASSERT_EQ(list.add("từ" + std::to_string(i)), static_cast<std::uint32_t>(i)) << again;
    }
  }
  EXPECT_EQ(list.size(), static_cast<std::size_t>(kWords));
  expect_all(list, kWords);
  EXPECT_EQ(list.find("từ20000"), WordList::kNone);
  EXPECT_EQ(list.find(""), WordList::kNone);
}

TEST(WordList, TellsShortWordsAndLongOnesApart) {
  WordList list;
  std::string word;
  for (std::uint32_t size = 0; size < 40; ++size, word.push_back('a')) {
    EXPECT_EQ(list.add(word), size);
  }
  EXPECT_EQ(list.find(""), 0U);
  EXPECT_EQ(list.find(std::string(39, 'a')), 39U);
  EXPECT_EQ(list.find(std::string(40, 'a')), WordList::kNone);
}

TEST(WordList, KeepsItsWordsWhenMovedAndWhenRoomIsMade) {
  WordList list;
  const std::string_view first = list[list.add("từ0")];
  for (int i = 1; i < 100; ++i) list.add("từ" + std::to_string(i));
  list.reserve(10'000);
  WordList moved = std::move(list);
  expect_all(moved, 100);
  EXPECT_EQ(first, "từ0");
  EXPECT_EQ(first.data(), moved[0].data());
}

}  // namespace
}  // namespace tinlang::gazetteer
