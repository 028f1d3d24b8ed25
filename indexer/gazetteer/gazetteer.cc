#include "indexer/gazetteer/gazetteer.h"

#include <algorithm>
#include <utility>

#include "indexer/gazetteer/host_reader.h"
#include "indexer/gazetteer/name_tree.h"
#include "indexer/gazetteer/unit_tables.h"

namespace tinlang::gazetteer {

Gazetteer::Gazetteer(std::shared_ptr<const UnitTables> tables, System system)
    : tables_(std::move(tables)), system_(system) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& data_folder) {
  auto tables = load_unit_tables(data_folder / "gazetteer");
  if (!tables) return tl::unexpected(std::move(tables.error()));
  return Gazetteer(std::move(*tables), System::kThreeLevel);
}

Gazetteer Gazetteer::as_of(System system) const { return {tables_, system}; }

std::span<const Unit> Gazetteer::units() const { return tables_->units; }

std::optional<UnitId> Gazetteer::find_code(std::string_view code) const {
  const std::uint32_t place = tables_->codes.find(code);
  if (place == WordList::kNone) return std::nullopt;
  return place;
}

std::span<const UnitId> Gazetteer::find_name(std::string_view canonical) const {
  return names().units(names().find(canonical), system_);
}

std::span<const UnitId> Gazetteer::find_folded_name(std::string_view folded) const {
  return folded_names().units(folded_names().find(folded), system_);
}

const NameTree& Gazetteer::names() const { return tables_->canonical; }

const NameTree& Gazetteer::folded_names() const { return tables_->folded; }

std::vector<Related> Gazetteer::successors(UnitId id) const {
  return tables_->succession.successors(id);
}

std::vector<Related> Gazetteer::predecessors(UnitId id) const {
  return tables_->succession.predecessors(id);
}

UnitId Gazetteer::province_today(UnitId id) const { return tables_->succession.province_today(id); }

bool Gazetteer::is_common_phrase(std::string_view canonical) const {
  return names().is_phrase(names().find(canonical));
}

std::optional<UnitId> Gazetteer::find_host(std::string_view host) const {
  const auto read = [&](System system) {
    const auto index = static_cast<std::size_t>(system);
    return read_host(host,
                     HostTables{tables_->units, tables_->hosts[index], tables_->labels[index]});
  };
  const auto older = read(System::kThreeLevel);
  if (system_ == System::kThreeLevel) return older;
  const auto newer = read(System::kTwoLevel);
  if (newer && unit(*newer).level == Level::kCommune) return newer;
  if (!older) return newer;
  const auto became = successors(*older);
  const bool is_one = became.size() == 1 && unit(*older).level != Level::kProvince;
  return is_one ? became.front().unit : province_today(*older);
}

std::optional<UnitId> Gazetteer::parent(UnitId id) const {
  const Unit& held = unit(id);
  if (system_ == held.system) return held.parent;
  if (system_ == System::kThreeLevel) return held.parent;
  const bool below_a_district = held.level == Level::kCommune;
  return below_a_district ? held.parent : province_today(id);
}

std::vector<UnitId> Gazetteer::path(UnitId id) const {
  std::vector<UnitId> units = {id};
  while (const auto holder = parent(units.back())) units.push_back(*holder);
  std::reverse(units.begin(), units.end());
  return units;
}

std::string kind_of(const Unit& unit) {
  return unit.system == System::kTwoLevel ? unit.type + " từ 7/2025" : unit.type;
}

bool contains(const Gazetteer& gazetteer, UnitId ancestor, UnitId id) {
  std::optional<UnitId> place = id;
  while (place && *place != ancestor) place = gazetteer.unit(*place).parent;
  if (place) return true;
  return gazetteer.system() == System::kTwoLevel && gazetteer.province_today(id) == ancestor;
}

}  // namespace tinlang::gazetteer
