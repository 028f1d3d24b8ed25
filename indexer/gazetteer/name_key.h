// Under which key a unit's name is found: one for all ways of writing it.

#ifndef TINLANG_INDEXER_GAZETTEER_NAME_KEY_H_
#define TINLANG_INDEXER_GAZETTEER_NAME_KEY_H_

#include <string>
#include <string_view>
#include <unordered_map>

namespace tinlang::gazetteer {

// Lets a container keyed by std::string be asked with a view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// `key` (a canonical or a folded key) as the tables hold it: hyphens and dots
// as spaces, apostrophes dropped together with the space after them ("m' dang",
// "m'dang"), and each word that `spellings` lists written as it says.
std::string name_key(std::string_view key, const StringMap<std::string>& spellings);

// The letters and digits of a folded key alone, as hosts write names: "thanhchuong".
std::string glued_key(std::string_view folded);

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_NAME_KEY_H_
