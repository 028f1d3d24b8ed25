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
  column.main_.resize(column_size(database));
  for (auto& units : column.units_of_path_) units.emplace_back();
  std::unordered_map<std::string, std::uint32_t> known;
  for_each_value(database, ValueSlot::kLocality, [&](Xapian::docid docid, const std::string& path) {
    column.main_[docid] = column.path_number(path, gazetteer, known);
  });
  column.others_ =
      ListColumn::read(database, ValueSlot::kMentions, ' ', [&](std::string_view path) {
        return column.path_number(std::string(path), gazetteer, known);
      });
  return column;
}

std::uint32_t LocalityColumn::code_number(std::string_view code) {
  const auto [it, is_new] =
      code_numbers_.try_emplace(std::string(code), static_cast<std::uint32_t>(codes_.size()));
  if (is_new) codes_.emplace_back(code);
  return it->second;
}

std::uint32_t LocalityColumn::path_number(const std::string& path, const Gazetteer& gazetteer,
                                          std::unordered_map<std::string, std::uint32_t>& known) {
  const auto next = static_cast<std::uint32_t>(units_of_path_.front().size());
  const auto [it, is_new] = known.try_emplace(path, next);
  if (is_new) add_path(path, gazetteer);
  return it->second;
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
      const std::uint32_t number = code_number(code);
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
    if (counts[i] > 0) result.push_back({codes_[i], counts[i], counts[i] - direct[i]});
  }
  return result;
}

std::vector<LocalityCount> LocalityColumn::count_main(const Roaring& set,
                                                      std::size_t system) const {
  const auto& units = units_of_path_[system];
  std::vector<std::uint64_t> by_path(units.size());
  for (const std::uint32_t docid : set) ++by_path[main_[docid]];
  std::vector<std::uint64_t> counts(codes_.size());
  std::vector<std::uint64_t> direct(codes_.size());
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
  std::vector<std::uint64_t> counts(codes_.size());
  std::vector<std::uint64_t> direct(codes_.size());
  std::vector<std::uint32_t> counted_for(codes_.size());  // the last docid that counted
  std::vector<std::uint32_t> direct_for(codes_.size());
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
  std::vector<bool> is_asked(codes_.size());
  for (const std::string& code : codes) {
    if (const auto known = code_numbers_.find(code); known != code_numbers_.end()) {
      is_asked[known->second] = true;
    }
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
