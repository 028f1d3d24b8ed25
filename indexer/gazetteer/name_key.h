// Under which words a unit's name is found: the same for all ways of writing it.

#ifndef TINLANG_INDEXER_GAZETTEER_NAME_KEY_H_
#define TINLANG_INDEXER_GAZETTEER_NAME_KEY_H_

#include <functional>
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

// What parts the words of a key, beside the apostrophe.
constexpr std::string_view kKeySeparators = " -.,";

// Calls `take` with the words of `key` (a canonical or a folded key): hyphens and dots part them
// as spaces do, apostrophes are dropped together with the space after them ("m' dang" and "m'dang"
// are one word).
template <typename Take>
void for_each_key_word(std::string_view key, Take&& take) {
  std::string word;
  bool after_apostrophe = false;
  for (const char byte : key) {
    if (byte == '\'') {
      after_apostrophe = true;
    } else if (kKeySeparators.find(byte) == std::string_view::npos) {
      word.push_back(byte);
      after_apostrophe = false;
    } else if (!after_apostrophe) {
      if (!word.empty()) take(std::string_view(word));
      word.clear();
    }
  }
  if (!word.empty()) take(std::string_view(word));
}

// Whether a key is one word, and no apostrophe in it.
inline bool is_plain_word(std::string_view key) {
  return !key.empty() && key.find('\'') == std::string_view::npos &&
         key.find_first_of(kKeySeparators) == std::string_view::npos;
}

// The letters and digits of a folded key alone, as hosts write names: "thanhchuong".
std::string glued_key(std::string_view folded);

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_NAME_KEY_H_
