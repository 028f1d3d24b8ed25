#include "indexer/text/normalize.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "indexer/text/letter.h"
#include "indexer/text/syllable.h"

namespace tinlang::text {
namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr char32_t kSpacingAcute = 0xB4;
constexpr char32_t kRemoved = 0;  // a control character itself, so no text needs it

constexpr bool is_line_break(char32_t c) { return c == '\n' || c == '\r'; }

// Line breaks under other names: of word processors and of Unicode.
bool is_other_line_break(char32_t c) {
  return c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Code points that no step of normalize_text() changes, not even beside others.
constexpr bool is_settled(char32_t c) {
  if (c < 0x7F) return (c >= 0x20 && c != U'`') || is_line_break(c);
  if (c < 0xA1) return false;
  if (c < 0x0250) return c != 0xAD && c != kSpacingAcute && c != 0xD0 && c != 0xF0 && c != 0x0189;
  if (c >= 0x1E00 && c < 0x1F00) return true;
  return c >= 0x2010 && c < 0x2028;
}

constexpr std::array<bool, 0x80> kSettledAscii = [] {
  std::array<bool, 0x80> settled{};
  for (char32_t c = 0; c < settled.size(); ++c) settled[c] = is_settled(c);
  return settled;
}();

char32_t mapped(char32_t c) {
  if (c == 0xD0 || c == 0x0189) return U'Đ';
  if (c == 0xF0 || c == 0x0256) return U'đ';
  if (is_line_break(c) || c == kZeroWidthSpace) return c;
  if (is_other_line_break(c)) return U'\n';
  const auto point = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(point)) return U' ';
  const auto type = u_charType(point);
  return type == U_FORMAT_CHAR || type == U_CONTROL_CHAR ? kRemoved : c;
}

bool is_in_word(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  return u_isalnum(point) || u_charType(point) == U_NON_SPACING_MARK;
}

// The letters just before `end`, or just after `begin`.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0) {
    std::size_t start = begin - 1;
    while (start > 0 && (static_cast<std::uint8_t>(text[start]) & 0xC0) == 0x80) --start;
    std::size_t next = start;
    if (!is_in_word(next_code_point(text, next)) || end - start > 64) break;
    begin = start;
  }
  return text.substr(begin, end - begin);
}

std::string_view word_after(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < 64) {
    std::size_t next = end;
    if (!is_in_word(next_code_point(text, next))) break;
    end = next;
  }
  return text.substr(begin, end - begin);
}

constexpr std::string_view kZeroWidthSpaceUtf8 = "\u200B";

// Zero-width spaces inside one syllable vanish, others become spaces: portals
// put them between words and sometimes in the middle of one.
std::string without_zero_width_spaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t found = text.find(kZeroWidthSpaceUtf8, i);
    result += text.substr(i, found - i);
    if (found == std::string_view::npos) break;
    i = found + kZeroWidthSpaceUtf8.size();
    const std::string_view before = word_before(result, result.size());
    const std::string_view after = word_after(text, i);
    if (before.empty() || after.empty()) continue;
    if (!is_vietnamese_syllable(std::string(before).append(after))) result.push_back(' ');
  }
  return result;
}

// The tone of a sign that stands for itself: "toa`n" for "toàn".
Tone tone_of_sign(char32_t c) {
  if (c == U'`' || c == 0x02CB) return Tone::kGrave;
  if (c == kSpacingAcute || c == 0x02CA) return Tone::kAcute;
  return c == 0x02DC ? Tone::kTilde : Tone::kNone;
}

// `before` with `tone` on its last letter; empty when that is no vowel without a tone, or
// nothing but one capital ("góc A´").
std::string with_tone_at_end(std::string_view before, Tone tone) {
  if (before.empty()) return {};
  std::size_t last = before.size() - 1;
  while (last > 0 && (static_cast<std::uint8_t>(before[last]) & 0xC0) == 0x80) --last;
  std::size_t end = last;
  const Letter letter = letter_of(next_code_point(before, end));
  if (!letter.is_vowel || letter.tone != Tone::kNone || (last == 0 && letter.is_upper)) return {};
  std::string word(before.substr(0, last));
  append_utf8(composed_letter(letter.plain, tone, letter.is_upper), word);
  return word;
}

// Tones typed as signs of their own, where they make a syllable and do not close a
// quotation that such a sign opened.
class ToneSigns {
 public:
  explicit ToneSigns(std::string_view text) : text_(text) {}

  std::string repaired() {
    result_.reserve(text_.size());
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t begin = i;
      const char32_t c = next_code_point(text_, i);
      const Tone tone = tone_of_sign(c);
      if (c == U'\n' || c == U'\r') is_quoted_ = false;
      if (tone == Tone::kNone || !put_tone(tone, i)) result_ += text_.substr(begin, i - begin);
    }
    return std::move(result_);
  }

 private:
  // `after`: the byte behind the sign.
  bool put_tone(Tone tone, std::size_t after) {
    const std::string_view before = word_before(result_, result_.size());
    const std::string_view rest = word_after(text_, after);
    if (before.empty()) is_quoted_ = is_quoted_ || !rest.empty();
    if (is_quoted_ && rest.empty()) {
      is_quoted_ = before.empty();
      return false;
    }
    const std::string word = with_tone_at_end(before, tone);
    if (word.empty() || !is_vietnamese_syllable(word + std::string(rest))) return false;
    result_.replace(result_.size() - before.size(), before.size(), word);
    return true;
  }

  std::string_view text_;
  std::string result_;
  bool is_quoted_ = false;
};

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  assert(U_SUCCESS(status));
  return result;
}

struct Scan {
  std::size_t malformed = std::string_view::npos;
  bool is_settled = true;
  bool has_zero_width_space = false;
  bool has_tone_sign = false;
};

Scan scan(std::string_view utf8) {
  Scan result;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t start = i;
    const auto byte = static_cast<std::uint8_t>(utf8[i]);
    if (byte < kSettledAscii.size() && kSettledAscii[byte]) {
      ++i;
      continue;
    }
    const char32_t c = next_letter(utf8, i);
    if (c == kMalformed) {
      result.malformed = start;
      return result;
    }
    if (is_settled(c)) continue;
    result.is_settled = false;
    result.has_zero_width_space = result.has_zero_width_space || c == kZeroWidthSpace;
    // One of them may be another code point before composition.
    result.has_tone_sign =
        result.has_tone_sign || tone_of_sign(c) != Tone::kNone || c == 0x1FEF || c == 0x1FFD;
  }
  return result;
}

}  // namespace

Result<std::string> normalize_text(std::string_view utf8) {
  const Scan found = scan(utf8);
  if (found.malformed != std::string_view::npos) {
    return fail(ErrorCode::kInvalidInput, "malformed UTF-8 at byte {}", found.malformed);
  }
  if (found.is_settled) return std::string(utf8);

  std::string text;
  text.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = mapped(next_code_point(utf8, i));
    if (c != kRemoved) append_utf8(c, text);
  }
  if (found.has_zero_width_space) text = without_zero_width_spaces(text);
  text = composed(text);
  return found.has_tone_sign ? ToneSigns(text).repaired() : text;
}

bool is_plainly_normal(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<std::uint8_t>(utf8[i]);
    if (byte >= kSettledAscii.size()) {
      if (!is_settled(next_letter(utf8, i))) return false;
    } else if (kSettledAscii[byte]) {
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

std::size_t first_malformed_byte(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t start = i;
    if (static_cast<std::uint8_t>(utf8[i]) < 0x80) {
      ++i;
    } else if (next_code_point(utf8, i) == kMalformed) {
      return start;
    }
  }
  return std::string_view::npos;
}

}  // namespace tinlang::text
