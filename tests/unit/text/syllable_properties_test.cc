// Properties of keys and display spelling over every syllable that a list of
// onsets, rimes and tones gives, with the tone mark on every vowel.

#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "indexer/text/analyzer.h"
#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"
#include "tests/support/syllable_parts.h"

namespace tinlang::text {
namespace {

using testing::kOnsets;
using testing::kRimes;

constexpr std::array<char16_t, 6> kToneMarks = {0, 0x0301, 0x0300, 0x0309, 0x0303, 0x0323};

std::string utf8_of(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status)->normalize(text, status);
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
}

struct Syllable {
  std::string toneless;
  std::size_t tone = 0;                // index of kToneMarks
  std::vector<std::string> spellings;  // NFC, the mark on each vowel in turn
};

std::vector<Syllable> all_syllables() {
  const icu::UnicodeString vowels = icu::UnicodeString::fromUTF8("aăâeêioôơuưy");
  std::vector<Syllable> all;
  for (const auto* onset : kOnsets) {
    for (const auto* rime : kRimes) {
      const auto letters = icu::UnicodeString::fromUTF8(std::string(onset) + rime);
      for (std::size_t tone = 0; tone < kToneMarks.size(); ++tone) {
        Syllable syllable{utf8_of(letters), tone, {}};
        for (std::int32_t i = 0; i < letters.length(); ++i) {
          if (vowels.indexOf(letters.charAt(i)) < 0) continue;
          icu::UnicodeString spelt = letters;
          if (tone > 0) spelt.insert(i + 1, kToneMarks[tone]);
          syllable.spellings.push_back(utf8_of(composed(spelt)));
        }
        if (is_vietnamese_syllable(syllable.spellings.back())) all.push_back(std::move(syllable));
      }
    }
  }
  return all;
}

class EverySyllable : public ::testing::Test {
 protected:
  const std::vector<Syllable> all_ = all_syllables();
};

TEST_F(EverySyllable, ListIsLargeEnoughToMean) { EXPECT_GT(all_.size(), 5000U); }

TEST_F(EverySyllable, HasOneCanonicalKeyWhereverItsToneIs) {
  for (const Syllable& syllable : all_) {
    std::string key = syllable.toneless;
    if (syllable.tone > 0) key += static_cast<char>('0' + syllable.tone);
    for (const std::string& spelling : syllable.spellings) {
      ASSERT_EQ(canonical_key(spelling), key);
      ASSERT_EQ(fold_key(spelling), fold_key(syllable.toneless));
    }
  }
}

TEST_F(EverySyllable, HasACanonicalKeyOfItsOwn) {
  std::set<std::string> keys;
  std::set<std::pair<std::string, std::size_t>> syllables;
  for (const Syllable& syllable : all_) {
    keys.insert(canonical_key(syllable.spellings.front()));
    syllables.insert({syllable.toneless, syllable.tone});
  }
  EXPECT_EQ(keys.size(), syllables.size());
}

TEST_F(EverySyllable, HasTheSameKeysWhenDecomposedOrInCapitals) {
  for (const Syllable& syllable : all_) {
    const std::string& spelling = syllable.spellings.front();
    const auto text = icu::UnicodeString::fromUTF8(spelling);
    const std::string nfd = utf8_of(decomposed(text));
    const std::string capitals = utf8_of(icu::UnicodeString(text).toUpper());
    ASSERT_EQ(canonical_key(nfd), canonical_key(spelling));
    ASSERT_EQ(fold_key(nfd), fold_key(spelling));
    ASSERT_EQ(canonical_key(capitals), canonical_key(spelling));
    ASSERT_EQ(*normalize_text(nfd), spelling);
  }
}

// The quick table against ICU's own decomposition.
TEST_F(EverySyllable, FoldsToWhatIsLeftWithoutIcuMarks) {
  for (const Syllable& syllable : all_) {
    const std::string& spelling = syllable.spellings.front();
    icu::UnicodeString letters;
    const auto nfd = decomposed(icu::UnicodeString::fromUTF8(spelling));
    for (std::int32_t i = 0; i < nfd.length(); ++i) {
      const char16_t c = nfd.charAt(i);
      if (c >= 0x0300 && c < 0x0370) continue;
      letters.append(c == u'đ' ? u'd' : c);
    }
    ASSERT_EQ(fold_key(spelling), utf8_of(letters));
  }
}

TEST_F(EverySyllable, IsShownInOneWayThatIsOneOfItsSpellings) {
  for (const Syllable& syllable : all_) {
    const std::string shown = display_spelling(syllable.spellings.front());
    for (const std::string& spelling : syllable.spellings) {
      ASSERT_EQ(display_spelling(spelling), shown);
    }
    ASSERT_EQ(display_spelling(shown), shown);
    ASSERT_EQ(canonical_key(shown), canonical_key(syllable.spellings.front()));
  }
}

TEST_F(EverySyllable, IsOneTokenWithItsKeys) {
  auto analyzer = Analyzer::create();
  ASSERT_TRUE(analyzer);
  for (const Syllable& syllable : all_) {
    const std::string& spelling = syllable.spellings.front();
    const auto tokens = analyzer->analyze(spelling).tokens;
    ASSERT_EQ(tokens.size(), 1U) << spelling;
    ASSERT_EQ(tokens.front().canonical, canonical_key(spelling));
    ASSERT_EQ(tokens.front().folded, fold_key(spelling));
  }
}

TEST_F(EverySyllable, IsAcceptedWithoutItsMarks) {
  for (const Syllable& syllable : all_) {
    ASSERT_TRUE(is_vietnamese_syllable(fold_key(syllable.toneless))) << syllable.toneless;
  }
}

}  // namespace
}  // namespace tinlang::text
