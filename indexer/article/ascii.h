// Names of HTML and of charsets, addresses and styles are compared by their ASCII letters,
// without regard to case.

#ifndef TINLANG_INDEXER_ARTICLE_ASCII_H_
#define TINLANG_INDEXER_ARTICLE_ASCII_H_

#include <algorithm>
#include <string>
#include <string_view>

namespace tinlang::article {

constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lower_ascii(c);
  return lower;
}

// Whether `text` begins with `word`, which is in lower case.
inline bool begins_with_ascii(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return a == lower_ascii(b); });
}

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_ASCII_H_
