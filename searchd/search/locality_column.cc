#include "searchd/search/locality_column.h"

#include <algorithm>
#include <optional>

#include "indexer/gazetteer/counted_units.h"
#include "indexer/schema/fields.h"

namespace tinlang::search {
namespace {

using gazetteer::Gazetteer;
using gazetteer::System;
using gazetteer::UnitId;
using schema::ValueSlot;

constexpr std::array kSystems = {System::kThreeLevel, System::kTwoLevel};

std::size_t index_of(System system) { return static_cast<std::size_t>(system); }

}  // namespace

LocalityColumn LocalityColumn::read(const Xapian::Database& database, const Gazetteer& gazetteer) {
  LocalityColumn column;
  Interner paths;
  const auto path_number = [&](std::string_view path) {
    const std::uint32_t number = paths.number(path);
    if (number == column.units_of_path_.front().size()) column.add_path(path, gazetteer);
    return number;
  };
  column.main_.resize(column_size(database), path_number({}));
  for_each_value(database, ValueSlot::kLocality, [&](Xapian::docid docid, const std::string& path) {
    column.main_[docid] = path_number(path);
  });
  column.others_ = ListColumn::read(database, ValueSlot::kMentions, ' ', path_number);
  return column;
}

void LocalityColumn::add_path(std::string_view path, const Gazetteer& gazetteer) {
  std::vector<std::string> codes;
  for_each_part(path, '/', [&](std::string_view code) { codes.emplace_back(code); });
  const auto is_direct = [&](std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  for (const System system : kSystems) {
    Units& units = units_of_path_[index_of(system)].emplace_back();
    const auto add = [&](std::string_view code) {
      const std::uint32_t number = codes_.number(code);
      const auto same = [&](const Counted& counted) { return counted.code == number; };
      if (std::any_of(units.begin(), units.end(), same)) return;
      units.push_back({number, is_direct(code)});
    };
    std::optional<UnitId> narrowest;
    for (const std::string& code : codes) {
      const auto id = gazetteer.find_code(code);
      if (id) narrowest = id;
      if (!id || gazetteer.unit(*id).system == system) add(code);
    }
    if (!narrowest) continue;
    for (const UnitId unit : counted_units(gazetteer, *narrowest, system)) {
      add(gazetteer.unit(unit).code);
    }
  }
}

std::vector<LocalityCount> LocalityColumn::named(const std::vector<std::uint64_t>& counts,
                                                 const std::vector<std::uint64_t>& direct) const {
  std::vector<LocalityCount> result;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) result.push_back({codes_.names()[i], counts[i], counts[i] - direct[i]});
  }
  return result;
}

std::vector<LocalityCount> LocalityColumn::count_main(const Roaring& set,
                                                      std::size_t system) const {
  const auto& units = units_of_path_[system];
  std::vector<std::uint64_t> by_path(units.size());
  for (const std::uint32_t docid : set) ++by_path[main_[docid]];
  std::vector<std::uint64_t> counts(codes_.names().size());
  std::vector<std::uint64_t> direct(codes_.names().size());
  for (std::size_t path = 0; path < units.size(); ++path) {
    for (const Counted& counted : units[path]) {
      counts[counted.code] += by_path[path];
      if (counted.direct) direct[counted.code] += by_path[path];
    }
  }
  return named(counts, direct);
}

std::vector<LocalityCount> LocalityColumn::count_mentioned(const Roaring& set,
                                                           std::size_t system) const {
  const auto& units = units_of_path_[system];
  std::vector<std::uint64_t> counts(codes_.names().size());
  std::vector<std::uint64_t> direct(codes_.names().size());
  std::vector<std::uint32_t> counted_for(codes_.names().size());  // the last docid that counted
  std::vector<std::uint32_t> direct_for(codes_.names().size());
  for (const std::uint32_t docid : set) {
    const auto add_path = [&](std::uint32_t path) {
      for (const Counted& counted : units[path]) {
        if (counted_for[counted.code] != docid) ++counts[counted.code];
        counted_for[counted.code] = docid;
        if (!counted.direct) continue;
        if (direct_for[counted.code] != docid) ++direct[counted.code];
        direct_for[counted.code] = docid;
      }
    };
    add_path(main_[docid]);
    std::for_each(others_.begin(docid), others_.end(docid), add_path);
  }
  return named(counts, direct);
}

std::vector<LocalityCount> LocalityColumn::count(const Roaring& set, System system,
                                                 Places places) const {
  return places == Places::kMain ? count_main(set, index_of(system))
                                 : count_mentioned(set, index_of(system));
}

Roaring LocalityColumn::filed(std::span<const std::string> codes, Places places) const {
  std::vector<bool> is_asked(codes_.names().size());
  for (const std::string& code : codes) {
    if (const auto known = codes_.find(code)) is_asked[*known] = true;
  }
  std::vector<bool> lies_there(units_of_path_.front().size());
  for (const auto& units_of_path : units_of_path_) {
    for (std::size_t path = 0; path < units_of_path.size(); ++path) {
      for (const Counted& counted : units_of_path[path]) {
        if (is_asked[counted.code]) lies_there[path] = true;
      }
    }
  }
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid < main_.size(); ++docid) {
    bool is_filed = lies_there[main_[docid]];
    if (places == Places::kMentioned) {
      is_filed = is_filed || std::any_of(others_.begin(docid), others_.end(docid),
                                         [&](std::uint32_t path) { return lies_there[path]; });
    }
    if (is_filed) docids.push_back(docid);
  }
  return Roaring(docids.size(), docids.data());
}

}  // namespace tinlang::search
