// People and places of this index, to be recognised in a question.

#ifndef TINLANG_SEARCHD_SEARCH_KNOWN_NAMES_H_
#define TINLANG_SEARCHD_SEARCH_KNOWN_NAMES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/text/analyzer.h"
#include "searchd/search/official_column.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

inline constexpr std::size_t kMaxNameWords = 6;
inline constexpr std::size_t kMaxBearers = 5;  // of one name, the most frequent ones

// A unit whose news goes on, or began, under other names: of the province Bắc Kạn, the communes
// since July 2025 on its ground.
struct FollowedPlace {
  std::string code;
  std::vector<std::string> others;  // codes of units of the other time, one or more
};

// A name among the words of a question, and who bears it.
struct NameMatch {
  std::size_t first = 0;       // word that the name begins with
  std::size_t count = 0;       // its words, without the type word before them
  std::size_t type_words = 0;  // words before it that say its type: "xã", "thành phố"
  std::size_t begin = 0;       // bytes of the text, with the type word ("xã Thanh Giang")
  std::size_t end = 0;
  std::vector<Offer> bearers;           // one or more; their begin and end are left 0
  std::vector<std::string> places;      // codes of all units that bear it, in no order; maybe none
  std::vector<FollowedPlace> followed;  // those of `places` that the other time has not
};

// The people of the index by their names, and the units of the gazetteer
// that are, or hold, the main place of an article, or are one with such a unit of the
// other time. Immutable, so
// thread-safe; refers to the gazetteer.
class KnownNames {
 public:
  // Knows nobody and no place.
  KnownNames() = default;

  // What they are made of; the gazetteer must outlive them.
  struct Sources {
    const Xapian::Database& database;
    const gazetteer::Gazetteer& gazetteer;
    const OfficialColumn& officials;
  };
  // Throws Xapian::Error.
  static KnownNames read(const Sources& sources, text::Analyzer& analyzer);

  // The longest names in `words` (tokens of `text`, no alternatives), from left to
  // right and disjoint. A word with marks must have the name's, one without
  // may stand for any. A place of one word, or one whose name is also an
  // everyday phrase in small letters, counts only behind its type word; a
  // person has two words or more. Of a place that another one follows ("Tân Hưng,
  // huyện Tân Châu") only the units inside the other are meant, if there are such.
  std::vector<NameMatch> find(std::span<const text::Token> words, std::string_view text) const;

 private:
  struct Official {
    Offer offer;
    std::vector<std::string> canonical;  // key C of each word
    std::uint64_t articles = 0;
  };
  struct Candidate {
    Offer offer;
    std::uint64_t articles = 0;
    std::optional<gazetteer::UnitId> unit;  // of a place
  };
  struct Named {
    NameMatch match;
    std::vector<Candidate> bearers;  // one or more
  };

  explicit KnownNames(const gazetteer::Gazetteer& gazetteer) : gazetteer_(&gazetteer) {}

  void read_officials(const OfficialColumn& officials, text::Analyzer& analyzer);
  void read_places(const Xapian::Database& database);
  void read_other_times();
  bool occurs(gazetteer::UnitId id) const;
  // Of two bearers of one name: whether they are of different times and of one level, and
  // news of the one counts in the other.
  bool is_namesake(gazetteer::UnitId a, gazetteer::UnitId b) const;
  std::uint64_t articles_of(gazetteer::UnitId id) const;
  // What stands in NameMatch::places and followed.
  void add_places_meant(std::span<const Candidate> bearers, NameMatch& match) const;
  void add_officials(std::span<const text::Token> name, const std::string& folded,
                     std::vector<Candidate>& bearers) const;
  bool names_unit(std::span<const text::Token> name, const gazetteer::Unit& unit) const;
  // The units of either system that bear the name; a question says no date.
  std::vector<gazetteer::UnitId> units_named(const std::string& folded) const;
  Offer place_offer(gazetteer::UnitId id) const;
  // Adds the units of the name, whose match then begins at the type word before it.
  void add_places(std::span<const text::Token> words, std::string_view text, Named& named) const;
  // Who bears the words `match.first`, `match.count`; nullopt when nobody does.
  std::optional<Named> named(std::span<const text::Token> words, std::string_view text,
                             NameMatch match) const;
  // `match` with the most frequent of `bearers`, which are moved from.
  NameMatch finished(NameMatch match, std::vector<Candidate>& bearers) const;
  // Leaves of two places that are neighbours the units that lie in each other.
  void keep_inside(Named& inner, Named& outer) const;

  const gazetteer::Gazetteer* gazetteer_ = nullptr;
  std::unordered_map<std::string, std::vector<Official>> officials_;       // by folded name
  std::unordered_map<gazetteer::UnitId, std::uint64_t> articles_of_unit_;  // units that occur
  // By unit: the units of the other time that occur and whose news counts in it, the widest alone.
  std::unordered_map<gazetteer::UnitId, std::vector<gazetteer::UnitId>> other_time_;
  std::set<std::string> types_;  // of all units: "xã", "thành phố"
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_KNOWN_NAMES_H_
