#include "indexer/gazetteer/unit_lists.h"

namespace tinlang::gazetteer {

UnitLists UnitListsBuilder::build() && {
  UnitLists lists;
  lists.begins_.reserve(ends_.size() + 1);
  lists.units_.reserve(links_.size());
  lists.begins_.push_back(0);
  for (const Ends& ends : ends_) {
    for (std::uint32_t at = ends.first; at != kNone; at = links_[at].next) {
      lists.units_.push_back(links_[at].unit);
    }
    lists.begins_.push_back(static_cast<std::uint32_t>(lists.units_.size()));
  }
  return lists;
}

}  // namespace tinlang::gazetteer
