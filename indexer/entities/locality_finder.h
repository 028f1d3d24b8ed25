// Where a text names places: spotting without deciding which unit is meant.

#ifndef TINLANG_INDEXER_ENTITIES_LOCALITY_FINDER_H_
#define TINLANG_INDEXER_ENTITIES_LOCALITY_FINDER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/entities/entities.h"
#include "indexer/entities/place_names.h"
#include "indexer/entities/post_table.h"
#include "indexer/entities/words.h"
#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::entities {

// How the text says that a name is a place; the surer first.
enum class PlaceSign : std::uint8_t {
  kTyped,   // "xã Thanh Giang"
  kOrgan,   // "Huyện ủy Bạch Thông"
  kPrefix,  // "Thanh Chương: ..." at the beginning of a title or paragraph
  kListed,  // one of several: "các xã A, B và C", "xã A và xã B", "như xã A"
  kBare,    // nothing but the name
};

enum class ArticlePart : std::uint8_t { kTitle, kLead, kBody, kCaption };

struct PlaceMention {
  PlaceSign sign = PlaceSign::kBare;
  ArticlePart part = ArticlePart::kBody;
  Tier tier = Tier::kOpen;  // of the type word or organ
  std::string type;         // "thị trấn"; empty without a type word
  std::string key;          // canonical keys of the name
  std::string words;        // the name as the page has it
  PlaceName name;
  std::size_t begin = 0;  // of the type word or organ before the name (words)
  bool is_scene = false;  // "tại ... xã X", "ở huyện Y": where something happens
  TextSpan span;          // from `begin` to the name's end; find_places() fills in the bytes alone
  // Index (in the list returned) of the place that the text puts this one in:
  // "xã X, huyện Y", "xã X thuộc huyện Y".
  std::optional<std::size_t> inside;
};

// The mentions of one paragraph, in order.
std::vector<PlaceMention> find_places(const PostTable& table, const PlaceNames& places,
                                      std::span<const Word> words, ArticlePart part);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_LOCALITY_FINDER_H_
