#include "indexer/entities/code_point.h"

#include <cstdint>

namespace tinlang::entities {

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
  const auto lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (bytes == 1 || at + bytes > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {0xFFFD, 1};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  return {value, bytes};
}

void append_utf8(char32_t letter, std::string* text) {
  const auto push = [&](char32_t bits) { text->push_back(static_cast<char>(bits)); };
  if (letter < 0x80) {
    push(letter);
  } else if (letter < 0x800) {
    push(0xC0U | (letter >> 6U));
    push(0x80U | (letter & 0x3FU));
  } else {
    push(0xE0U | (letter >> 12U));
    push(0x80U | ((letter >> 6U) & 0x3FU));
    push(0x80U | (letter & 0x3FU));
  }
}

}  // namespace tinlang::entities
