// Any bytes: normalising and the keys answer, and their answers are stable.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tinlang::text;  // NOLINT(google-build-using-namespace): one function
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto once = normalize_text(input);
  if (once.has_value() != (first_malformed_byte(input) == std::string_view::npos)) std::abort();
  if (!once) return canonical_key(input).empty() && fold_key(input).empty() ? 0 : (std::abort(), 0);
  const auto twice = normalize_text(*once);
  if (!twice || *twice != *once) std::abort();

  const std::string canonical = canonical_key(*once);
  const std::string folded = fold_key(*once);
  if (first_malformed_byte(canonical) != std::string_view::npos) std::abort();
  if (canonical_key(canonical) != canonical) std::abort();
  if (fold_key(folded) != folded) std::abort();
  const std::string shown = display_spelling(*once);
  if (display_spelling(shown) != shown) std::abort();
  if (fold_key(shown) != folded) std::abort();
  return 0;
}
