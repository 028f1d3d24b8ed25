// What bytes a word is made of, by one table look-up a byte.

#ifndef TINLANG_INDEXER_TEXT_BYTE_KINDS_H_
#define TINLANG_INDEXER_TEXT_BYTE_KINDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tinlang::text {

// Bits of a set.
enum ByteKind : std::uint8_t {
  kAsciiLetter = 1,
  kVietnameseByte = 2,  // of U+00C0..U+01BF or U+1000..U+1FFF, where Vietnamese letters are
  kDigit = 4,
  kDivider = 8,     // '.', '_' and '@', which may end a part of a word
  kOtherByte = 16,  // of any other code point
};

namespace byte_table {

constexpr std::uint8_t kind_of(std::size_t byte) {
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return kAsciiLetter;
  if (byte >= '0' && byte <= '9') return kDigit;
  if (byte == '.' || byte == '_' || byte == '@') return kDivider;
  const bool continuation = byte >= 0x80 && byte < 0xC0;
  return continuation || (byte >= 0xC3 && byte <= 0xC6) || byte == 0xE1 ? kVietnameseByte
                                                                        : kOtherByte;
}

constexpr std::array<std::uint8_t, 256> make() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = kind_of(byte);
  return table;
}

inline constexpr std::array<std::uint8_t, 256> kTable = make();

}  // namespace byte_table

// The kinds of all bytes of `text`, as bits.
inline unsigned byte_kinds(std::string_view text) {
  unsigned kinds = 0;
  for (const char c : text) kinds |= byte_table::kTable[static_cast<std::uint8_t>(c)];
  return kinds;
}

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_BYTE_KINDS_H_
