// Which units the places of an article are, decided together.

#ifndef TINLANG_INDEXER_ENTITIES_LOCALITY_RESOLVER_H_
#define TINLANG_INDEXER_ENTITIES_LOCALITY_RESOLVER_H_

#include <optional>
#include <span>
#include <vector>

#include "indexer/entities/entities.h"
#include "indexer/entities/locality_finder.h"
#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::entities {

// A unit that the article names, with what speaks for its weight in it.
struct ResolvedPlace {
  gazetteer::UnitId unit = 0;
  double confidence = 0;  // 0 to 1
  int count = 0;          // mentions, lists left out
  bool is_named_in_title = false;
  bool is_prefix_of_title = false;
  bool is_organ_in_title = false;  // and nothing else of it stands there: "Bí thư Huyện ủy X"
  bool is_scene_of_lead = false;   // "tại xã X"
  bool opens_lead = false;         // it is what the lead's first words name
  bool is_named_in_lead = false;
  bool is_only_listed = true;
  bool has_type_word = false;
  bool is_former = false;  // one of those that a province of before was divided into
  std::vector<TextSpan> evidence = {};
  bool is_in_chain = false;  // "xã X, huyện Y" names it
};

struct OpenPlace {
  std::size_t mention = 0;               // the first of the name
  std::vector<gazetteer::UnitId> units;  // the likeliest first
  std::vector<TextSpan> evidence = {};
};

struct ResolvedPlaces {
  std::vector<ResolvedPlace> places;  // each unit once, in order of first mention
  std::vector<OpenPlace> open;        // names behind a type word or organ that stay undecided
  std::optional<ResolvedPlace> main;
};

// What decides beside the text.
struct PlaceContext {
  const gazetteer::Gazetteer& gazetteer;  // as of the article's date
  std::optional<gazetteer::UnitId> host;  // the portal's own unit
};

// `mentions` of all paragraphs; `PlaceMention::inside` counts within the whole
// list. A name whose candidates stay within a margin of each other gives the
// unit that holds them all, or nothing. Since July 2025 the main place is a unit
// of today: an abolished one that the article names stays a mention.
ResolvedPlaces resolve_places(std::span<const PlaceMention> mentions, const PlaceContext& context);

// The localities of an answer: the main one first, then the others, each with
// the units that held it in its own time.
std::vector<Locality> make_localities(const ResolvedPlaces& resolved,
                                      const gazetteer::Gazetteer& gazetteer);

// A name that `open` keeps, as `mention` has it.
UndecidedPlace make_undecided(const OpenPlace& open, const PlaceMention& mention,
                              const gazetteer::Gazetteer& gazetteer);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_LOCALITY_RESOLVER_H_
