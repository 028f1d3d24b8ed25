#include "indexer/gazetteer/gazetteer.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "indexer/gazetteer/host_reader.h"
#include "indexer/gazetteer/name_key.h"
#include "indexer/gazetteer/name_lengths.h"
#include "indexer/gazetteer/succession.h"
#include "indexer/tables/table.h"
#include "indexer/text/syllable.h"

#include <fmt/format.h>

namespace tinlang::gazetteer {

namespace {

// What names mean in texts of one system's time.
struct Names {
  StringMap<std::vector<UnitId>> canonical;
  StringMap<std::vector<UnitId>> folded;
  NameLengths lengths;
  NameLengths folded_lengths;
  StringMap<std::vector<UnitId>> labels;  // of hosts; units of that system alone
  StringMap<UnitId> hosts;                // hosts.tsv
};

}  // namespace

struct Gazetteer::Tables {
  Names& names(System system) { return names_by_system[static_cast<std::size_t>(system)]; }
  const Names& names(System system) const {
    return names_by_system[static_cast<std::size_t>(system)];
  }

  std::vector<Unit> units;
  StringMap<UnitId> by_code;
  std::array<Names, 2> names_by_system;
  Succession succession;
  std::unordered_set<std::string, StringHash, std::equal_to<>> common_phrases;
  StringMap<std::string> canonical_spellings;
  StringMap<std::string> folded_spellings;
};

namespace {

using tables::Table;

// Columns of the tables in data/gazetteer, in their order.
constexpr std::array<std::string_view, 4> kUnitColumns = {"code", "parent", "type", "name"};
constexpr std::array<std::string_view, 3> kAliasColumns = {"alias", "code", "note"};
constexpr std::array<std::string_view, 2> kSpellingColumns = {"spelling", "variants"};
constexpr std::array<std::string_view, 1> kPhraseColumns = {"phrase"};
constexpr std::array<std::string_view, 3> kHostColumns = {"host", "code", "note"};

constexpr std::array<std::string_view, 2> kSuccessorColumns = {"code", "successor"};

constexpr std::array<std::string_view, 9> kTypes = {
    "tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã", "đặc khu"};
constexpr std::string_view kTwoLevelCode = "2025-";

System system_of(std::string_view code) {
  return code.starts_with(kTwoLevelCode) ? System::kTwoLevel : System::kThreeLevel;
}

std::optional<Level> level_of(std::string_view code) {
  if (system_of(code) == System::kTwoLevel) code.remove_prefix(kTwoLevelCode.size());
  if (code.size() == 2) return Level::kProvince;
  if (code.size() == 3) return Level::kDistrict;
  if (code.size() == 5) return Level::kCommune;
  return std::nullopt;
}

tl::unexpected<Error> broken_row(const Table& table, const Table::Row& row,
                                 std::string_view reason) {
  return fail(ErrorCode::kInvalidInput, "{}:{}: {}", table.path().string(), row.line, reason);
}

struct Keys {
  std::string canonical;
  std::string folded;
};

// Names share few syllables: each is analysed once for the whole load.
class KeyMaker {
 public:
  Keys keys(std::string_view name) {
    Keys keys;
    for (const auto word : tables::split_cell(name, ' ')) {
      auto found = words_.find(word);
      if (found == words_.end()) {
        found = words_.emplace(word, Keys{text::canonical_key(word), text::fold_key(word)}).first;
      }
      const std::string_view space = keys.canonical.empty() ? "" : " ";
      keys.canonical.append(space).append(found->second.canonical);
      keys.folded.append(space).append(found->second.folded);
    }
    return keys;
  }

 private:
  StringMap<Keys> words_;
};

void add_once(UnitId id, std::vector<UnitId>* units) {
  if (std::find(units->begin(), units->end(), id) == units->end()) units->push_back(id);
}

template <typename Tables>
class Loader {
 public:
  explicit Loader(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::unique_ptr<const Tables>> load() {
    for (const auto step : {&Loader::read_spellings, &Loader::read_units_2025, &Loader::read_units,
                            &Loader::read_successors, &Loader::read_aliases, &Loader::read_phrases,
                            &Loader::read_hosts}) {
      if (auto done = (this->*step)(); !done) return tl::unexpected(std::move(done.error()));
    }
    return std::move(tables_);
  }

 private:
  Result<void> read_spellings() {
    const auto table = Table::read(folder_ / "spellings.tsv", kSpellingColumns);
    if (!table) return tl::unexpected(table.error());
    for (const auto& row : table->rows()) {
      const Keys kept = keys_.keys(row.cells[0]);
      for (const auto variant : tables::split_cell(row.cells[1], '|')) {
        const Keys read = keys_.keys(variant);
        tables_->canonical_spellings.emplace(read.canonical, kept.canonical);
        if (read.folded != kept.folded) {
          tables_->folded_spellings.emplace(read.folded, kept.folded);
        }
      }
    }
    return {};
  }

  Result<void> read_units() { return read_unit_table("units.tsv", System::kThreeLevel); }
  Result<void> read_units_2025() { return read_unit_table("units_2025.tsv", System::kTwoLevel); }

  Result<void> read_unit_table(std::string_view file, System system) {
    const auto table = Table::read(folder_ / file, kUnitColumns);
    if (!table) return tl::unexpected(table.error());
    tables_->units.reserve(tables_->units.size() + table->rows().size());
    for (const auto& row : table->rows()) {
      auto unit = read_unit(*table, row);
      if (!unit) return tl::unexpected(std::move(unit.error()));
      if (unit->system != system) return broken_row(*table, row, "a code of the other system");
      const auto id = static_cast<UnitId>(tables_->units.size());
      if (!tables_->by_code.emplace(unit->code, id).second) {
        return broken_row(*table, row, "a second unit of this code");
      }
      tables_->units.push_back(std::move(*unit));
      add_name(tables_->units.back().name, id);
    }
    return {};
  }

  Result<Unit> read_unit(const Table& table, const Table::Row& row) {
    const auto level = level_of(row.cells[0]);
    if (!level)
      return broken_row(table, row, "a code has 2, 3 or 5 digits, behind 2025- two or five");
    if (std::find(kTypes.begin(), kTypes.end(), row.cells[2]) == kTypes.end()) {
      return broken_row(table, row, "unknown type of unit");
    }
    if (row.cells[3].empty()) return broken_row(table, row, "a unit needs a name");
    Unit unit{std::string(row.cells[0]), std::string(row.cells[3]),
              std::string(row.cells[2]), *level,
              system_of(row.cells[0]),   std::nullopt};
    if (*level == Level::kProvince) return unit;
    const auto parent = tables_->by_code.find(row.cells[1]);
    if (parent == tables_->by_code.end()) {
      return broken_row(table, row, "the parent must stand above its units");
    }
    if (!is_one_level_up(tables_->units[parent->second], unit)) {
      return broken_row(table, row, "the parent is not one level up");
    }
    unit.parent = parent->second;
    return unit;
  }

  static bool is_one_level_up(const Unit& parent, const Unit& unit) {
    if (unit.system != parent.system) return false;
    const Level above = unit.level == Level::kCommune && unit.system == System::kThreeLevel
                            ? Level::kDistrict
                            : Level::kProvince;
    return parent.level == above;
  }

  Result<void> read_successors() {
    const auto table = Table::read(folder_ / "successors.tsv", kSuccessorColumns);
    if (!table) return tl::unexpected(table.error());
    SuccessionBuilder builder(tables_->units);
    for (const auto& row : table->rows()) {
      const auto older = tables_->by_code.find(row.cells[0]);
      const auto newer = tables_->by_code.find(row.cells[1]);
      for (const auto& [end, code] :
           {std::pair(older, row.cells[0]), std::pair(newer, row.cells[1])}) {
        if (end == tables_->by_code.end()) {
          return broken_row(*table, row, fmt::format("no unit has the code {}", code));
        }
      }
      if (!builder.add(older->second, newer->second)) {
        return broken_row(*table, row, "leads from a commune until 2025 to a unit since 2025");
      }
    }
    auto succession = std::move(builder).build();
    if (!succession) {
      return fail(ErrorCode::kInvalidInput, "{}: {}", table->path().string(),
                  succession.error().message);
    }
    tables_->succession = *std::move(succession);
    return {};
  }

  Result<void> read_aliases() {
    const auto table = Table::read(folder_ / "aliases.tsv", kAliasColumns);
    if (!table) return tl::unexpected(table.error());
    for (const auto& row : table->rows()) {
      const auto unit = tables_->by_code.find(row.cells[1]);
      if (unit == tables_->by_code.end()) return broken_row(*table, row, "no unit has this code");
      add_name(row.cells[0], unit->second);
    }
    return {};
  }

  Result<void> read_phrases() {
    const auto table = Table::read(folder_ / "common_phrases.tsv", kPhraseColumns);
    if (!table) return tl::unexpected(table.error());
    for (const auto& row : table->rows()) {
      const Keys keys = keys_.keys(row.cells[0]);
      tables_->common_phrases.insert(name_key(keys.canonical, tables_->canonical_spellings));
    }
    return {};
  }

  Result<void> read_hosts() {
    const auto table = Table::read(folder_ / "hosts.tsv", kHostColumns);
    if (!table) return tl::unexpected(table.error());
    for (const auto& row : table->rows()) {
      const auto unit = tables_->by_code.find(row.cells[1]);
      if (unit == tables_->by_code.end()) return broken_row(*table, row, "no unit has this code");
      tables_->names(System::kThreeLevel).hosts.emplace(row.cells[0], unit->second);
      const UnitId today = tables_->succession.province_today(unit->second);
      tables_->names(System::kTwoLevel).hosts.emplace(row.cells[0], today);
    }
    return {};
  }

  void add_name(std::string_view name, UnitId id) {
    const Keys keys = keys_.keys(name);
    const System system = tables_->units[id].system;
    Names& names = tables_->names(system);
    const std::string canonical = name_key(keys.canonical, tables_->canonical_spellings);
    const std::string folded = name_key(keys.folded, tables_->folded_spellings);
    add_once(id, &names.canonical[canonical]);
    add_once(id, &names.folded[folded]);
    add_once(id, &names.labels[glued_key(keys.folded)]);
    note_length(name, canonical, folded, &names);
    if (system == System::kThreeLevel) {
      Names& since = tables_->names(System::kTwoLevel);
      add_older(id, &since.canonical[canonical]);
      add_older(id, &since.folded[folded]);
      note_length(name, canonical, folded, &since);
    }
  }

  static void note_length(std::string_view name, std::string_view canonical,
                          std::string_view folded, Names* names) {
    names->lengths.note(name, canonical);
    names->folded_lengths.note(name, folded);
  }

  // An abolished unit keeps its name, unless a unit of today at its level bears it.
  void add_older(UnitId id, std::vector<UnitId>* units) {
    const bool is_taken = std::any_of(units->begin(), units->end(), [&](UnitId other) {
      const Unit& unit = tables_->units[other];
      return unit.system == System::kTwoLevel && unit.level == tables_->units[id].level;
    });
    if (!is_taken) add_once(id, units);
  }

  std::filesystem::path folder_;
  std::unique_ptr<Tables> tables_ = std::make_unique<Tables>();
  KeyMaker keys_;
};

std::span<const UnitId> units_under(const StringMap<std::vector<UnitId>>& names,
                                    std::string_view key) {
  const auto found = names.find(key);
  if (found == names.end()) return {};
  return found->second;
}

}  // namespace

Gazetteer::Gazetteer(std::shared_ptr<const Tables> tables, System system)
    : tables_(std::move(tables)), system_(system) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& data_folder) {
  auto tables = Loader<Tables>(data_folder / "gazetteer").load();
  if (!tables) return tl::unexpected(std::move(tables.error()));
  return Gazetteer(std::move(*tables), System::kThreeLevel);
}

Gazetteer Gazetteer::as_of(System system) const { return {tables_, system}; }

std::span<const Unit> Gazetteer::units() const { return tables_->units; }

std::optional<UnitId> Gazetteer::find_code(std::string_view code) const {
  const auto found = tables_->by_code.find(code);
  if (found == tables_->by_code.end()) return std::nullopt;
  return found->second;
}

std::span<const UnitId> Gazetteer::find_name(std::string_view canonical) const {
  return units_under(tables_->names(system_).canonical,
                     name_key(canonical, tables_->canonical_spellings));
}

std::span<const UnitId> Gazetteer::find_folded_name(std::string_view folded) const {
  return units_under(tables_->names(system_).folded, name_key(folded, tables_->folded_spellings));
}

std::size_t Gazetteer::longest_name(std::string_view word) const {
  return tables_->names(system_).lengths.longest(word, tables_->canonical_spellings);
}

std::size_t Gazetteer::longest_folded_name(std::string_view word) const {
  return tables_->names(system_).folded_lengths.longest(word, tables_->folded_spellings);
}

std::vector<Related> Gazetteer::successors(UnitId id) const {
  return tables_->succession.successors(id);
}

std::vector<Related> Gazetteer::predecessors(UnitId id) const {
  return tables_->succession.predecessors(id);
}

UnitId Gazetteer::province_today(UnitId id) const { return tables_->succession.province_today(id); }

bool Gazetteer::is_common_phrase(std::string_view canonical) const {
  return tables_->common_phrases.contains(name_key(canonical, tables_->canonical_spellings));
}

std::optional<UnitId> Gazetteer::find_host(std::string_view host) const {
  const auto read = [&](System system) {
    const Names& names = tables_->names(system);
    return read_host(host, HostTables{tables_->units, names.hosts, names.labels});
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
