// How well each unit of a name fits everything else that the article names.

#ifndef TINLANG_INDEXER_ENTITIES_PLACE_SCORER_H_
#define TINLANG_INDEXER_ENTITIES_PLACE_SCORER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/entities/locality_finder.h"
#include "indexer/entities/locality_resolver.h"
#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::entities {

struct PlaceCandidate {
  gazetteer::UnitId unit = 0;
  double score = 0;
  std::uint32_t nth = 0;  // of its group's candidates before they were ranked
};

// All mentions of one name at one level: they mean one unit.
struct PlaceGroup {
  std::string key;
  Tier tier = Tier::kOpen;
  std::vector<std::size_t> mentions;
  std::vector<PlaceCandidate> candidates;  // best first once scored
  bool by_marks = true;
  bool is_explicit = false;  // some mention has a type word or an organ
};

// Groups in order of first mention. Bare names join a group whose name they
// repeat; a bare name of a commune alone makes none.
std::vector<PlaceGroup> group_places(std::span<const PlaceMention> mentions,
                                     const gazetteer::Gazetteer& gazetteer);

// Scores every candidate, with the other groups' best ones as evidence, until
// the choice is stable.
void score_places(std::span<const PlaceMention> mentions, const PlaceContext& context,
                  std::vector<PlaceGroup>* groups);

// Whether a name with these units is that of a province divided since ("Hà Bắc"): only such names
// mean several provinces.
bool is_former_province(const gazetteer::Gazetteer& gazetteer,
                        std::span<const gazetteer::UnitId> units);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_PLACE_SCORER_H_
