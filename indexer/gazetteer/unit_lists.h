// Many short lists of units in one block of memory.

#ifndef TINLANG_INDEXER_GAZETTEER_UNIT_LISTS_H_
#define TINLANG_INDEXER_GAZETTEER_UNIT_LISTS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::gazetteer {

// Immutable. Views live as long as the lists, also after they were moved.
class UnitLists {
 public:
  // Empty for a list to which nothing was added.
  std::span<const UnitId> operator[](std::size_t list) const {
    if (list + 1 >= begins_.size()) return {};
    return std::span(units_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
  }

 private:
  friend class UnitListsBuilder;
  std::vector<std::uint32_t> begins_;  // by list, and the end of the last one
  std::vector<UnitId> units_;
};

class UnitListsBuilder {
 public:
  void reserve(std::size_t units) { links_.reserve(units); }

  // Puts `unit` behind those of `list`.
  void append(std::size_t list, UnitId unit) {
    if (list >= ends_.size()) ends_.resize(list + 1);
    auto& [first, last] = ends_[list];
    (last == kNone ? first : links_[last].next) = static_cast<std::uint32_t>(links_.size());
    last = static_cast<std::uint32_t>(links_.size());
    links_.push_back({unit, kNone});
  }

  // The same, unless it is there.
  void add(std::size_t list, UnitId unit) {
    if (!has(list, [unit](UnitId other) { return other == unit; })) append(list, unit);
  }

  template <typename Predicate>
  bool has(std::size_t list, Predicate&& is_wanted) const {
    if (list >= ends_.size()) return false;
    for (std::uint32_t at = ends_[list].first; at != kNone; at = links_[at].next) {
      if (is_wanted(links_[at].unit)) return true;
    }
    return false;
  }

  UnitLists build() &&;

 private:
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
  struct Ends {
    std::uint32_t first = kNone;
    std::uint32_t last = kNone;
  };
  struct Link {
    UnitId unit = 0;
    std::uint32_t next = kNone;
  };

  std::vector<Ends> ends_;  // by list, into links_
  std::vector<Link> links_;
};

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_UNIT_LISTS_H_
