#include "indexer/gazetteer/unit_tables.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/gazetteer/name_entry.h"
#include "indexer/tables/table.h"

#include <fmt/format.h>

namespace tinlang::gazetteer {
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

class Loader {
 public:
  explicit Loader(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::unique_ptr<const UnitTables>> load() {
    for (const auto step : {&Loader::read_spellings, &Loader::read_units_2025, &Loader::read_units,
                            &Loader::read_successors, &Loader::read_aliases, &Loader::read_phrases,
                            &Loader::read_hosts}) {
      if (auto done = (this->*step)(); !done) return tl::unexpected(std::move(done.error()));
    }
    std::move(names_).build(tables_.get());
    return std::move(tables_);
  }

 private:
  Result<void> read_spellings() {
    const auto table = Table::read(folder_ / "spellings.tsv", kSpellingColumns);
    if (!table) return tl::unexpected(table.error());
    for (const auto& row : table->rows()) {
      for (const auto variant : tables::split_cell(row.cells[1], '|')) {
        names_.add_spelling(variant, row.cells[0]);
      }
    }
    return {};
  }

  Result<void> read_units() { return read_unit_table("units.tsv", System::kThreeLevel); }
  Result<void> read_units_2025() { return read_unit_table("units_2025.tsv", System::kTwoLevel); }

  Result<void> read_unit_table(std::string_view file, System system) {
    const auto table = Table::read(folder_ / file, kUnitColumns);
    if (!table) return tl::unexpected(table.error());
    reserve(tables_->units.size() + table->rows().size());
    for (const auto& row : table->rows()) {
      auto unit = read_unit(*table, row);
      if (!unit) return tl::unexpected(std::move(unit.error()));
      if (unit->system != system) return broken_row(*table, row, "a code of the other system");
      const auto id = static_cast<UnitId>(tables_->units.size());
      if (tables_->codes.add(unit->code) != id) {
        return broken_row(*table, row, "a second unit of this code");
      }
      tables_->units.push_back(std::move(*unit));
      names_.add(row.cells[3], id);
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
    const auto parent = tables_->codes.find(row.cells[1]);
    if (parent == WordList::kNone) {
      return broken_row(table, row, "the parent must stand above its units");
    }
    if (!is_one_level_up(tables_->units[parent], unit)) {
      return broken_row(table, row, "the parent is not one level up");
    }
    unit.parent = parent;
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
      const auto older = tables_->codes.find(row.cells[0]);
      const auto newer = tables_->codes.find(row.cells[1]);
      for (const auto& [end, code] :
           {std::pair(older, row.cells[0]), std::pair(newer, row.cells[1])}) {
        if (end == WordList::kNone) {
          return broken_row(*table, row, fmt::format("no unit has the code {}", code));
        }
      }
      if (!builder.add(older, newer)) {
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
      const auto unit = tables_->codes.find(row.cells[1]);
      if (unit == WordList::kNone) return broken_row(*table, row, "no unit has this code");
      names_.add(row.cells[0], unit);
    }
    return {};
  }

  Result<void> read_phrases() {
    const auto table = Table::read(folder_ / "common_phrases.tsv", kPhraseColumns);
    if (!table) return tl::unexpected(table.error());
    for (const auto& row : table->rows()) names_.add_phrase(row.cells[0]);
    return {};
  }

  Result<void> read_hosts() {
    const auto table = Table::read(folder_ / "hosts.tsv", kHostColumns);
    if (!table) return tl::unexpected(table.error());
    for (const auto& row : table->rows()) {
      const auto unit = tables_->codes.find(row.cells[1]);
      if (unit == WordList::kNone) return broken_row(*table, row, "no unit has this code");
      const UnitId today = tables_->succession.province_today(unit);
      tables_->hosts[static_cast<std::size_t>(System::kThreeLevel)].emplace(row.cells[0], unit);
      tables_->hosts[static_cast<std::size_t>(System::kTwoLevel)].emplace(row.cells[0], today);
    }
    return {};
  }

  void reserve(std::size_t units) {
    tables_->units.reserve(units);
    tables_->codes.reserve(units);
    names_.reserve(units);
  }

  std::filesystem::path folder_;
  std::unique_ptr<UnitTables> tables_ = std::make_unique<UnitTables>();
  NameEntry names_{tables_->units};
};

}  // namespace

Result<std::unique_ptr<const UnitTables>> load_unit_tables(const std::filesystem::path& folder) {
  return Loader(folder).load();
}

}  // namespace tinlang::gazetteer
