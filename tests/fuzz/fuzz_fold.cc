// Any bytes, taken as words: the keys and the spelling to show are stable, and
// spellings of one word share their keys.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"

namespace {

using tinlang::text::canonical_key;
using tinlang::text::display_spelling;
using tinlang::text::fold_key;

void check(bool holds) {
  if (!holds) std::abort();
}

// What is true of the words of any text.
void check_keys(const std::string& words) {
  const std::string canonical = canonical_key(words);
  const std::string folded = fold_key(words);
  check(tinlang::text::first_malformed_byte(canonical) == std::string::npos);
  check(tinlang::text::first_malformed_byte(folded) == std::string::npos);
  check(canonical_key(canonical) == canonical);
  check(fold_key(folded) == folded);
  check(canonical.empty() == folded.empty());
  check(std::string_view(canonical + folded).find_first_of("\t\n\r") == std::string::npos);
}

// The spelling that is shown is of the same word. Of a syllable the key C says so
// too; a word with two tones keeps both in that key as they are written.
void check_spellings(const std::string& words) {
  const std::string shown = display_spelling(words);
  check(display_spelling(shown) == shown);
  check(fold_key(shown) == fold_key(words));
  if (tinlang::text::is_vietnamese_syllable(words)) {
    check(canonical_key(shown) == canonical_key(words));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string words(reinterpret_cast<const char*>(data), size);
  if (tinlang::text::first_malformed_byte(words) != std::string::npos) {
    check(canonical_key(words).empty() && fold_key(words).empty());
    check(!tinlang::text::is_vietnamese_syllable(words));
    display_spelling(words);
    return 0;
  }
  check_keys(words);
  const auto normal = tinlang::text::normalize_text(words);
  check(normal.has_value());
  check_keys(*normal);
  check_spellings(*normal);
  return 0;
}
