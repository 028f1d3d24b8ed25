#include "indexer/gazetteer/succession.h"

#include <algorithm>
#include <utility>

namespace tinlang::gazetteer {
namespace {

void sort_unique(std::vector<UnitId>& units) {
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
}

}  // namespace

void Succession::collect(UnitId id, std::vector<UnitId>& found) const {
  found.insert(found.end(), successors_[id].begin(), successors_[id].end());
  for (const UnitId below : units_below_[id]) collect(below, found);
}

std::vector<Related> Succession::successors(UnitId id) const {
  if (systems_[id] == System::kTwoLevel) return {};
  std::vector<UnitId> found;
  collect(id, found);
  sort_unique(found);
  // Where some neighbour is known more closely, a bare province says nothing new.
  const auto is_commune = [&](UnitId unit) { return levels_[unit] == Level::kCommune; };
  if (std::any_of(found.begin(), found.end(), is_commune)) {
    std::erase_if(found, [&](UnitId unit) { return !is_commune(unit); });
  }
  std::vector<Related> related;
  for (const UnitId unit : found) related.push_back({unit, found.size() == 1});
  return related;
}

std::vector<Related> Succession::predecessors(UnitId id) const {
  std::vector<Related> related;
  for (const UnitId older : predecessors_[id]) {
    const bool whole = levels_[older] == Level::kProvince || successors_[older].size() == 1;
    related.push_back({older, whole});
  }
  return related;
}

SuccessionBuilder::SuccessionBuilder(std::span<const Unit> units) : units_(units) {
  UnitListsBuilder units_below;
  units_below.reserve(units.size());
  successors_.reserve(units.size());
  for (UnitId id = 0; id < units.size(); ++id) {
    succession_.systems_.push_back(units[id].system);
    succession_.levels_.push_back(units[id].level);
    succession_.provinces_.push_back(id);
    if (!units[id].parent) continue;
    units_below.append(*units[id].parent, id);
    succession_.provinces_[id] = succession_.provinces_[*units[id].parent];
  }
  succession_.units_below_ = std::move(units_below).build();
}

bool SuccessionBuilder::add(UnitId older, UnitId newer) {
  const bool from_below_a_province =
      units_[older].system == System::kThreeLevel && units_[older].level != Level::kProvince;
  if (!from_below_a_province || units_[newer].system != System::kTwoLevel) return false;
  successors_.append(older, newer);
  return true;
}

// A three-level province lies whole in the one province of all its communes' successors.
Result<void> SuccessionBuilder::find_provinces() {
  std::vector<UnitId>& provinces = succession_.provinces_;
  const std::vector<UnitId> today = provinces;
  for (UnitId id = 0; id < units_.size(); ++id) {
    if (units_[id].system == System::kTwoLevel || units_[id].level != Level::kProvince) continue;
    std::vector<UnitId> found;
    succession_.collect(id, found);
    for (UnitId& unit : found) unit = today[unit];
    sort_unique(found);
    if (found.size() != 1) {
      return fail(ErrorCode::kInvalidInput, "{} {} leads to {} provinces", units_[id].code,
                  units_[id].name, found.size());
    }
    provinces[id] = found.front();
  }
  for (UnitId id = 0; id < units_.size(); ++id) {
    if (units_[id].parent) provinces[id] = provinces[*units_[id].parent];
  }
  return {};
}

void SuccessionBuilder::find_predecessors() {
  UnitListsBuilder predecessors;
  predecessors.reserve(units_.size());
  for (UnitId id = 0; id < units_.size(); ++id) {
    if (units_[id].system == System::kTwoLevel) continue;
    for (const UnitId unit : succession_.successors_[id]) {
      if (units_[unit].level == Level::kCommune) predecessors.append(unit, id);
    }
    if (units_[id].level == Level::kProvince) predecessors.append(succession_.provinces_[id], id);
  }
  succession_.predecessors_ = std::move(predecessors).build();
}

Result<Succession> SuccessionBuilder::build() && {
  succession_.successors_ = std::move(successors_).build();
  for (UnitId id = 0; id < units_.size(); ++id) {
    const bool is_leaf =
        units_[id].system == System::kThreeLevel && succession_.units_below_[id].empty();
    if (is_leaf && succession_.successors_[id].empty()) {
      return fail(ErrorCode::kInvalidInput, "{} {} leads nowhere", units_[id].code,
                  units_[id].name);
    }
  }
  if (auto found = find_provinces(); !found) return tl::unexpected(std::move(found.error()));
  find_predecessors();
  return std::move(succession_);
}

}  // namespace tinlang::gazetteer
