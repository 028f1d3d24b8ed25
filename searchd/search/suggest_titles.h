// Completes headlines that are not in memory, by asking the index itself.

#ifndef TINLANG_SEARCHD_SEARCH_SUGGEST_TITLES_H_
#define TINLANG_SEARCHD_SEARCH_SUGGEST_TITLES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searchd/search/facet_columns.h"
#include "searchd/search/hot_terms.h"
#include "searchd/search/suggest_page.h"
#include "searchd/search/suggest_typed.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// Where a completion begins: one of the first so many words of a name or title.
inline constexpr std::size_t kWordsToMatch = 12;

// What one question asks of a build. The database serves one thread at a time.
struct TitleSources {
  const Xapian::Database& database;
  const HotTerms& hot;
  const FacetColumns& columns;
};

// The words of all titles, with which a typed word is looked up. Immutable, so
// thread-safe. About 80 bytes for each different word.
class TitleWords {
 public:
  // Work that one question may cause: finding the articles with the typed words, in nanoseconds
  // by what each step costs on a slow machine (estimated, never timed: a question has the same
  // answer everywhere); and titles read, with their articles in bytes as stored.
  static constexpr std::uint64_t kMostWork = 700'000;
  static constexpr std::size_t kMostTitles = 10;
  static constexpr std::size_t kMostStoredBytes = 24 * 1024;

  TitleWords() = default;
  // Throws Xapian::Error.
  static TitleWords read(const Xapian::Database& database);

  // At most `limit` titles that `typed` completes, not of the articles `without`, the
  // newest first. Every title is found while few have all the typed words; of the many
  // that have common ones, some that have them side by side. Throws Xapian::Error.
  std::vector<Suggestion> complete(const TypedText& typed, std::size_t limit,
                                   const Roaring& without, const TitleSources& sources) const;

 private:
  struct Known {
    std::string folded;
    std::string canonical;
    std::uint32_t articles = 0;
    bool has_digit = false;  // `folded` has the digit that may be a tone
  };
  class Finder;

  // Those that fold to `folded`, or that begin so.
  std::span<const Known> words(std::string_view folded, bool is_prefix) const;

  std::vector<Known> known_;  // by folded
};

// The word of `title` from which on `typed` stands there, its last word perhaps only
// begun, among the first kWordsToMatch; npos when there is none.
std::size_t find_typed(const TypedText& typed, std::string_view title);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SUGGEST_TITLES_H_
