// Levels of government.

#ifndef TINLANG_INDEXER_ENTITIES_TIER_H_
#define TINLANG_INDEXER_ENTITIES_TIER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tinlang::entities {

// The level of government of a post; kOpen when the words do not say.
enum class Tier : std::uint8_t { kOpen, kCentral, kProvince, kDistrict, kCommune, kVillage };

// "central", "province", "district", "commune", "village"; empty for kOpen.
constexpr std::string_view to_string(Tier tier) {
  constexpr std::array<std::string_view, 6> kNames = {"",         "central", "province",
                                                      "district", "commune", "village"};
  return kNames[static_cast<std::size_t>(tier)];
}

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_TIER_H_
