#include "indexer/entities/place_names.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::Unit;
using gazetteer::UnitId;

constexpr std::size_t kMaxNameWords = 7;  // "Bà Rịa - Vũng Tàu" has five

Tier tier_of(Level level) {
  switch (level) {
    case Level::kProvince:
      return Tier::kProvince;
    case Level::kDistrict:
      return Tier::kDistrict;
    case Level::kCommune:
      return Tier::kCommune;
  }
  return Tier::kOpen;
}

std::vector<UnitId> allowed(const Gazetteer& gazetteer, std::span<const UnitId> units, Tier tier,
                            std::string_view type) {
  std::vector<UnitId> kept;
  std::copy_if(units.begin(), units.end(), std::back_inserter(kept),
               [&](UnitId id) { return level_may_be(gazetteer.unit(id), tier, type); });
  return kept;
}

// "phường 5", "quận 1": the table has the type in the name.
std::optional<PlaceName> read_number(const Gazetteer& gazetteer, std::span<const Word> words,
                                     std::size_t at, std::string_view type) {
  if (type != "phường" && type != "quận") return std::nullopt;
  // "phường 1 Bảo Lộc" has its number in the name, beside other words.
  const auto near = words.first(std::min(words.size(), at + kMaxNameWords));
  for (std::size_t end = capital_run_end(near, at + 1); end > at + 1; --end) {
    auto units =
        allowed(gazetteer, gazetteer.find_name(joined_keys(words, at, end)), Tier::kOpen, "");
    if (!units.empty()) return PlaceName{at, end, std::move(units), true};
  }
  std::string_view digits = words[at].text;
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  const std::string name = std::string(type) + " " + std::string(digits);
  PlaceName found{at, at + 1, {}, true};
  for (const UnitId id : gazetteer.find_name(text::canonical_key(name))) {
    found.units.push_back(id);
  }
  if (found.units.empty()) return std::nullopt;
  return found;
}

bool carries_mark(std::span<const Word> words, std::size_t begin, std::size_t end) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                     words.begin() + static_cast<std::ptrdiff_t>(end), [](const Word& word) {
                       return std::any_of(word.text.begin(), word.text.end(), [](char byte) {
                         return (static_cast<unsigned char>(byte) & 0x80U) != 0;
                       });
                     });
}

}  // namespace

bool level_may_be(const Unit& unit, Tier tier, std::string_view type) {
  const Tier own = tier_of(unit.level);
  if (tier != Tier::kOpen) return own == tier;
  if (type == "thành phố") return own != Tier::kCommune && unit.type == type;
  return true;
}

std::size_t capital_run_end(std::span<const Word> words, std::size_t at) {
  std::size_t end = at;
  while (end < words.size()) {
    const bool hyphen = words[end].key == "-" && end > at && end + 1 < words.size() &&
                        words[end].glued && words[end + 1].glued && is_capitalised(words[end + 1]);
    if (!hyphen && !is_capitalised(words[end])) break;
    ++end;
  }
  return end;
}

std::optional<PlaceName> read_place_name(const Gazetteer& gazetteer, std::span<const Word> words,
                                         std::size_t at, Tier tier, std::string_view type) {
  if (at >= words.size()) return std::nullopt;
  if (words[at].shape == Shape::kNumber) return read_number(gazetteer, words, at, type);
  if (!is_capitalised(words[at])) return std::nullopt;
  const bool has_mark = carries_mark(words, at, at + 1);
  const std::size_t longest = std::min(
      kMaxNameWords, std::max(gazetteer.longest_name(words[at].key),
                              has_mark ? 0 : gazetteer.longest_folded_name(words[at].key)));
  if (longest == 0) return std::nullopt;
  const std::size_t limit = std::min(words.size(), at + kMaxNameWords);
  std::size_t end = at;
  std::size_t taken = 0;  // hyphens left out: texts have some that the tables do not
  for (; end < limit; ++end) {
    const bool hyphen = words[end].key == "-";
    const bool inside =
        end > at && (words[end].shape == Shape::kLower || words[end].shape == Shape::kNumber);
    if (!hyphen && !inside && !is_capitalised(words[end])) break;
    if (!hyphen && ++taken > longest) break;
  }
  for (; end > at; --end) {
    if (words[end - 1].key == "-") continue;
    // "Sơn Kim 1": a number ends a name, it never begins one.
    const bool may_end = is_capitalised(words[end - 1]) || words[end - 1].shape == Shape::kNumber;
    if (!may_end) continue;
    // "H'leo" is one word; a lower-case word ends a name only if the table has it so.
    const std::string key = joined_keys(words, at, end);
    auto units = allowed(gazetteer, gazetteer.find_name(key), tier, type);
    if (!units.empty()) {
      return PlaceName{at, end, std::move(units), true};
    }
    if (carries_mark(words, at, end)) continue;
    units = allowed(gazetteer, gazetteer.find_folded_name(text::fold_key(key)), tier, type);
    if (!units.empty()) return PlaceName{at, end, std::move(units), false};
  }
  return std::nullopt;
}

}  // namespace tinlang::entities
