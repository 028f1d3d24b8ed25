#include "indexer/text/word_reader.h"

#include <unicode/uchar.h>

#include "indexer/text/byte_kinds.h"
#include "indexer/text/letter.h"
#include "indexer/text/web_address.h"
#include "indexer/text/word_keys.h"

namespace tinlang::text {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "㎡", "㎞", "㏊": units in one square, signs to ICU.
bool is_unit_sign(std::string_view text) {
  if (!text.starts_with('\xE3')) return false;
  std::size_t next = 0;
  const char32_t c = next_code_point(text, next);
  return (c >= 0x3371 && c <= 0x337A) || (c >= 0x3380 && c <= 0x33DF);
}

bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

}  // namespace

std::optional<Word> WordReader::next() {
  while (true) {
    const std::int32_t begin = boundary_;
    boundary_ = breaks_.next();
    if (boundary_ == icu::BreakIterator::DONE) return std::nullopt;
    if (static_cast<std::size_t>(begin) < taken_) continue;
    Word word{static_cast<std::size_t>(begin), static_cast<std::size_t>(boundary_), false};
    if (breaks_.getRuleStatus() < UBRK_WORD_NONE_LIMIT && !is_unit_sign(word_text(word))) continue;
    if (const std::size_t length = address_length(word)) {
      word.end = word.begin + length;
      word.is_address = true;
    } else {
      word.end = end_with_apostrophe(word);
      word.end = end_with_slash(word);
      word.end = end_with_small_digits(word);
    }
    taken_ = word.end;
    return word;
  }
}

std::size_t WordReader::address_length(const Word& word) const {
  if (!is_ascii_alphanumeric(text_[word.begin])) return 0;
  const bool before_dash = word.end < text_.size() && text_[word.end] == '-';
  if (!before_dash && (byte_kinds(word_text(word)) & kDivider) == 0) return 0;
  return web_address_length(text_, word.begin);
}

// "H`leo": ICU knows only other apostrophes. One or two letters before it,
// as in the names of the highlands.
std::size_t WordReader::end_with_apostrophe(const Word& word) {
  if (word.end - word.begin > 2) return word.end;
  const std::string_view rest = text_.substr(word.end, 2);
  const std::size_t sign = rest.starts_with('`') ? 1 : rest == "\u00B4" ? 2 : 0;
  if (sign == 0) return word.end;
  const std::size_t after = word.end + sign;
  if (after >= text_.size()) return word.end;
  std::size_t next = after;
  if (!letter_of(next_code_point(text_, next)).is_letter) return word.end;
  boundary_ = breaks_.following(static_cast<std::int32_t>(after));
  return static_cast<std::size_t>(boundary_);
}

// "T/Ư": two capitals by themselves, not those of "A/B/C", "X/Y-Z" or "A/H5N1".
std::size_t WordReader::end_with_slash(const Word& word) const {
  constexpr std::size_t kLetterBytes = 3;
  constexpr std::string_view kJoints = "/-&._'`";
  if (word.end - word.begin > kLetterBytes || word.end + 1 >= text_.size()) return word.end;
  if (text_[word.end] != '/') return word.end;
  if (word.begin > 0 && kJoints.find(text_[word.begin - 1]) != std::string_view::npos) {
    return word.end;
  }
  std::size_t end = word.end + 1;
  next_code_point(text_, end);
  if (!is_slashed_abbreviation(text_.substr(word.begin, end - word.begin))) return word.end;
  if (end == text_.size()) return end;
  std::size_t after = end;
  const char32_t next = next_code_point(text_, after);
  const bool ends_sentence = next == U'.' && !is_word_at(after);
  const bool goes_on = kJoints.find(text_[end]) != std::string_view::npos && !ends_sentence;
  return goes_on || is_word_at(end) ? word.end : end;
}

// Whether a letter, a digit, or a mark on what stands before is there.
bool WordReader::is_word_at(std::size_t at) const {
  if (at >= text_.size()) return false;
  const char32_t c = next_code_point(text_, at);
  if (c == kMalformed) return false;
  const auto point = static_cast<UChar32>(c);
  return u_isalnum(point) || u_hasBinaryProperty(point, UCHAR_GRAPHEME_EXTEND);
}

// The digit of "m²" and "CO₂", which ICU sets apart; that of "10²" stays so.
std::size_t WordReader::end_with_small_digits(const Word& word) const {
  std::size_t end = word.end;
  if (!is_ascii_letter(text_[end - 1])) return end;
  while (end < text_.size() && static_cast<std::uint8_t>(text_[end]) >= 0x80) {
    std::size_t next = end;
    const char32_t c = next_code_point(text_, next);
    const bool small = c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2089);
    if (!small) break;
    end = next;
  }
  return end;
}

}  // namespace tinlang::text
