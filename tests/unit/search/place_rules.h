// The rules of gazetteer::counted_units() once more, as conditions: what tests judge by.

#ifndef TINLANG_TESTS_UNIT_SEARCH_PLACE_RULES_H_
#define TINLANG_TESTS_UNIT_SEARCH_PLACE_RULES_H_

#include <algorithm>

#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::search {

// Whether news of `place` counts in `asked`, by the rules of counted_units.h read as conditions.
class PlaceRules {
 public:
  explicit PlaceRules(const gazetteer::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  bool counts(gazetteer::UnitId asked, gazetteer::UnitId place) const {
    const gazetteer::System system = gazetteer_.unit(asked).system;
    if (gazetteer_.unit(place).system == system) return contains(gazetteer_, asked, place);
    return system == gazetteer::System::kTwoLevel ? counts_today(asked, place)
                                                  : counted_then(asked, place);
  }

 private:
  bool counts_today(gazetteer::UnitId asked, gazetteer::UnitId place) const {
    if (gazetteer_.unit(asked).level == gazetteer::Level::kProvince) {
      return gazetteer_.province_today(place) == asked;
    }
    const auto became = gazetteer_.successors(place);
    const bool is_meant =
        gazetteer_.unit(place).level == gazetteer::Level::kCommune ||
        (gazetteer_.unit(place).level == gazetteer::Level::kDistrict && became.size() == 1);
    return is_meant && std::any_of(became.begin(), became.end(),
                                   [&](const auto& newer) { return newer.unit == asked; });
  }

  bool counted_then(gazetteer::UnitId asked, gazetteer::UnitId place) const {
    const auto older = gazetteer_.predecessors(place);
    if (gazetteer_.unit(place).level != gazetteer::Level::kProvince && !older.empty()) {
      return std::any_of(older.begin(), older.end(), [&](const auto& related) {
        return contains(gazetteer_, asked, related.unit);
      });
    }
    const gazetteer::UnitId province = gazetteer_.province_today(place);
    const auto& unit = gazetteer_.unit(asked);
    return unit.level == gazetteer::Level::kProvince &&
           gazetteer_.province_today(asked) == province &&
           (unit.name == gazetteer_.unit(province).name ||
            gazetteer_.predecessors(province).size() == 1);
  }

  const gazetteer::Gazetteer& gazetteer_;
};

}  // namespace tinlang::search

#endif  // TINLANG_TESTS_UNIT_SEARCH_PLACE_RULES_H_
