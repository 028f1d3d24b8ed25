#include "indexer/text/word_reader.h"

#include "indexer/text/byte_kinds.h"
#include "indexer/text/letter.h"
#include "indexer/text/web_address.h"

namespace tinlang::text {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

}  // namespace

std::optional<Word> WordReader::next() {
  while (true) {
    const std::int32_t begin = boundary_;
    boundary_ = breaks_.next();
    if (boundary_ == icu::BreakIterator::DONE) return std::nullopt;
    if (breaks_.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    if (static_cast<std::size_t>(begin) < taken_) continue;
    Word word{static_cast<std::size_t>(begin), static_cast<std::size_t>(boundary_), false};
    if (const std::size_t length = address_length(word)) {
      word.end = word.begin + length;
      word.is_address = true;
    } else {
      word.end = end_with_apostrophe(word);
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
