// Where each article happens, in the units of its own day and of the other system, in memory.

#ifndef TINLANG_SEARCHD_SEARCH_LOCALITY_COLUMN_H_
#define TINLANG_SEARCHD_SEARCH_LOCALITY_COLUMN_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/search/column_reader.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// Which of an article's places count.
enum class Places : std::uint8_t { kMain, kMentioned };  // the main one is among those mentioned

struct LocalityCount {
  std::string code;
  std::uint64_t count = 0;
  std::uint64_t through = 0;  // of these, filed under units of the other system alone
};

// Each article counts in the units of both systems (gazetteer::counted_units()), whichever its own
// day had; so each system's tree holds all articles, and filed() finds exactly what count() counts.
// A code that the gazetteer lacks counts as it was written. 8 bytes an article and 4 for each
// place it mentions. Immutable, so thread-safe.
class LocalityColumn {
 public:
  // Throws Xapian::Error.
  static LocalityColumn read(const Xapian::Database& database,
                             const gazetteer::Gazetteer& gazetteer);

  // The units of `system` in which articles of `set` count; in no order. An article counts once
  // in a unit, however many of its places lie there.
  std::vector<LocalityCount> count(const Roaring& set, gazetteer::System system,
                                   Places places) const;

  // The articles that count in any of the units with these codes, of either system.
  Roaring filed(std::span<const std::string> codes, Places places) const;

 private:
  struct Counted {
    std::uint32_t code = 0;  // a number of codes_
    bool direct = false;     // one of the units that the article is filed under
  };
  using Units = std::vector<Counted>;

  void add_path(std::string_view path, const gazetteer::Gazetteer& gazetteer);
  std::vector<LocalityCount> named(const std::vector<std::uint64_t>& counts,
                                   const std::vector<std::uint64_t>& direct) const;
  std::vector<LocalityCount> count_main(const Roaring& set, std::size_t system) const;
  std::vector<LocalityCount> count_mentioned(const Roaring& set, std::size_t system) const;

  // Path 0 is no place: an article without one.
  std::vector<std::uint32_t> main_;  // by docid: a path
  ListColumn others_;                // paths of the places that are not the main one
  std::array<std::vector<Units>, 2> units_of_path_;  // by system and path
  Interner codes_;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_LOCALITY_COLUMN_H_
