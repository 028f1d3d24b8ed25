// How near two units are for somebody's career.

#ifndef TINLANG_SEARCHD_OFFICIALS_UNIT_RELATION_H_
#define TINLANG_SEARCHD_OFFICIALS_UNIT_RELATION_H_

#include <cstdint>

#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::officials {

// The nearest first.
enum class UnitRelation : std::uint8_t {
  kSame,     // one unit, or an older one and what it went into in July 2025, of one level
  kInside,   // one holds the other, or holds what went into it
  kSibling,  // right below one unit, or one beside what went into the other
  kFar,
};

// Symmetric.
UnitRelation relate(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitId a,
                    gazetteer::UnitId b);

}  // namespace tinlang::officials

#endif  // TINLANG_SEARCHD_OFFICIALS_UNIT_RELATION_H_
