// A portal's host -> the unit that it speaks for.

#ifndef TINLANG_INDEXER_GAZETTEER_HOST_READER_H_
#define TINLANG_INDEXER_GAZETTEER_HOST_READER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/gazetteer/name_key.h"
#include "indexer/gazetteer/unit_lists.h"
#include "indexer/gazetteer/word_list.h"

namespace tinlang::gazetteer {

// Units by their glued_key(). Immutable.
struct HostLabels {
  std::span<const UnitId> find(std::string_view name) const {
    const std::uint32_t place = names.find(name);
    return place == WordList::kNone ? std::span<const UnitId>() : units[place];
  }

  WordList names;
  UnitLists units;  // by place in `names`
};

// What the reader needs of the tables; all of it must outlive the call.
struct HostTables {
  std::span<const Unit> units;
  const StringMap<UnitId>& corrections;  // ending of a host -> unit
  const HostLabels& labels;
};

// The unit of `host` (ASCII, any case, with or without a port). Labels are read
// from the right, each inside the one before; a label that names two units of
// one parent decides nothing, so the parent is the answer. nullopt when no
// label names a province, nor, under gov.vn, the only district of its name.
std::optional<UnitId> read_host(std::string_view host, const HostTables& tables);

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_HOST_READER_H_
