// Which lines of the record are one person's, and which are a namesake's.

#ifndef TINLANG_SEARCHD_OFFICIALS_IDENTITY_H_
#define TINLANG_SEARCHD_OFFICIALS_IDENTITY_H_

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "searchd/officials/corrections.h"
#include "searchd/officials/holding.h"

namespace tinlang::officials {

// Two offices in two places may overlap so long, for articles lag behind appointments.
inline constexpr std::int32_t kHandoverDays = 90;
// Between two offices of one career, as far as articles tell.
inline constexpr std::int32_t kCareerGapDays = 3 * 365;
// A name borne in so many provinces is common, as are those of three syllables with Văn or Thị.
inline constexpr std::size_t kCommonInProvinces = 3;
// A common name is followed only below the province and across so many days, and not where two
// of that name demonstrably hold office at once in units beside each other.
inline constexpr std::int32_t kCommonGapDays = 365;

// The person of each holding, as numbers from 0. Deterministic, and the same for any order of
// `holdings` but for the numbers themselves, which follow that order.
//
// Holdings of one name key (VIETNAMESE rule: a name, a place, a span of time) join
//  1. in the same unit, or in units of which one became the other in 2025;
//  2. in units of which one holds the other, and
//  3. in sibling units;
// the nearest first, and 2 and 3 only across at most kCareerGapDays (a common name as said above)
// and unless some office of one overlaps an office of the other elsewhere by more than
// kHandoverDays. Memberships overlap
// with anything; what is told of as former says nothing of time. Everything else stays apart.
// Corrections come last and overrule, splits also the merges.
std::vector<std::uint32_t> identify(const gazetteer::Gazetteer& gazetteer,
                                    std::span<const Holding> holdings,
                                    const Corrections& corrections);

}  // namespace tinlang::officials

#endif  // TINLANG_SEARCHD_OFFICIALS_IDENTITY_H_
