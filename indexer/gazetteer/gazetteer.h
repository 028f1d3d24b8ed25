// Administrative units as immutable tables (data/gazetteer).

#ifndef TINLANG_INDEXER_GAZETTEER_GAZETTEER_H_
#define TINLANG_INDEXER_GAZETTEER_GAZETTEER_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/result/result.h"

namespace tinlang::gazetteer {

enum class Level : std::uint8_t { kProvince, kDistrict, kCommune };

// Province, district, commune until 30 June 2025; province and commune since 1 July 2025.
enum class System : std::uint8_t { kThreeLevel, kTwoLevel };

inline constexpr std::string_view kTwoLevelSince = "2025-07-01";

using UnitId = std::uint32_t;  // index into the table of units; not stable between data versions

struct Unit {
  // The statistical office's: 2, 3 or 5 digits by level. Since 2025 codes stand for other units,
  // so those of the two-level system are "2025-19", "2025-01882". Unique, stable.
  std::string code;
  std::string name;  // "Thanh Giang"; display spelling
  std::string type;  // "xã", "thị trấn", "phường", "đặc khu", "huyện", "quận", "thị xã", "thành
                     // phố", "tỉnh"
  Level level = Level::kProvince;
  System system = System::kThreeLevel;
  std::optional<UnitId> parent;
};

// The other end of a change of 1 July 2025, and whether all of the older unit lies in the newer
// one: not so for a commune that was divided, nor for a district that became several communes.
struct Related {
  UnitId unit = 0;
  bool whole = true;

  friend bool operator==(const Related&, const Related&) = default;
};

class NameTree;     // name_tree.h
struct UnitTables;  // unit_tables.h

// Immutable after load; thread-safe. Views and references live as long as any gazetteer of one
// load.
class Gazetteer {
 public:
  // Reads data_folder/gazetteer.
  // Errors: those of tables::Table::read(), and kInvalidInput for a broken
  // row (its file and line are named).
  static Result<Gazetteer> load(const std::filesystem::path& data_folder);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // The same tables as texts of that time must be read. Since July 2025 a name means today's unit
  // of that name, else the older one (districts, abolished provinces and communes); an older unit
  // lies in today's province; and a portal of an older unit speaks for what became of it. load()
  // gives kThreeLevel.
  Gazetteer as_of(System system) const;
  System system() const { return system_; }

  std::span<const Unit> units() const;
  const Unit& unit(UnitId id) const { return units()[id]; }

  std::optional<UnitId> find_code(std::string_view code) const;

  // Units whose name or alias has this text::canonical_key() / text::fold_key().
  std::span<const UnitId> find_name(std::string_view canonical) const;
  std::span<const UnitId> find_folded_name(std::string_view folded) const;

  // The same names word by word, for those who look for many in running text.
  const NameTree& names() const;
  const NameTree& folded_names() const;

  // The two-level communes that a three-level unit of any level became, in order of their codes;
  // the province alone where no more is known (60 communes). Empty for a two-level unit, else
  // never.
  std::vector<Related> successors(UnitId id) const;

  // What went into a two-level unit, in order of their codes: into a province three-level
  // provinces, into a commune three-level communes (and island districts, which have none), of each
  // whether all of it did. Empty for a three-level unit, and for the few two-level communes whose
  // origin the source does not know.
  std::vector<Related> predecessors(UnitId id) const;

  // The two-level province in which a unit of either system lies today.
  UnitId province_today(UnitId id) const;

  // Whether the name with this key is an everyday word, a hero or a street too
  // (common_phrases.tsv): without a type word it names no place.
  bool is_common_phrase(std::string_view canonical) const;

  // The unit whose portal `host` is ("camgiang.bachthong.backan.gov.vn" ->
  // Cẩm Giàng): the correction table first, else the host's labels read as
  // folded names from the right, each inside the one before.
  std::optional<UnitId> find_host(std::string_view host) const;

  // The unit that holds `id`, as of this gazetteer's time; none holds a province.
  std::optional<UnitId> parent(UnitId id) const;

  // From the province down to the unit itself, by parent().
  std::vector<UnitId> path(UnitId id) const;

 private:
  Gazetteer(std::shared_ptr<const UnitTables> tables, System system);
  std::shared_ptr<const UnitTables> tables_;
  System system_ = System::kThreeLevel;
};

// "tỉnh", "xã từ 7/2025": the kind of a unit beside its name, as readers tell those of the two
// systems apart.
std::string kind_of(const Unit& unit);

// Whether `ancestor` is `id` or one of the units that hold it, in its own time or that of the
// gazetteer.
bool contains(const Gazetteer& gazetteer, UnitId ancestor, UnitId id);

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_GAZETTEER_H_
