#include "indexer/article/legacy_text.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <type_traits>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "indexer/text/letter.h"
#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLeastSyllables = 8;  // fewer prove nothing
constexpr UChar32 kFirstHighByte = 0x80;

// VNI writes most letters as a vowel and a second character that carries its
// quality, its tone or both; the rest have a character of their own.
struct VniMark {
  char16_t sign;           // lower case, in windows-1252
  std::u16string_view on;  // the vowels it may follow, lower case
  char16_t quality;        // combining, 0 for none
  char16_t tone;           // combining, 0 for none
};

constexpr char16_t kGrave = 0x300;
constexpr char16_t kAcute = 0x301;
constexpr char16_t kCircumflex = 0x302;
constexpr char16_t kTilde = 0x303;
constexpr char16_t kBreve = 0x306;
constexpr char16_t kHook = 0x309;
constexpr char16_t kDot = 0x323;
constexpr std::u16string_view kAnyVowel = u"aeouy\u00F4\u00F6";

constexpr std::array kVniMarks = {
    VniMark{0xF9, kAnyVowel, 0, kAcute},        VniMark{0xF8, kAnyVowel, 0, kGrave},
    VniMark{0xFB, kAnyVowel, 0, kHook},         VniMark{0xF5, kAnyVowel, 0, kTilde},
    VniMark{0xEF, kAnyVowel, 0, kDot},          VniMark{0xE2, u"aeo", kCircumflex, 0},
    VniMark{0xE1, u"aeo", kCircumflex, kAcute}, VniMark{0xE0, u"aeo", kCircumflex, kGrave},
    VniMark{0xE5, u"aeo", kCircumflex, kHook},  VniMark{0xE3, u"aeo", kCircumflex, kTilde},
    VniMark{0xE4, u"aeo", kCircumflex, kDot},   VniMark{0xEA, u"a", kBreve, 0},
    VniMark{0xE9, u"a", kBreve, kAcute},        VniMark{0xE8, u"a", kBreve, kGrave},
    VniMark{0xFA, u"a", kBreve, kHook},         VniMark{0xFC, u"a", kBreve, kTilde},
    VniMark{0xEB, u"a", kBreve, kDot}};

// Letters that stand alone: o and u with horn, d with stroke, i and y with tones.
UChar32 vni_single(UChar32 c) {
  switch (c) {
    case 0xF4:
      return 0x1A1;
    case 0xF6:
      return 0x1B0;
    case 0xF1:
      return 0x111;
    case 0xEC:
      return 0xEC;
    case 0xED:
      return 0xED;
    case 0xE6:
      return 0x1EC9;
    case 0xF3:
      return 0x129;
    case 0xF2:
      return 0x1ECB;
    case 0xEE:
      return 0x1EF5;
    default:
      return 0;
  }
}

UChar32 lower(UChar32 c) { return u_tolower(c); }

const VniMark* vni_mark(UChar32 vowel, UChar32 sign) {
  const UChar32 plain = lower(vowel);
  const UChar32 mark = lower(sign);
  for (const VniMark& candidate : kVniMarks) {
    const bool fits = candidate.sign == mark &&
                      candidate.on.find(static_cast<char16_t>(plain)) != std::u16string_view::npos;
    if (fits && plain < 0x100) return &candidate;
  }
  return nullptr;
}

icu::UnicodeString decode_vni(const icu::UnicodeString& source) {
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < source.length(); ++i) {
    const UChar32 c = source[i];
    const UChar32 single = vni_single(lower(c));
    const VniMark* mark = i + 1 < source.length() ? vni_mark(c, source[i + 1]) : nullptr;
    if (single == 0) {
      result.append(c);
    } else {
      result.append(u_isupper(c) ? u_toupper(single) : single);
    }
    if (mark == nullptr) continue;
    if (mark->quality != 0) result.append(mark->quality);
    if (mark->tone != 0) result.append(mark->tone);
    ++i;
  }
  return result;
}

std::string composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string utf8;
  nfc->normalize(text, status).toUTF8String(utf8);
  return utf8;
}

// The windows-1252 byte of a code point, or -1.
int byte_of(UChar32 c) {
  if (c < kFirstHighByte) return static_cast<int>(c);
  if (c >= 0xA0 && c <= 0xFF) return static_cast<int>(c);
  const ByteTable& table = byte_table(LegacyCode::kWindows1252);
  for (int byte = 0x80; byte < 0xA0; ++byte) {
    if (table[static_cast<std::size_t>(byte)] == c) return byte;
  }
  return -1;
}

// Letters and marks of windows-1252 outside ASCII that written Vietnamese has.
// Letters of U+0080 to U+00FF that Vietnamese uses, and signs that stand in its texts.
constexpr std::array<bool, 256> kVietnameseLatin = [] {
  std::array<bool, 256> known{};
  for (const char16_t c : std::u16string_view(
           u"\u00C0\u00C1\u00C2\u00C3\u00C8\u00C9\u00CA\u00CC\u00CD\u00D2\u00D3\u00D4\u00D5\u00D9"
           u"\u00DA\u00DD\u00D0\u00E0\u00E1\u00E2\u00E3\u00E8\u00E9\u00EA\u00EC\u00ED\u00F0\u00F2"
           u"\u00F3\u00F4\u00F5\u00F9\u00FA\u00FD\u00A0\u00AB\u00BB\u00AD\u00B0\u00B7\u00A9\u00B2"
           u"\u00B3")) {
    known[c] = true;
  }
  return known;
}();

bool is_word_character(UChar32 c) {
  if (text::letter_of(static_cast<char32_t>(c)).is_letter) return true;
  if (c < kFirstHighByte) return false;
  return u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK;
}

}  // namespace

std::string_view name_of(LegacyCode code) {
  switch (code) {
    case LegacyCode::kWindows1252:
      return "windows-1252";
    case LegacyCode::kWindows1258:
      return "windows-1258";
    case LegacyCode::kTcvn3:
      return "tcvn3";
    case LegacyCode::kViscii:
      return "viscii";
    case LegacyCode::kVni:
      return "vni-windows";
    case LegacyCode::kVps:
      return "vps";
  }
  return {};
}

std::string decode_legacy(std::string_view bytes, LegacyCode code) {
  const ByteTable& table = byte_table(code);
  icu::UnicodeString text;
  for (const char byte : bytes) text.append(table[static_cast<std::uint8_t>(byte)]);
  return composed(code == LegacyCode::kVni ? decode_vni(text) : text);
}

SyllableCount count_syllables(std::string_view utf8) {
  SyllableCount count;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size(), INT32_MAX));
  std::int32_t begin = 0;
  bool marked = false;
  for (std::int32_t i = 0; i <= size;) {
    const std::int32_t start = i;
    UChar32 c = 0;
    if (i < size) {
      U8_NEXT(bytes, i, size, c);
    } else {
      ++i;
    }
    if (c > 0 && is_word_character(c)) {
      marked = marked || c >= kFirstHighByte;
      continue;
    }
    if (marked) {
      const auto word =
          utf8.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(start - begin));
      ++(text::is_vietnamese_syllable(word) ? count.valid : count.invalid);
    }
    marked = false;
    begin = i;
  }
  return count;
}

bool looks_garbled(std::string_view utf8) {
  constexpr int kEnough = 3;
  int strange = 0;
  for (std::size_t i = 0; i + 1 < utf8.size() && strange < kEnough; ++i) {
    // U+0080 to U+00FF, and nothing else, begin with one of two bytes.
    const auto lead = static_cast<std::uint8_t>(utf8[i]);
    if (lead != 0xC2 && lead != 0xC3) continue;
    const auto trail = static_cast<std::uint8_t>(utf8[i + 1]);
    if ((trail & 0xC0) != 0x80) continue;
    strange += kVietnameseLatin[(lead & 0x03U) << 6 | (trail & 0x3FU)] ? 0 : 1;
  }
  return strange >= kEnough;
}

std::optional<LegacyCode> find_legacy_code(std::string_view utf8) {
  const SyllableCount now = count_syllables(utf8);
  std::optional<LegacyCode> best;
  SyllableCount best_count = now;
  for (const LegacyCode code :
       {LegacyCode::kVni, LegacyCode::kTcvn3, LegacyCode::kViscii, LegacyCode::kVps}) {
    const SyllableCount count = count_syllables(repair_legacy(utf8, code));
    if (count.score() <= best_count.score()) continue;
    best = code;
    best_count = count;
  }
  if (!best || best_count.valid < kLeastSyllables) return std::nullopt;
  const bool mostly_valid = best_count.valid > 4 * best_count.invalid;
  const bool wide = static_cast<double>(best_count.valid) > 1.5 * static_cast<double>(now.valid);
  return mostly_valid && wide ? best : std::nullopt;
}

std::string repair_legacy(std::string_view utf8, LegacyCode code) {
  const ByteTable& table = byte_table(code);
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  if (code == LegacyCode::kVni) return composed(decode_vni(source));
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    const UChar32 c = source.char32At(i);
    const int byte = byte_of(c);
    result.append(byte < 0 ? c : table[static_cast<std::size_t>(byte)]);
  }
  return composed(result);
}

std::string repair_double_utf8(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  std::string run;        // bytes behind the windows-1252 characters read last
  std::size_t begin = 0;  // where that run begins
  const auto flush = [&](std::size_t end) {
    const bool decoded =
        run.size() > 1 && text::first_malformed_byte(run) == std::string_view::npos;
    result += decoded ? std::string_view(run) : utf8.substr(begin, end - begin);
    run.clear();
  };
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size(), INT32_MAX));
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    const int byte = c < kFirstHighByte ? -1 : byte_of(c);
    const auto from = static_cast<std::size_t>(start);
    if (byte >= 0) {
      if (run.empty()) begin = from;
      run += static_cast<char>(byte);
      continue;
    }
    if (!run.empty()) flush(from);
    result += utf8.substr(from, static_cast<std::size_t>(i - start));
  }
  if (!run.empty()) flush(utf8.size());
  return result;
}

}  // namespace tinlang::article
