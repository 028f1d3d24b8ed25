#include "indexer/gazetteer/counted_units.h"

#include <algorithm>
#include <optional>

namespace tinlang::gazetteer {
namespace {

void add_with_holders(const Gazetteer& gazetteer, UnitId unit, std::vector<UnitId>& units) {
  for (std::optional<UnitId> held = unit; held; held = gazetteer.unit(*held).parent) {
    if (std::find(units.begin(), units.end(), *held) == units.end()) units.push_back(*held);
  }
}

// The older province that a two-level province continues: of its name, else its only one.
std::optional<UnitId> continued_province(const Gazetteer& gazetteer, UnitId province) {
  const auto older = gazetteer.predecessors(province);
  const auto same_name = std::find_if(older.begin(), older.end(), [&](const Related& related) {
    return gazetteer.unit(related.unit).name == gazetteer.unit(province).name;
  });
  if (same_name != older.end()) return same_name->unit;
  if (older.size() == 1) return older.front().unit;
  return std::nullopt;
}

std::vector<UnitId> older_units(const Gazetteer& gazetteer, UnitId place) {
  const Unit& unit = gazetteer.unit(place);
  if (unit.level != Level::kProvince) {
    std::vector<UnitId> units;
    for (const Related& older : gazetteer.predecessors(place)) units.push_back(older.unit);
    if (!units.empty()) return units;
  }
  const auto province = continued_province(gazetteer, gazetteer.province_today(place));
  return province ? std::vector{*province} : std::vector<UnitId>{};
}

std::vector<UnitId> newer_units(const Gazetteer& gazetteer, UnitId place) {
  const Unit& unit = gazetteer.unit(place);
  if (unit.level == Level::kProvince) return {gazetteer.province_today(place)};
  const auto became = gazetteer.successors(place);
  if (unit.level == Level::kDistrict && became.size() > 1) return {gazetteer.province_today(place)};
  std::vector<UnitId> units;
  for (const Related& newer : became) units.push_back(newer.unit);
  return units;
}

}  // namespace

std::vector<UnitId> counted_units(const Gazetteer& gazetteer, UnitId place, System system) {
  std::vector<UnitId> units;
  if (gazetteer.unit(place).system == system) {
    add_with_holders(gazetteer, place, units);
    return units;
  }
  const auto others =
      system == System::kTwoLevel ? newer_units(gazetteer, place) : older_units(gazetteer, place);
  for (const UnitId other : others) add_with_holders(gazetteer, other, units);
  // "From the narrowest up": several communes share their holders.
  std::stable_sort(units.begin(), units.end(), [&](UnitId a, UnitId b) {
    return gazetteer.unit(a).level > gazetteer.unit(b).level;
  });
  return units;
}

}  // namespace tinlang::gazetteer
