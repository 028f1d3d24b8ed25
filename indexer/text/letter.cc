#include "indexer/text/letter.h"

#include <unicode/utf8.h>

namespace tinlang::text {

char32_t composed_letter(char16_t plain, Tone tone, bool is_upper) {
  if (plain == u'đ') return is_upper ? U'Đ' : U'đ';
  for (const letter_table::Row& row : letter_table::kRows) {
    if (row.letters[0] != plain) continue;
    return row.letters[static_cast<std::size_t>(tone) * 2 + (is_upper ? 1 : 0)];
  }
  if (is_upper && plain >= u'a' && plain <= u'z') return static_cast<char32_t>(plain - u'a' + u'A');
  return plain;
}

char32_t next_code_point(std::string_view utf8, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int64_t>(utf8.size());
  auto next = static_cast<std::int64_t>(offset);
  UChar32 code_point = 0;
  U8_NEXT(bytes, next, size, code_point);
  offset = static_cast<std::size_t>(next);
  return code_point < 0 ? kMalformed : static_cast<char32_t>(code_point);
}

void append_utf8(char32_t code_point, std::string& utf8) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  utf8.append(bytes.data(), size);
}

}  // namespace tinlang::text
