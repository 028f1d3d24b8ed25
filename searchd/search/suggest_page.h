// What completes a question that is being typed. Plain values; knows no HTTP.

#ifndef TINLANG_SEARCHD_SEARCH_SUGGEST_PAGE_H_
#define TINLANG_SEARCHD_SEARCH_SUGGEST_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tinlang::search {

inline constexpr std::size_t kMaxSuggestLimit = 20;
inline constexpr std::size_t kDefaultSuggestLimit = 8;

// In the order in which an answer lists them.
enum class SuggestKind : std::uint8_t { kOfficial, kLocality, kPhrase, kTitle };
inline constexpr std::size_t kSuggestKinds = 4;

struct Suggestion {
  SuggestKind kind = SuggestKind::kPhrase;
  std::string text;    // display spelling; phrase: the whole question, completed
  std::string value;   // official: its id; locality: its code; title: the article's id; else empty
  std::string detail;  // official: latest post; locality: type and the units above; else empty
  std::uint64_t count = 0;  // articles
};

struct SuggestPage {
  std::string build_id;
  std::vector<Suggestion> suggestions;  // by kind, then by count (titles: the newest first)
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SUGGEST_PAGE_H_
