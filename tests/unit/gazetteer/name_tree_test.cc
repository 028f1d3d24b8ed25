// Names word by word, and the lists that they lead to.

#include "indexer/gazetteer/name_tree.h"

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/gazetteer/name_key.h"
#include "indexer/gazetteer/unit_lists.h"

namespace tinlang::gazetteer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  for_each_key_word(key, [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

TEST(KeyWords, AreTheSameForAllWaysOfWriting) {
  EXPECT_THAT(words_of("ba2 ria5 - vung4 tau2"), ElementsAre("ba2", "ria5", "vung4", "tau2"));
  EXPECT_THAT(words_of("phan rang-thap1.cham2"), ElementsAre("phan", "rang", "thap1", "cham2"));
  EXPECT_THAT(words_of("ea h'leo"), ElementsAre("ea", "hleo"));
  EXPECT_THAT(words_of("ea h' leo"), ElementsAre("ea", "hleo"));
  EXPECT_THAT(words_of("' - '"), IsEmpty());
  EXPECT_THAT(words_of(""), IsEmpty());
}

TEST(KeyWords, ArePlainWithoutWhatPartsOrJoinsThem) {
  EXPECT_TRUE(is_plain_word("huyên5"));
  for (const char* key : {"", "h'leo", "a b", "a-b", "n.t"}) EXPECT_FALSE(is_plain_word(key));
}

NameTree make_tree() {
  NameTreeBuilder builder;
  builder.add_spelling("đăc1", "đăk1");
  builder.units(System::kThreeLevel).add(builder.add("đăk1 lăk1"), 7);
  builder.units(System::kThreeLevel).add(builder.add("đăc1 lăk1"), 8);
  builder.units(System::kTwoLevel).add(builder.add("đăk1"), 9);
  builder.mark_phrase(builder.add("thông1 nhât1"));
  return std::move(builder).build();
}

TEST(NameTree, FollowsNamesWordByWord) {
  const NameTree tree = make_tree();
  const auto first = tree.begin(tree.word("đăk1"));
  const auto second = tree.step(first, tree.word("lăk1"));
  EXPECT_THAT(tree.units(first, System::kThreeLevel), IsEmpty());
  EXPECT_THAT(tree.units(first, System::kTwoLevel), ElementsAre(9));
  EXPECT_THAT(tree.units(second, System::kThreeLevel), ElementsAre(7, 8));
  EXPECT_EQ(second, tree.find("đăk1-lăk1"));
  EXPECT_EQ(second, tree.find("đăc1 lăk1")) << "another spelling of the first word";
}

TEST(NameTree, EndsWhereNoNameGoesOn) {
  const NameTree tree = make_tree();
  EXPECT_EQ(tree.word("lao"), 0U);
  EXPECT_EQ(tree.begin(0), 0U);
  EXPECT_EQ(tree.begin(tree.word("lăk1")), 0U) << "no name begins with it";
  EXPECT_EQ(tree.step(tree.begin(tree.word("đăk1")), tree.word("nhât1")), 0U);
  EXPECT_EQ(tree.find("đăk1 lăk1 lăk1"), 0U);
  EXPECT_EQ(tree.find(""), 0U);
  EXPECT_THAT(tree.units(0, System::kThreeLevel), IsEmpty());
}

TEST(NameTree, TellsPhrasesFromTheirBeginnings) {
  const NameTree tree = make_tree();
  EXPECT_TRUE(tree.is_phrase(tree.find("thông1 nhât1")));
  EXPECT_FALSE(tree.is_phrase(tree.find("thông1")));
  EXPECT_FALSE(tree.is_phrase(tree.find("đăk1 lăk1")));
  EXPECT_FALSE(tree.is_phrase(0));
}

TEST(NameTree, KeepsItsNamesWhenRoomIsMade) {
  NameTreeBuilder builder;
  std::vector<std::string> keys;
  for (int i = 0; i < 5'000; ++i) {
    keys.push_back("a" + std::to_string(i % 71) + " b" + std::to_string(i % 73) + " c");
    builder.units(System::kTwoLevel).append(builder.add(keys.back()), static_cast<UnitId>(i));
    if (i == 100) builder.reserve(20'000);
  }
  const NameTree tree = std::move(builder).build();
  for (int i = 0; i < 5'000; ++i) {
    ASSERT_THAT(tree.units(tree.find(keys[static_cast<std::size_t>(i)]), System::kTwoLevel),
                ElementsAre(i));
  }
}

TEST(UnitLists, KeepTheOrderOfEachListAndNoUnitTwice) {
  UnitListsBuilder builder;
  for (const UnitId unit : {5U, 3U, 5U, 4U}) builder.add(2, unit);
  builder.append(0, 9);
  builder.append(0, 9);
  EXPECT_TRUE(builder.has(2, [](UnitId unit) { return unit == 3; }));
  EXPECT_FALSE(builder.has(1, [](UnitId) { return true; }));
  EXPECT_FALSE(builder.has(77, [](UnitId) { return true; }));
  const UnitLists lists = std::move(builder).build();
  EXPECT_THAT(lists[0], ElementsAre(9, 9));
  EXPECT_THAT(lists[1], IsEmpty());
  EXPECT_THAT(lists[2], ElementsAre(5, 3, 4));
  EXPECT_THAT(lists[3], IsEmpty());
  EXPECT_THAT(UnitLists()[0], IsEmpty());
}

}  // namespace
}  // namespace tinlang::gazetteer
