// Keys and numbers of words.

#include "indexer/entities/word_keys.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/entities/place_names.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/text/syllable.h"
#include "tests/unit/entities/entities_fixture.h"

namespace tinlang::entities {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char byte : text) {
    if (byte == ' ') {
      words.emplace_back();
    } else {
      words.back().push_back(byte);
    }
  }
  return words;
}

class LetterKeysTest : public EntitiesTest {};

TEST_F(LetterKeysTest, AreTheCanonicalKeysOfAllNamesOfUnits) {
  const LetterKeys letters;
  int by_table = 0;
  for (const auto& unit : gazetteer_->units()) {
    for (const auto& word : words_of(unit.type + " " + unit.name)) {
      const auto key = letters.key(word);
      if (!key) continue;
      ++by_table;
      ASSERT_EQ(*key, text::canonical_key(word)) << word;
    }
  }
  EXPECT_GT(by_table, 30'000) << "hardly a name needs the long way";
}

TEST(LetterKeys, LeaveOtherWordsToTheLongWay) {
  const LetterKeys letters;
  // An apostrophe, a letter in two parts, two tone marks, a look-alike, half a letter.
  for (const std::string word : {"H'leo", "Ho\u0300a", "hòá", "\u0430n", "H\xC3"}) {
    EXPECT_FALSE(letters.key(word)) << word;
  }
  EXPECT_EQ(letters.key("THUỶ"), "thuy3");
}

TEST(WordList, FindsEveryWordThatWasAdded) {
  WordList list;
  for (int i = 0; i < 20'000; ++i) {
    ASSERT_EQ(list.add("từ" + std::to_string(i)), static_cast<std::uint32_t>(i));
  }
  for (int i = 0; i < 20'000; ++i) {
    ASSERT_EQ(list.find("từ" + std::to_string(i)), static_cast<std::uint32_t>(i));
    ASSERT_EQ(list.add("từ" + std::to_string(i)), static_cast<std::uint32_t>(i));
  }
  EXPECT_EQ(list.find("từ20000"), WordList::kNone);
  EXPECT_EQ(list.find(""), WordList::kNone);
}

// The bound on the length of names must let every name through.
class PlaceNameTest : public EntitiesTest {};

TEST_F(PlaceNameTest, EveryUnitIsReadByItsName) {
  std::vector<std::string> unread;
  for (const auto system : {gazetteer::System::kThreeLevel, gazetteer::System::kTwoLevel}) {
    const auto units = gazetteer_->as_of(system);
    WordKeys keys;
    for (const auto& unit : units.units()) {
      // "Phường 5" is read behind its type word.
      if (unit.system != system || unit.name.starts_with("Phường ") ||
          unit.name.starts_with("Quận ")) {
        continue;
      }
      const auto words = read_words(unit.name, &keys);
      // "Đại áng" and "N.T Phong Hải" of the source are not written so in running text.
      const bool odd = std::any_of(words.begin(), words.end(), [](const Word& word) {
        return word.shape == Shape::kLower || word.key == ".";
      });
      if (odd) continue;
      const bool numbered = words.front().shape == Shape::kNumber;
      const auto name = read_place_name(units, words, 0, Tier::kOpen, numbered ? unit.type : "");
      if (!name || name->end != words.size()) unread.push_back(unit.name);
    }
  }
  EXPECT_THAT(unread, testing::IsEmpty());
}

}  // namespace
}  // namespace tinlang::entities
