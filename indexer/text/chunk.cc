#include "indexer/text/chunk.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include <unicode/uchar.h>

#include "indexer/text/letter.h"

namespace tinlang::text {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Eight bytes at once: the lowest bit set in `control` belongs to the first of
// them that is a space or a control character.
std::size_t find_space(std::string_view text, std::size_t at) {
  while (std::endian::native == std::endian::little && at + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const std::uint64_t control = (bytes - 0x2121212121212121) & ~bytes & 0x8080808080808080;
    if (control == 0) {
      at += sizeof bytes;
      continue;
    }
    at += static_cast<std::size_t>(std::countr_zero(control)) / 8;
    if (is_space(text[at])) return at;
    ++at;
  }
  while (at < text.size() && !is_space(text[at])) ++at;
  return at;
}

// Whether a code point that is neither ASCII nor among Vietnamese letters joins
// what stands before it, white space too.
bool is_joiner_at(std::string_view text, std::size_t at) {
  const char32_t c = next_code_point(text, at);
  if (c == kMalformed) return false;
  const auto kind = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK);
  return kind == U_WB_EXTEND || kind == U_WB_FORMAT || kind == U_WB_ZWJ;
}

bool attaches(std::string_view text, std::size_t at) {
  const auto first = static_cast<std::uint8_t>(text[at]);
  if (first < 0x80 || (first >= 0xC3 && first <= 0xC6)) return false;
  return is_joiner_at(text, at);
}

}  // namespace

Chunk next_chunk(std::string_view text, std::size_t at) {
  Chunk chunk{skip_space(text, at), 0};
  if (chunk.begin < text.size() && attaches(text, chunk.begin)) chunk.begin = at;
  chunk.end = chunk.begin;
  while (chunk.end < text.size()) {
    chunk.end = find_space(text, chunk.end);
    const std::size_t next = skip_space(text, chunk.end);
    if (next == text.size() || !attaches(text, next)) break;
    chunk.end = next;
  }
  return chunk;
}

}  // namespace tinlang::text
