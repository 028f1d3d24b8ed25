// In which units, of either time, news of a place counts.

#ifndef TINLANG_INDEXER_GAZETTEER_COUNTED_UNITS_H_
#define TINLANG_INDEXER_GAZETTEER_COUNTED_UNITS_H_

#include <vector>

#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::gazetteer {

// The units of `system` that news of `place` is about, each once, from the narrowest up:
// - of its own system, the unit and those that hold it;
// - a commune of the other system: the communes that it went into or came from, one or several,
//   and what holds them; where none is known, the province of that time;
// - a district that became several communes: today's province, for news of the district is of
//   none of them alone; one that became a single commune: that one too;
// - a province: the one that it became, or the older one that gave it its name. The others
//   that went into it are not meant by its news, though their communes are by theirs.
std::vector<UnitId> counted_units(const Gazetteer& gazetteer, UnitId place, System system);

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_COUNTED_UNITS_H_
