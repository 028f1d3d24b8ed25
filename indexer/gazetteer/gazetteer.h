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

using UnitId = std::uint32_t;  // index into the table of units; not stable between data versions

struct Unit {
  std::string code;  // the statistical office's: 2, 3 or 5 digits by level; unique, stable
  std::string name;  // "Thanh Giang"; display spelling
  std::string type;  // "xã", "thị trấn", "phường", "huyện", "quận", "thị xã", "thành phố", "tỉnh"
  Level level = Level::kProvince;
  std::optional<UnitId> parent;
};

// Immutable after load; thread-safe. Views and references live as long as it.
class Gazetteer {
 public:
  // Reads data_folder/gazetteer.
  // Errors: those of tables::Table::read(), and kInvalidInput for a broken
  // row (its file and line are named).
  static Result<Gazetteer> load(const std::filesystem::path& data_folder);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  std::span<const Unit> units() const;
  const Unit& unit(UnitId id) const { return units()[id]; }

  std::optional<UnitId> find_code(std::string_view code) const;

  // Units whose name or alias has this text::canonical_key() / text::fold_key().
  std::span<const UnitId> find_name(std::string_view canonical) const;
  std::span<const UnitId> find_folded_name(std::string_view folded) const;

  // Whether the name with this key is an everyday word, a hero or a street too
  // (common_phrases.tsv): without a type word it names no place.
  bool is_common_phrase(std::string_view canonical) const;

  // The unit whose portal `host` is ("camgiang.bachthong.backan.gov.vn" ->
  // Cẩm Giàng): the correction table first, else the host's labels read as
  // folded names from the right, each inside the one before.
  std::optional<UnitId> find_host(std::string_view host) const;

  // From the province down to the unit itself.
  std::vector<UnitId> path(UnitId id) const;

 private:
  struct Tables;
  explicit Gazetteer(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

// Whether `ancestor` is `id` or one of the units that hold it.
bool contains(const Gazetteer& gazetteer, UnitId ancestor, UnitId id);

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_GAZETTEER_H_
