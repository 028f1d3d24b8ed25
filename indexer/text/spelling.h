// How Vietnamese spells a syllable: onset, rime and tone that exist together.

#ifndef TINLANG_INDEXER_TEXT_SPELLING_H_
#define TINLANG_INDEXER_TEXT_SPELLING_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/text/letter.h"

namespace tinlang::text {

// The longest syllable has seven letters ("nghiêng").
inline constexpr std::size_t kMostLetters = 7;

// Up to kMostLetters Vietnamese letters with at most one tone.
struct SpeltWord {
  std::array<char16_t, kMostLetters> plain = {};  // lower case, without tone
  std::array<bool, kMostLetters> is_upper = {};
  std::size_t size = 0;
  Tone tone = Tone::kNone;
  bool has_quality = false;  // some letter is ă â ê ô ơ ư đ

  std::u16string_view letters() const { return {plain.data(), size}; }
  bool is_marked() const { return has_quality || tone != Tone::kNone; }
};

// The letters of `word`, UTF-8 in NFC. Nothing when it is empty, has anything
// but Vietnamese letters, two tones or too many letters.
std::optional<SpeltWord> spelt_word(std::string_view word);

// Whether onset, rime and tone exist together. A word without any mark counts
// as the unmarked spelling of every syllable that folds to it.
bool is_syllable(const SpeltWord& word);

// Index of the letter that carries the tone in the old style. Precondition:
// is_syllable(word).
std::size_t tone_position(const SpeltWord& word);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_SPELLING_H_
