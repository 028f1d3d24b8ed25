#include "searchd/officials/unit_relation.h"

#include <algorithm>

namespace tinlang::officials {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::System;
using gazetteer::Unit;
using gazetteer::UnitId;

UnitRelation relate_in_one_system(const Gazetteer& gazetteer, UnitId a, UnitId b) {
  if (a == b) return UnitRelation::kSame;
  if (contains(gazetteer, a, b) || contains(gazetteer, b, a)) return UnitRelation::kInside;
  const Unit& left = gazetteer.unit(a);
  const Unit& right = gazetteer.unit(b);
  const bool are_siblings = left.parent && left.parent == right.parent;
  return are_siblings ? UnitRelation::kSibling : UnitRelation::kFar;
}

UnitRelation relate_to_newer(const Gazetteer& gazetteer, UnitId older, UnitId newer) {
  if (gazetteer.province_today(older) != gazetteer.province_today(newer)) return UnitRelation::kFar;
  const bool older_is_province = gazetteer.unit(older).level == Level::kProvince;
  if (gazetteer.unit(newer).level == Level::kProvince) {
    return older_is_province ? UnitRelation::kSame : UnitRelation::kInside;
  }
  if (older_is_province) return UnitRelation::kInside;
  UnitRelation nearest = UnitRelation::kFar;
  for (const auto& origin : gazetteer.predecessors(newer)) {
    nearest = std::min(nearest, relate_in_one_system(gazetteer, older, origin.unit));
  }
  return nearest;
}

}  // namespace

UnitRelation relate(const Gazetteer& gazetteer, UnitId a, UnitId b) {
  const System left = gazetteer.unit(a).system;
  if (left == gazetteer.unit(b).system) return relate_in_one_system(gazetteer, a, b);
  return left == System::kThreeLevel ? relate_to_newer(gazetteer, a, b)
                                     : relate_to_newer(gazetteer, b, a);
}

}  // namespace tinlang::officials
