// Keys and numbers of words.

#include "indexer/entities/word_keys.h"

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

class WordKeysTest : public EntitiesTest {};

TEST_F(WordKeysTest, AreTheCanonicalKeysOfAllNamesOfUnits) {
  WordKeys keys;
  for (const auto& unit : gazetteer_->units()) {
    for (const auto& word : words_of(unit.type + " " + unit.name)) {
      ASSERT_EQ(keys.key(word), text::canonical_key(word)) << word;
    }
  }
}

TEST(WordKeys, AreTheCanonicalKeysOfWordsOutsideTheTableOfLetters) {
  WordKeys keys;
  // Apostrophes, letters in parts, two tone marks, look-alikes, half a letter, no letter, too long.
  for (const std::string word : {"H'leo", "H\u2019leo", "Ho\u0300a", "hòá", "\u0430n", "H\xC3", "",
                                 "\u0189a", "THUỶ", "ﬁn", "Ð", "x`y"}) {
    EXPECT_EQ(keys.key(word), text::canonical_key(word)) << word;
    EXPECT_EQ(keys.key(word), text::canonical_key(word)) << word << " again";
  }
  const std::string endless(200, 'n');
  EXPECT_EQ(keys.key(endless), endless);
}

TEST(WordKeys, AreTheSameWhenReadFromRunningText) {
  WordKeys keys;
  const std::string text = "Thuỷ, UỶ ban; Ea H'leo (Hòá) \u0430n ngoẵng 21/4 x\xC3\x28y nghiêng";
  for (const Word& word : read_words(text, &keys)) {
    if (is_capitalised(word) || word.shape == Shape::kLower) {
      EXPECT_EQ(word.key, text::canonical_key(word.text)) << word.text;
    }
    EXPECT_EQ(text.substr(word.begin, word.end - word.begin), word.text);
  }
}

TEST(WordKeys, StayValidWhenManyMoreAreMade) {
  WordKeys keys;
  std::vector<std::string> texts;
  for (int i = 0; i < 5'000; ++i) texts.push_back(std::string(1 + i % 40, 'b') + "ệ");
  std::vector<std::string_view> made;
  for (const auto& text : texts) made.push_back(keys.key(text));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(made[i], text::canonical_key(texts[i]));
  }
}

TEST(Vocabulary, NumbersTheKeysOfWords) {
  Vocabulary vocabulary;
  const auto number = vocabulary.add("huyên5");
  EXPECT_EQ(vocabulary.add("huyên5"), number);
  WordKeys keys(&vocabulary);
  const std::string text = "HUYỆN huyên";
  const auto words = read_words(text, &keys);
  EXPECT_EQ(words[0].id, number);
  EXPECT_EQ(words[0].key.data(), vocabulary.key(number).data());
  EXPECT_EQ(words[1].id, Vocabulary::kUnknown);
}

TEST(ReadWords, TakesMalformedBytesForMarks) {
  WordKeys keys;
  const auto words = read_words("a\xED\xA0\x80 \xE1\xBB b\xFF", &keys);
  ASSERT_FALSE(words.empty());
  for (const Word& word : words) {
    EXPECT_EQ(word.shape == Shape::kMark, word.text != "a" && word.text != "b");
    EXPECT_FALSE(word.text.empty());
  }
}

class PlaceNameTest : public EntitiesTest {
 protected:
  // The names that cannot be read by themselves in texts of `system`'s time, each written as
  // `spell` says.
  template <typename Spell>
  static std::vector<std::string> unread(gazetteer::System system, Spell&& spell) {
    const auto units = gazetteer_->as_of(system);
    Vocabulary vocabulary;
    const PlaceWords place_words(units, &vocabulary);
    const PlaceNames places(units, place_words);
    WordKeys keys = places.make_keys();
    std::vector<std::string> names;
    for (const auto& unit : units.units()) {
      // "Phường 5" is read behind its type word; "N.T Phong Hải" is not written so in running text.
      const bool odd = unit.name.starts_with("Phường ") || unit.name.starts_with("Quận ") ||
                       unit.name.find('.') != std::string::npos;
      if (unit.system != system || odd) continue;
      const std::string text = spell(unit.name);
      const auto words = read_words(text, &keys);
      const bool numbered = words.front().shape == Shape::kNumber;
      const auto name = places.read(words, 0, Tier::kOpen, numbered ? unit.type : "");
      if (!name || name->end != words.size()) names.push_back(text);
    }
    return names;
  }
};

constexpr gazetteer::System kSystems[] = {gazetteer::System::kThreeLevel,
                                          gazetteer::System::kTwoLevel};

TEST_F(PlaceNameTest, EveryUnitIsReadByItsName) {
  for (const auto system : kSystems) {
    EXPECT_THAT(unread(system, [](const std::string& name) { return name; }), testing::IsEmpty());
  }
}

TEST_F(PlaceNameTest, EveryUnitIsReadWithoutMarks) {
  const auto unmarked = [](const std::string& name) {
    // Behind its type word a number is read with the marks of its name alone: "phường 2 Bảo Lộc".
    if (name.front() >= '0' && name.front() <= '9') return name;
    std::string folded = text::fold_key(name);
    for (std::size_t i = 0; i < folded.size(); ++i) {
      const bool begins = i == 0 || folded[i - 1] == ' ';
      if (begins && folded[i] >= 'a') folded[i] = static_cast<char>(folded[i] - 'a' + 'A');
    }
    return folded;
  };
  for (const auto system : kSystems) EXPECT_THAT(unread(system, unmarked), testing::IsEmpty());
}

TEST_F(PlaceNameTest, EveryUnitIsReadWithItsApostropheApart) {
  const auto parted = [](std::string name) {
    const auto mark = name.find('\'');
    // Only behind a letter that stands alone is it no quotation mark.
    const bool alone = mark == 1 || (mark != std::string::npos && name[mark - 2] == ' ');
    if (!alone || static_cast<unsigned char>(name[mark + 1]) >= 0x80) return name;
    if (name[mark + 1] >= 'a') name[mark + 1] = static_cast<char>(name[mark + 1] - 'a' + 'A');
    name.insert(mark + 1, " ");
    return name;
  };
  for (const auto system : kSystems) EXPECT_THAT(unread(system, parted), testing::IsEmpty());
}

TEST_F(PlaceNameTest, HyphensDoNotMatterAndMarksDo) {
  Vocabulary vocabulary;
  const PlaceWords place_words(*gazetteer_, &vocabulary);
  const PlaceNames places(*gazetteer_, place_words);
  WordKeys keys = places.make_keys();
  const auto read = [&](const std::string& text) {
    const auto name = places.read(read_words(text, &keys), 0, Tier::kOpen, "");
    return name ? std::to_string(name->end) + (name->by_marks ? "" : " folded") : "none";
  };
  EXPECT_EQ(read("Bà Rịa - Vũng Tàu"), "5");
  EXPECT_EQ(read("Bà Rịa – Vũng Tàu hôm nay"), "5");
  EXPECT_EQ(read("Bà-Rịa Vũng Tàu"), "5");
  EXPECT_EQ(read("Ba Ria - Vung Tau"), "5 folded");
  EXPECT_EQ(read("Ba Ria – Vung Tau"), "2 folded") << "a dash outside ASCII is a mark of the text";
  EXPECT_EQ(read("Bạch Thong"), "none") << "some marks, not all";
  EXPECT_EQ(read("Không Đâu Có"), "none");
  EXPECT_EQ(read("bạch thông"), "none");
}

}  // namespace
}  // namespace tinlang::entities
