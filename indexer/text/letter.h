// The letters of Vietnamese as a table, so that a word needs no normaliser.

#ifndef TINLANG_INDEXER_TEXT_LETTER_H_
#define TINLANG_INDEXER_TEXT_LETTER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tinlang::text {

// The number is the digit that ends a canonical key.
enum class Tone : std::uint8_t { kNone = 0, kAcute = 1, kGrave, kHook, kTilde, kDot };

// What the table knows of a code point: ASCII and the composed Vietnamese
// letters. All members are zero for every other code point.
struct Letter {
  char16_t plain = 0;  // lower case, without tone, with its quality: U+1EA4 -> U+00E2
  char folded = 0;     // lower case, without any mark: 'a'
  Tone tone = Tone::kNone;
  bool is_letter = false;
  bool is_upper = false;
  bool is_vowel = false;
};

namespace letter_table {

// One row a vowel with its quality: lower and upper case for no tone, then in
// the order of Tone. The first letter of the row's name is the folded letter.
struct Row {
  char folded;
  std::u16string_view letters;
};
inline constexpr std::array kRows = {
    Row{'a', u"aAáÁàÀảẢãÃạẠ"}, Row{'a', u"ăĂắẮằẰẳẲẵẴặẶ"}, Row{'a', u"âÂấẤầẦẩẨẫẪậẬ"},
    Row{'e', u"eEéÉèÈẻẺẽẼẹẸ"}, Row{'e', u"êÊếẾềỀểỂễỄệỆ"}, Row{'i', u"iIíÍìÌỉỈĩĨịỊ"},
    Row{'o', u"oOóÓòÒỏỎõÕọỌ"}, Row{'o', u"ôÔốỐồỒổỔỗỖộỘ"}, Row{'o', u"ơƠớỚờỜởỞỡỠợỢ"},
    Row{'u', u"uUúÚùÙủỦũŨụỤ"}, Row{'u', u"ưƯứỨừỪửỬữỮựỰ"}, Row{'y', u"yYýÝỳỲỷỶỹỸỵỴ"},
};

inline constexpr std::size_t kLatinEnd = 0x260;
inline constexpr std::size_t kExtendedBegin = 0x1E00;
inline constexpr std::size_t kExtendedEnd = 0x1F00;
inline constexpr std::size_t kSize = kLatinEnd + (kExtendedEnd - kExtendedBegin);

constexpr std::size_t position(char32_t code_point) {
  return code_point < kLatinEnd ? code_point : code_point - kExtendedBegin + kLatinEnd;
}

constexpr bool covers(char32_t code_point) {
  return code_point < kLatinEnd || (code_point >= kExtendedBegin && code_point < kExtendedEnd);
}

constexpr std::array<Letter, kSize> make() {
  std::array<Letter, kSize> table{};
  for (std::size_t ascii = 0x20; ascii < 0x7F; ++ascii) {
    const auto c = static_cast<char>(ascii);
    const bool upper = c >= 'A' && c <= 'Z';
    const char lower = upper ? static_cast<char>(c + ('a' - 'A')) : c;
    const bool letter = lower >= 'a' && lower <= 'z';
    table[ascii] = Letter{static_cast<char16_t>(lower), lower, Tone::kNone, letter, upper, false};
  }
  table[u'`'] = table[u'\''];  // typed for an apostrophe
  // The stroke of đ does not decompose in Unicode; eth and African d look the
  // same in capitals and are typed for it.
  for (const char16_t d : std::u16string_view(u"đðɖ")) {
    table[position(d)] = Letter{u'đ', 'd', Tone::kNone, true, false, false};
  }
  for (const char16_t d : std::u16string_view(u"ĐÐƉ")) {
    table[position(d)] = Letter{u'đ', 'd', Tone::kNone, true, true, false};
  }
  for (const Row& row : kRows) {
    for (std::size_t i = 0; i < row.letters.size(); ++i) {
      table[position(row.letters[i])] =
          Letter{row.letters[0], row.folded, static_cast<Tone>(i / 2), true, i % 2 == 1, true};
    }
  }
  return table;
}

inline constexpr std::array<Letter, kSize> kTable = make();

}  // namespace letter_table

// The entry of `code_point`; all zero when the table has none.
constexpr Letter letter_of(char32_t code_point) {
  if (!letter_table::covers(code_point)) return {};
  return letter_table::kTable[letter_table::position(code_point)];
}

// The composed letter: `plain` (as Letter has it) in that case, with that tone.
// `plain` itself when it is no vowel.
char32_t composed_letter(char16_t plain, Tone tone, bool is_upper);

// Reads the code point at `offset` and moves `offset` past it. Any value above
// U+10FFFF means malformed bytes; `offset` then moves past the malformed
// sequence. Precondition: offset < utf8.size().
char32_t next_code_point(std::string_view utf8, std::size_t& offset);
inline constexpr char32_t kMalformed = 0xFFFFFFFF;

// next_code_point() without a call for well-formed code points of two bytes and
// those at U+1E00..U+1EFF, which is where Vietnamese letters are.
inline char32_t next_letter(std::string_view utf8, std::size_t& offset) {
  const auto byte = [utf8](std::size_t at) { return static_cast<std::uint8_t>(utf8[at]); };
  const std::uint8_t first = byte(offset);
  if (first < 0x80) return byte(offset++);
  const std::size_t left = utf8.size() - offset;
  if (first >= 0xC2 && first < 0xE0 && left > 1 && (byte(offset + 1) & 0xC0) == 0x80) {
    offset += 2;
    return (static_cast<char32_t>(first & 0x1F) << 6) | (byte(offset - 1) & 0x3F);
  }
  if (first == 0xE1 && left > 2 && byte(offset + 1) >= 0xB8 && byte(offset + 1) < 0xBC &&
      (byte(offset + 2) & 0xC0) == 0x80) {
    offset += 3;
    return 0x1000 | (static_cast<char32_t>(byte(offset - 2) & 0x3F) << 6) |
           (byte(offset - 1) & 0x3F);
  }
  return next_code_point(utf8, offset);
}

// Appends `code_point`, which is no surrogate, in UTF-8.
void append_utf8(char32_t code_point, std::string& utf8);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_LETTER_H_
