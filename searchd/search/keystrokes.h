// Keys of the two Vietnamese ways of typing, left in a text by a keyboard that
// was not switched on: Telex "hooij nghij" and VNI "ho65i nghi5" for "hội nghị".

#ifndef TINLANG_SEARCHD_SEARCH_KEYSTROKES_H_
#define TINLANG_SEARCHD_SEARCH_KEYSTROKES_H_

#include <optional>
#include <string>
#include <string_view>

namespace tinlang::search {

// The syllable that the keys `word` stand for, in display spelling and with the
// case of its letters. A key may come right after its letter or later in the
// word ("ddoongf", "ddongof", "dongdof"). `word` may have some of its marks already
// ("hôij"). Nothing when no key of the method is among its letters or when
// what results is no Vietnamese syllable. Thread-safe.
std::optional<std::string> decode_telex(std::string_view word);
std::optional<std::string> decode_vni(std::string_view word);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_KEYSTROKES_H_
