// What data/gazetteer says, as the room keeps it in memory.

#ifndef TINLANG_INDEXER_GAZETTEER_UNIT_TABLES_H_
#define TINLANG_INDEXER_GAZETTEER_UNIT_TABLES_H_

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/gazetteer/host_reader.h"
#include "indexer/gazetteer/name_key.h"
#include "indexer/gazetteer/name_tree.h"
#include "indexer/gazetteer/succession.h"
#include "indexer/gazetteer/word_list.h"

namespace tinlang::gazetteer {

struct UnitTables {
  std::vector<Unit> units;
  WordList codes;  // the place of a code is its unit
  NameTree canonical;
  NameTree folded;
  // By system: portals' hosts, and labels of hosts that name units of that system.
  std::array<StringMap<UnitId>, 2> hosts;
  std::array<HostLabels, 2> labels;
  Succession succession;
};

// Errors: those of Gazetteer::load().
Result<std::unique_ptr<const UnitTables>> load_unit_tables(const std::filesystem::path& folder);

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_UNIT_TABLES_H_
