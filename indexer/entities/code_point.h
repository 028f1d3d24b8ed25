// Code points of UTF-8 text, one at a time.

#ifndef TINLANG_INDEXER_ENTITIES_CODE_POINT_H_
#define TINLANG_INDEXER_ENTITIES_CODE_POINT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace tinlang::entities {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};

// The one that begins at byte `at` of `text`; malformed bytes come back one by one as U+FFFD.
// Precondition: at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);

// Precondition: `letter` is below U+10000.
void append_utf8(char32_t letter, std::string* text);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_CODE_POINT_H_
