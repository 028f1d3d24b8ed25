// What became of the units of the three-level system on 1 July 2025.

#ifndef TINLANG_INDEXER_GAZETTEER_SUCCESSION_H_
#define TINLANG_INDEXER_GAZETTEER_SUCCESSION_H_

#include <span>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/gazetteer/unit_lists.h"
#include "indexer/result/result.h"

namespace tinlang::gazetteer {

// Immutable; the three answers are those of Gazetteer.
class Succession {
 public:
  Succession() = default;

  std::vector<Related> successors(UnitId id) const;
  std::vector<Related> predecessors(UnitId id) const;
  UnitId province_today(UnitId id) const { return provinces_[id]; }

 private:
  friend class SuccessionBuilder;

  void collect(UnitId id, std::vector<UnitId>& found) const;

  // Each by UnitId, in order of the table of units.
  std::vector<System> systems_;
  std::vector<Level> levels_;
  UnitLists units_below_;
  UnitLists successors_;  // of what the table names: communes, island districts
  UnitLists predecessors_;
  std::vector<UnitId> provinces_;
};

class SuccessionBuilder {
 public:
  // `units` must outlive the builder and hold parents before what they hold.
  explicit SuccessionBuilder(std::span<const Unit> units);

  // False when `older` is no three-level unit below a province or `newer` no two-level unit.
  bool add(UnitId older, UnitId newer);

  // Errors: kInvalidInput, naming the unit that leads nowhere, or a province that was divided.
  Result<Succession> build() &&;

 private:
  Result<void> find_provinces();
  void find_predecessors();

  std::span<const Unit> units_;
  UnitListsBuilder successors_;
  Succession succession_;
};

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_SUCCESSION_H_
