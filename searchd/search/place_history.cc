#include "searchd/search/place_history.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace tinlang::search {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::Related;
using gazetteer::System;
using gazetteer::Unit;
using gazetteer::UnitId;

PlaceName place_name(const Gazetteer& gazetteer, UnitId id) {
  const Unit& unit = gazetteer.unit(id);
  return {unit.code, unit.name, kind_of(unit)};
}

PlaceHistory history_of(const Gazetteer& gazetteer, UnitId id) {
  const Unit& unit = gazetteer.unit(id);
  PlaceHistory history;
  history.place = place_name(gazetteer, id);
  history.system = unit.system;
  for (auto held = unit.parent; held; held = gazetteer.unit(*held).parent) {
    history.holders.insert(history.holders.begin(), place_name(gazetteer, *held));
  }
  const UnitId province_today = gazetteer.province_today(id);
  history.province_today = place_name(gazetteer, province_today);
  // A province's hundred communes are not what a reader asks: it lies whole in today's.
  const auto became = unit.system == System::kThreeLevel && unit.level == Level::kProvince
                          ? std::vector<Related>{{province_today, true}}
                          : gazetteer.successors(id);
  for (const Related& newer : became) {
    history.became.push_back({place_name(gazetteer, newer.unit), newer.whole});
  }
  for (const Related& older : gazetteer.predecessors(id)) {
    history.came_from.push_back({place_name(gazetteer, older.unit), older.whole});
  }
  return history;
}

}  // namespace tinlang::search
