#include "indexer/text/syllable.h"

#include <cstddef>
#include <cstdint>
#include <optional>

#include <unicode/uchar.h>

#include "indexer/text/letter.h"
#include "indexer/text/normalize.h"
#include "indexer/text/spelling.h"
#include "indexer/text/word_keys.h"

namespace tinlang::text {
namespace {

// End of the code point at `offset`, and whether it is white space.
struct Step {
  std::size_t end;
  bool is_space;
};

Step step_at(std::string_view utf8, std::size_t offset) {
  const auto byte = static_cast<std::uint8_t>(utf8[offset]);
  if (byte < 0x80) return {offset + 1, byte == ' ' || (byte >= '\t' && byte <= '\r')};
  const char32_t code_point = next_code_point(utf8, offset);
  const bool is_space =
      code_point != kMalformed && u_isUWhiteSpace(static_cast<UChar32>(code_point));
  return {offset, is_space};
}

// First byte at or after `begin` that is (`wanted`) or is not part of white space.
std::size_t find_space(std::string_view words, std::size_t begin, bool wanted) {
  while (begin < words.size()) {
    const Step step = step_at(words, begin);
    if (step.is_space == wanted) break;
    begin = step.end;
  }
  return begin;
}

enum class Key { kCanonical, kFolded };

// One of the keys of each word, with one space between two.
std::string key_of_each(std::string_view words, Key key) {
  std::string keys;
  std::string canonical;
  std::string folded;
  std::size_t begin = find_space(words, 0, false);
  while (begin < words.size()) {
    const std::size_t end = find_space(words, begin, true);
    if (make_keys(words.substr(begin, end - begin), canonical, folded)) {
      if (!keys.empty()) keys.push_back(' ');
      keys += key == Key::kCanonical ? canonical : folded;
    }
    begin = find_space(words, end, false);
  }
  return keys;
}

// The folded key of words of Vietnamese letters alone, with one space between two.
std::optional<std::string> fold_known_letters(std::string_view words) {
  std::string key;
  for (std::size_t i = 0; i < words.size();) {
    const char32_t c = next_letter(words, i);
    const Letter letter = letter_of(c);
    if (letter.is_letter) {
      key += letter.folded;
    } else if (c == U' ' && !key.empty() && key.back() != ' ' && i < words.size()) {
      key += ' ';
    } else {
      return std::nullopt;
    }
  }
  return key;
}

bool is_letter_or_mark(char32_t code_point) {
  if (code_point == kMalformed) return false;
  return letter_of(code_point).is_letter || u_isalpha(static_cast<UChar32>(code_point)) ||
         u_charType(static_cast<UChar32>(code_point)) == U_NON_SPACING_MARK;
}

// End of the letters that begin at `begin`; `begin` itself when there are none.
std::size_t end_of_letters(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    std::size_t next = end;
    if (!is_letter_or_mark(next_code_point(text, next))) break;
    end = next;
  }
  return end;
}

// The letters of `word` in any composition.
std::optional<SpeltWord> spelt_in_any_form(std::string_view word) {
  if (auto spelt = spelt_word(word)) return spelt;
  const auto composed = normalize_text(word);
  if (!composed || *composed == word) return std::nullopt;
  return spelt_word(*composed);
}

void append_with_tone_in_place(std::string_view word, std::string& spelling) {
  const auto spelt = spelt_in_any_form(word);
  if (!spelt || spelt->tone == Tone::kNone || !is_syllable(*spelt)) {
    spelling += word;
    return;
  }
  const std::size_t toned = tone_position(*spelt);
  for (std::size_t i = 0; i < spelt->size; ++i) {
    const Tone tone = i == toned ? spelt->tone : Tone::kNone;
    append_utf8(composed_letter(spelt->plain[i], tone, spelt->is_upper[i]), spelling);
  }
}

}  // namespace

std::string canonical_key(std::string_view words) {
  if (first_malformed_byte(words) != std::string_view::npos) return {};
  return key_of_each(words, Key::kCanonical);
}

std::string fold_key(std::string_view words) {
  if (auto quick = fold_known_letters(words)) return *std::move(quick);
  if (first_malformed_byte(words) != std::string_view::npos) return {};
  return key_of_each(words, Key::kFolded);
}

bool is_vietnamese_syllable(std::string_view word) {
  const auto spelt = spelt_in_any_form(word);
  return spelt && is_syllable(*spelt);
}

std::string display_spelling(std::string_view words) {
  std::string spelling;
  spelling.reserve(words.size());
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = end_of_letters(words, begin);
    if (end > begin) {
      append_with_tone_in_place(words.substr(begin, end - begin), spelling);
    } else {
      next_code_point(words, end);
      spelling += words.substr(begin, end - begin);
    }
    begin = end;
  }
  return spelling;
}

}  // namespace tinlang::text
