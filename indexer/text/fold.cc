#include "indexer/text/fold.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace tinlang::text {
namespace {

// đ and Đ do not decompose in Unicode: the stroke is part of the letter.
constexpr UChar32 kSmallDWithStroke = 0x0111;
constexpr UChar32 kCapitalDWithStroke = 0x0110;

// Byte offset of the first malformed sequence, or nothing when all is well.
std::optional<std::size_t> first_malformed_byte(std::string_view utf8) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int64_t>(utf8.size());
  for (std::int64_t next = 0; next < size;) {
    const std::int64_t start = next;
    UChar32 code_point = 0;
    U8_NEXT(bytes, next, size, code_point);
    if (code_point < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

UChar32 without_stroke(UChar32 c) {
  if (c == kSmallDWithStroke) return u'd';
  if (c == kCapitalDWithStroke) return u'D';
  return c;
}

}  // namespace

Result<std::string> fold_diacritics(std::string_view word) {
  if (const auto offset = first_malformed_byte(word)) {
    return fail(ErrorCode::kInvalidInput, "malformed UTF-8 at byte {}", *offset);
  }

  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(word);
  const icu::UnicodeString decomposed = nfd->normalize(source, status);

  icu::UnicodeString folded;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) folded.append(without_stroke(c));
  }

  std::string utf8;
  nfc->normalize(folded, status).toUTF8String(utf8);
  assert(U_SUCCESS(status));
  return utf8;
}

}  // namespace tinlang::text
