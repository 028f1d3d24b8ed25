#include "searchd/search/keystrokes.h"

#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/text/syllable.h"
#include "tests/support/syllable_parts.h"

namespace tinlang::search {
namespace {

using testing::kOnsets;
using testing::kRimes;

struct KeysCase {
  std::string name;
  std::string keys;
  std::string word;
};

void PrintTo(const KeysCase& test, std::ostream* out) { *out << test.name; }

std::string name_of(const ::testing::TestParamInfo<KeysCase>& test) { return test.param.name; }

class Telex : public ::testing::TestWithParam<KeysCase> {};

TEST_P(Telex, IsDecoded) {
  const auto word = decode_telex(GetParam().keys);
  ASSERT_TRUE(word);
  EXPECT_EQ(*word, GetParam().word);
}
INSTANTIATE_TEST_SUITE_P(Words, Telex,
                         ::testing::Values(KeysCase{"KeysAfterTheirLetters", "hooij", "hội"},
                                           KeysCase{"ToneAtTheEnd", "nghij", "nghị"},
                                           KeysCase{"TwoHorns", "chuwowng", "chương"},
                                           KeysCase{"OneKeyForTwoHorns", "chuongw", "chương"},
                                           KeysCase{"KeyAfterTheCoda", "dangd", "đang"},
                                           KeysCase{"EverythingAtTheEnd", "dongdof", "đồng"},
                                           KeysCase{"UoWithoutCoda", "thuowr", "thuở"},
                                           KeysCase{"HornOfUa", "muaw", "mưa"},
                                           KeysCase{"BreveAfterQu", "quawngs", "quắng"},
                                           KeysCase{"LoneW", "tw", "tư"},
                                           KeysCase{"Capitals", "HOOIJ", "HỘI"},
                                           KeysCase{"FirstCapital", "DDoongf", "Đồng"},
                                           KeysCase{"SomeMarksTypedAlready", "hôij", "hội"},
                                           KeysCase{"LastToneCounts", "hoofij", "hội"},
                                           KeysCase{"ToneInOldStyle", "hoaf", "hòa"}),
                         name_of);

class Vni : public ::testing::TestWithParam<KeysCase> {};

TEST_P(Vni, IsDecoded) {
  const auto word = decode_vni(GetParam().keys);
  ASSERT_TRUE(word);
  EXPECT_EQ(*word, GetParam().word);
}
INSTANTIATE_TEST_SUITE_P(Words, Vni,
                         ::testing::Values(KeysCase{"KeysAfterTheirLetters", "ho65i", "hội"},
                                           KeysCase{"ToneAtTheEnd", "nghi5", "nghị"},
                                           KeysCase{"OneKeyForTwoHorns", "chuong7", "chương"},
                                           KeysCase{"Stroke", "d9o62ng", "đồng"},
                                           KeysCase{"Breve", "na8m", "năm"},
                                           KeysCase{"NoTone", "hoi60", "hôi"}),
                         name_of);

TEST(KeystrokesRefused, WordsWithoutAKey) {
  for (const char* word : {"", "thanh", "hội", "xanh", "tin"}) {
    EXPECT_FALSE(decode_telex(word)) << word;
    EXPECT_FALSE(decode_vni(word)) << word;
  }
}

TEST(KeystrokesRefused, WhatIsNoSyllableAfterwards) {
  for (const char* word : {"google", "windows", "brexit", "sss", "wwwwww", "ff", "covid19"}) {
    EXPECT_FALSE(decode_telex(word)) << word;
  }
  for (const char* word : {"2023", "a1b2", "covid19", "123456789012345", "9"}) {
    EXPECT_FALSE(decode_vni(word)) << word;
  }
}

TEST(KeystrokesRefused, LongWordsAndForeignBytes) {
  EXPECT_FALSE(decode_telex(std::string(100'000, 'a')));
  EXPECT_FALSE(decode_vni(std::string(100'000, '1')));
  EXPECT_FALSE(decode_telex("\xff\xfe"));
  EXPECT_FALSE(decode_telex("мосs"));
}

// Every syllable that onsets, rimes and tones give, typed in each method in two habits.

struct KeyOfLetter {
  std::string_view letter;
  char plain;
  char telex;
  char vni;
};
constexpr std::array kKeys = {KeyOfLetter{"ă", 'a', 'w', '8'}, KeyOfLetter{"â", 'a', 'a', '6'},
                              KeyOfLetter{"ê", 'e', 'e', '6'}, KeyOfLetter{"ô", 'o', 'o', '6'},
                              KeyOfLetter{"ơ", 'o', 'w', '7'}, KeyOfLetter{"ư", 'u', 'w', '7'},
                              KeyOfLetter{"đ", 'd', 'd', '9'}};
constexpr std::string_view kTelexTones = "-sfrxj";

// The keys of `syllable`, which has no tone: each after its letter, or all behind.
std::string typed(std::string_view syllable, char KeyOfLetter::*key, bool behind) {
  std::string keys;
  std::string later;
  while (!syllable.empty()) {
    bool found = false;
    for (const KeyOfLetter& row : kKeys) {
      if (!syllable.starts_with(row.letter)) continue;
      keys += row.plain;
      // One w or 7 serves both letters of ươ.
      const char pressed = row.*key;
      if (!behind) {
        keys += pressed;
      } else if (later.empty() || later.back() != pressed || row.letter != "ơ") {
        later += pressed;
      }
      syllable.remove_prefix(row.letter.size());
      found = true;
      break;
    }
    if (found) continue;
    keys += syllable.front();
    syllable.remove_prefix(1);
  }
  return keys + later;
}

// The key C of `syllable`, which has no tone, with that one.
std::string with_tone(const std::string& syllable, std::size_t tone) {
  return tone == 0 ? syllable : syllable + std::to_string(tone);
}

TEST(Keystrokes, GiveBackEverySyllableInBothMethodsAndHabits) {
  std::size_t tried = 0;
  for (const char* onset : kOnsets) {
    for (const char* rime : kRimes) {
      const std::string syllable = std::string(onset) + rime;
      for (std::size_t tone = 0; tone < kTelexTones.size(); ++tone) {
        if (!text::is_vietnamese_syllable(syllable)) continue;
        for (const bool behind : {false, true}) {
          std::string telex = typed(syllable, &KeyOfLetter::telex, behind);
          std::string vni = typed(syllable, &KeyOfLetter::vni, behind);
          if (tone > 0) telex += kTelexTones[tone];
          if (tone > 0) vni += static_cast<char>('0' + tone);
          if (telex == syllable) continue;  // no key at all
          const auto from_telex = decode_telex(telex);
          const auto from_vni = decode_vni(vni);
          // Refused alike: a tone that this rime cannot have.
          ASSERT_EQ(from_telex.has_value(), from_vni.has_value()) << telex << ' ' << vni;
          if (!from_telex) continue;
          ++tried;
          ASSERT_EQ(text::canonical_key(*from_telex), with_tone(syllable, tone)) << telex;
          ASSERT_EQ(*from_vni, *from_telex) << vni;
          ASSERT_EQ(text::display_spelling(*from_telex), *from_telex) << telex;
        }
      }
    }
  }
  EXPECT_GT(tried, 10'000U);
}

}  // namespace
}  // namespace tinlang::search
