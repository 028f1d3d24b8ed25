// Names of the gazetteer in running words.

#ifndef TINLANG_INDEXER_ENTITIES_PLACE_NAMES_H_
#define TINLANG_INDEXER_ENTITIES_PLACE_NAMES_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/entities/tier.h"
#include "indexer/entities/word_keys.h"
#include "indexer/entities/words.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/gazetteer/name_tree.h"

namespace tinlang::entities {

struct PlaceName {
  std::size_t begin = 0;  // words
  std::size_t end = 0;
  std::vector<gazetteer::UnitId> units;  // those of the level asked for, not empty
  bool by_marks = true;                  // false: only the unmarked spelling agrees
};

// The levels of units that the type word `type` ("thành phố", "xã") can stand before.
bool level_may_be(const gazetteer::Unit& unit, Tier tier, std::string_view type);

// What the words of a vocabulary are in the names of a gazetteer. Immutable; thread-safe.
class PlaceWords {
 public:
  // Adds the words of all names to `vocabulary`, which must outlive the object and get no more.
  PlaceWords(const gazetteer::Gazetteer& gazetteer, Vocabulary* vocabulary);

  // By number of the word; 0 when no name has it.
  gazetteer::NameTree::Word canonical(std::uint32_t id) const { return canonical_[id]; }
  gazetteer::NameTree::Word folded(std::uint32_t id) const { return folded_[id]; }

  // What words must be read with.
  WordKeys make_keys() const { return WordKeys(vocabulary_); }

 private:
  const Vocabulary* vocabulary_;
  std::vector<gazetteer::NameTree::Word> canonical_;
  std::vector<gazetteer::NameTree::Word> folded_;
};

// The names as texts of one time have them. Immutable; thread-safe.
class PlaceNames {
 public:
  // Both must outlive the object; `words` is of this gazetteer, as of any time.
  PlaceNames(const gazetteer::Gazetteer& gazetteer, const PlaceWords& words)
      : gazetteer_(gazetteer), words_(words) {}

  const gazetteer::Gazetteer& gazetteer() const { return gazetteer_; }
  WordKeys make_keys() const { return words_.make_keys(); }

  // The longest name at words[at] of a unit that `tier` and `type` allow (empty
  // type: any). A name begins with a capital, or is the number of a phường or quận.
  std::optional<PlaceName> read(std::span<const Word> words, std::size_t at, Tier tier,
                                std::string_view type) const;

 private:
  struct Wanted {
    Tier tier;
    std::string_view type;
  };
  std::optional<PlaceName> read_number(std::span<const Word> words, std::size_t at,
                                       std::string_view type) const;
  std::optional<PlaceName> read_by_letters(std::span<const Word> words, std::size_t at,
                                           const Wanted& wanted) const;
  bool has_allowed(std::span<const gazetteer::UnitId> units, const Wanted& wanted) const;
  std::vector<gazetteer::UnitId> allowed(std::span<const gazetteer::UnitId> units,
                                         const Wanted& wanted) const;

  const gazetteer::Gazetteer& gazetteer_;
  const PlaceWords& words_;
};

// Index after the run of capitalised words at `at`, joined inside by hyphens.
std::size_t capital_run_end(std::span<const Word> words, std::size_t at);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_PLACE_NAMES_H_
