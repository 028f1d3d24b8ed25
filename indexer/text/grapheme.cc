#include "indexer/text/grapheme.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace tinlang::text {
namespace {

// What comes after decides whether a character goes on; no mark is longer.
constexpr std::size_t kLookAhead = 8;

}  // namespace

std::size_t grapheme_boundary(std::string_view text, std::size_t begin, std::size_t at) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  const std::string_view part = text.substr(begin, at - begin + kLookAhead);
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, part.data(), static_cast<std::int64_t>(part.size()), &status);
  if (U_FAILURE(status)) return at;
  breaks->setText(&source, status);
  auto boundary = static_cast<std::int32_t>(at - begin);
  if (breaks->isBoundary(boundary) == 0) boundary = breaks->preceding(boundary);
  utext_close(&source);
  return begin + static_cast<std::size_t>(std::max(boundary, 0));
}

}  // namespace tinlang::text
