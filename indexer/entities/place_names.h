// Names of the gazetteer in running words.

#ifndef TINLANG_INDEXER_ENTITIES_PLACE_NAMES_H_
#define TINLANG_INDEXER_ENTITIES_PLACE_NAMES_H_

#include <optional>
#include <span>
#include <vector>

#include "indexer/entities/tier.h"
#include "indexer/entities/words.h"
#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::entities {

struct PlaceName {
  std::size_t begin = 0;  // words
  std::size_t end = 0;
  std::vector<gazetteer::UnitId> units;  // those of the level asked for, not empty
  bool by_marks = true;                  // false: only the unmarked spelling agrees
};

// The levels of units that the type word `type` ("thành phố", "xã") can stand before.
bool level_may_be(const gazetteer::Unit& unit, Tier tier, std::string_view type);

// The longest name at words[at] of a unit that `tier` and `type` allow (empty
// type: any). A name begins with a capital, or is the number of a phường or quận.
std::optional<PlaceName> read_place_name(const gazetteer::Gazetteer& gazetteer,
                                         std::span<const Word> words, std::size_t at, Tier tier,
                                         std::string_view type);

// Index after the run of capitalised words at `at`, joined inside by hyphens.
std::size_t capital_run_end(std::span<const Word> words, std::size_t at);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_PLACE_NAMES_H_
