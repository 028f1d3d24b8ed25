// Levels of government.

#ifndef TINLANG_INDEXER_ENTITIES_TIER_H_
#define TINLANG_INDEXER_ENTITIES_TIER_H_

#include <cstdint>

namespace tinlang::entities {

// The level of government of a post; kOpen when the words do not say.
enum class Tier : std::uint8_t { kOpen, kCentral, kProvince, kDistrict, kCommune, kVillage };

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_TIER_H_
