// Everything that may complete a question, read once from a build.

#ifndef TINLANG_SEARCHD_SEARCH_SUGGEST_TABLES_H_
#define TINLANG_SEARCHD_SEARCH_SUGGEST_TABLES_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/spelling_readings.h"
#include "searchd/search/suggest_index.h"
#include "searchd/search/suggest_page.h"
#include "searchd/search/suggest_titles.h"
#include "searchd/search/suggest_typed.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// Immutable, so thread-safe. At most kMostOfficials officials (about 250 bytes
// each), kMostPhrases phrases (100), kMostTitles titles (500) and the units of the
// gazetteer (200): under 70 MB however many articles there are. Older titles are asked of
// the index, for which the words of all titles are kept (80 each).
class SuggestTables {
 public:
  static constexpr std::size_t kMostOfficials = 200'000;  // those named in most articles
  static constexpr std::size_t kMostPhrases = 100'000;    // the most frequent
  static constexpr std::size_t kMostTitles = 10'000;      // the newest

  // Where marks were typed, the heaviest entries may all lack them: how far to look.
  static constexpr std::size_t kMostOffers = 2'000;

  // What the tables are made of; used only while they are read.
  struct Sources {
    const Xapian::Database& database;
    const gazetteer::Gazetteer& gazetteer;
    const FacetColumns& columns;
    const Readings& readings;
  };
  // Throws Xapian::Error.
  static SuggestTables read(const Sources& sources);

  // At most `limit` completions of `question` (UTF-8), whose last word may be
  // unfinished. Any part of a name, place or title may be typed, a phrase
  // completes the last one or two words. A typed mark must be there; one not typed may be.
  // Time: at most kMostOffers steps of O(log n) a kind, and what TitleWords may read where
  // two words or more were typed and titles in memory are too few. `asked`: of the build
  // that these tables were read from. Throws Xapian::Error.
  std::vector<Suggestion> suggest(std::string_view question, std::size_t limit,
                                  const TitleSources& asked) const;

 private:
  struct Table {
    std::vector<Suggestion> entries;
    std::vector<std::string> canonical;  // by entry: its words as keys C
    SuggestIndex index;
  };

  struct Typed {
    const TypedText& text;
    std::size_t first = 0;  // word at which the entry begins
  };

  std::vector<Suggestion> complete(SuggestKind kind, const Typed& typed, std::size_t limit) const;
  std::vector<Suggestion> complete_phrase(std::string_view question, const TypedText& typed,
                                          std::size_t limit) const;
  Table& table(SuggestKind kind) { return tables_[static_cast<std::size_t>(kind)]; }
  void read_officials(const Sources& sources);
  void read_localities(const Sources& sources);
  void read_phrases(const Sources& sources);
  void read_titles(const Sources& sources);

  std::array<Table, kSuggestKinds> tables_;
  TitleWords title_words_;
  Roaring titles_;  // the articles whose titles are in memory
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SUGGEST_TABLES_H_
