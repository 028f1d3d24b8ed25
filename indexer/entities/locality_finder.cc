#include "indexer/entities/locality_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tinlang::entities {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;

constexpr std::size_t kMaxListGap = 8;  // words between "các xã" and the first name
constexpr std::size_t kMaxListed = 60;  // names of one list

// Organs that exist at every level, before the bare name of their place.
constexpr std::array<std::string_view, 6> kOpenOrgans = {"X.du", "db", "ubnd",
                                                         "hdnd", "ca", "mttq"};
// Canonical keys of words that announce several units.
constexpr std::array<std::string_view, 8> kPlurals = {"cac1", "nhưng4", "hai",    "ba",
                                                      "bôn1", "sô1",    "nhiêu2", "tưng2"};

template <std::size_t kSize>
bool is_one_of(std::string_view key, const std::array<std::string_view, kSize>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class Finder {
 public:
  Finder(const PostTable& table, const Gazetteer& gazetteer, std::span<const Word> words,
         ArticlePart part)
      : table_(table),
        gazetteer_(gazetteer),
        words_(words),
        part_(part),
        capitals_say_nothing_(is_all_capitals(words)) {}

  std::vector<PlaceMention> find() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t next = step(at);
      at = std::max(next, at + 1);
    }
    link_chains();
    return std::move(mentions_);
  }

 private:
  std::size_t step(std::size_t at) {
    if (const auto next = read_organ(at)) return *next;
    if (const auto next = read_typed(at)) return *next;
    if (at == 0) {
      if (const auto next = read_prefix()) return *next;
    }
    if (const auto next = read_english(at)) return *next;
    if (!is_capitalised(words_[at])) return at + 1;
    if (at > 0 && is_capitalised(words_[at - 1])) return at + 1;
    return read_bare(at);
  }

  std::optional<std::size_t> read_organ(std::size_t at) {
    const auto organ = table_.longest(EntryKind::kBody, words_, at);
    if (!organ) return std::nullopt;
    const Entry& entry = *organ->entry;
    const bool local = entry.tier == Tier::kProvince || entry.tier == Tier::kDistrict;
    const bool committee =
        entry.id.find(".du") != std::string::npos || entry.id.starts_with("m.tn.");
    const bool open = is_one_of(entry.id, kOpenOrgans);
    if (!open && !(committee && (local || entry.id == "th.du"))) return std::nullopt;
    auto name = read_place_name(gazetteer_, words_, organ->end, entry.tier, "");
    if (!name || (open && runs_on(*name))) return organ->end;
    if (open && gazetteer_.is_common_phrase(joined_keys(words_, name->begin, name->end))) {
      return organ->end;
    }
    return add(PlaceSign::kOrgan, entry.tier, "", std::move(*name));
  }

  // Without a type word a longer run of capitals is another name.
  bool runs_on(const PlaceName& name) const {
    if (capitals_say_nothing_) return true;
    return name.end < words_.size() && is_capitalised(words_[name.end]);
  }

  std::optional<std::size_t> read_typed(std::size_t at) {
    const auto level = table_.longest(EntryKind::kLevel, words_, at);
    if (!level) return std::nullopt;
    const Tier tier = level->entry->tier;
    if (tier == Tier::kVillage) return capital_run_end(words_, level->end);
    const std::string& type = level->entry->display;
    auto name = read_place_name(gazetteer_, words_, level->end, tier, type);
    if (name && is_abbreviation(at) && !agrees_with_type(*name, type)) return std::nullopt;
    const bool plural = at > 0 && (is_one_of(words_[at - 1].key, kPlurals) ||
                                   words_[at - 1].shape == Shape::kNumber);
    if (!name) return plural ? read_list(tier, type, level->end) : level->end;
    const std::size_t first = mentions_.size();
    const std::size_t end = add(PlaceSign::kTyped, tier, type, std::move(*name));
    if (plural) {
      const std::size_t list_end = read_list(tier, type, end);
      // Of several units that share a sentence none is the one that it is about.
      if (mentions_.size() > first + 1) mentions_[first].sign = PlaceSign::kListed;
      return list_end;
    }
    return read_second(tier, type, end);
  }

  // "TT" is a thị trấn, a centre, a circular; "P." a room or a street's name.
  bool is_abbreviation(std::size_t at) const {
    return words_[at].shape != Shape::kLower && words_[at].text.size() <= 2;
  }

  bool agrees_with_type(const PlaceName& name, std::string_view type) const {
    return std::any_of(name.units.begin(), name.units.end(),
                       [&](gazetteer::UnitId id) { return gazetteer_.unit(id).type == type; });
  }

  // Names of one level after "các xã", parted by commas or "và"; a few words
  // may stand before the first ("các xã cụm trung tâm gồm ...").
  std::size_t read_list(Tier tier, const std::string& type, std::size_t at) {
    std::size_t next = at;
    for (std::size_t gap = 0; gap < kMaxListGap && next < words_.size(); ++gap, ++next) {
      if (is_capitalised(words_[next]) || ends_clause(next)) break;
    }
    std::size_t end = at;
    for (std::size_t listed = 0; listed < kMaxListed && next < words_.size(); ++listed) {
      auto name = read_place_name(gazetteer_, words_, next, tier, type);
      if (!name || (!capitals_say_nothing_ && runs_on(*name))) break;
      end = add(PlaceSign::kListed, tier, type, std::move(*name));
      next = end;
      while (next < words_.size() && (words_[next].key == "," || words_[next].key == ";" ||
                                      words_[next].key == "va2" || words_[next].key == "-")) {
        ++next;
      }
      if (next == end) break;
    }
    return std::max(end, at);
  }

  // "xã Phú Tâm, Thuận Hòa": a second name of the same level, unless it names
  // the unit that holds the first ("xã Thanh Giang, Thanh Chương").
  std::size_t read_second(Tier tier, const std::string& type, std::size_t at) {
    if (tier != Tier::kCommune && tier != Tier::kDistrict) return at;
    const bool joined = at < words_.size() && (words_[at].key == "," || words_[at].key == "va2");
    if (!joined || capitals_say_nothing_) return at;
    const auto wider = read_place_name(gazetteer_, words_, at + 1, Tier::kOpen, "");
    auto name = read_place_name(gazetteer_, words_, at + 1, tier, type);
    if (!name || runs_on(*name)) return at;
    if (wider && holds_one_of(*wider, mentions_.back().name)) return at;
    const std::size_t end = add(PlaceSign::kListed, tier, type, std::move(*name));
    return read_second(tier, type, end);
  }

  bool ends_clause(std::size_t at) const { return words_[at].key == "." || words_[at].key == ";"; }

  std::optional<std::size_t> read_prefix() {
    auto name = read_place_name(gazetteer_, words_, 0, Tier::kOpen, "");
    if (!name || name->end >= words_.size() || name->end - name->begin < 2) return std::nullopt;
    const auto mark = words_[name->end].key;
    const bool title_mark = part_ == ArticlePart::kTitle && mark == "-";
    if (mark != ":" && !title_mark && !(mark == "-" && !words_[name->end].glued)) {
      return std::nullopt;
    }
    if (gazetteer_.is_common_phrase(joined_keys(words_, 0, name->end))) return std::nullopt;
    return add(PlaceSign::kPrefix, Tier::kOpen, "", std::move(*name));
  }

  // "Na Hang district", "Ha Giang Province", "the district of Khanh Vinh".
  std::optional<std::size_t> read_english(std::size_t at) {
    if (const auto level = english_level(at)) {
      if (level->end >= words_.size() || words_[level->end].text != "of") return std::nullopt;
      return add_english(level->end + 1, words_.size(), *level->entry);
    }
    if (!is_capitalised(words_[at]) || (at > 0 && is_capitalised(words_[at - 1]))) {
      return std::nullopt;
    }
    const std::size_t run_end = capital_run_end(words_, at);
    for (std::size_t i = at + 1; i <= run_end; ++i) {
      const auto level = english_level(i);
      if (!level) continue;
      for (std::size_t begin = at; begin < i; ++begin) {
        if (const auto end = add_english(begin, i, *level->entry)) return level->end;
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<EnglishPosts::Found> english_level(std::size_t at) const {
    auto found = table_.english().longest(words_, at);
    if (!found || found->entry->kind != EnglishKind::kLevel) return std::nullopt;
    return found;
  }

  // A name at `at`, up to `end` when the level word stands there.
  std::optional<std::size_t> add_english(std::size_t at, std::size_t end,
                                         const EnglishEntry& level) {
    const bool city = level.vietnamese == "thành phố";
    const Tier tier = english_tier(level.vietnamese);
    auto name = read_place_name(gazetteer_, words_, at, tier, city ? "thành phố" : "");
    if (!name || (end < words_.size() && name->end != end)) return std::nullopt;
    return add(PlaceSign::kTyped, tier, "", std::move(*name));
  }

  // "town" is a thị xã or a thị trấn, "city" a province or a district.
  static Tier english_tier(std::string_view type) {
    if (type == "tỉnh") return Tier::kProvince;
    if (type == "huyện") return Tier::kDistrict;
    return type == "xã" || type == "phường" || type == "thị trấn" ? Tier::kCommune : Tier::kOpen;
  }

  // A whole run of capitals that is the name of a unit. In a longer run the
  // same words are somebody's or something's name.
  std::size_t read_bare(std::size_t at) {
    const std::size_t run_end = capital_run_end(words_, at);
    if (capitals_say_nothing_ || run_end - at > 5) return std::max(run_end, at + 1);
    // A run may end in a type word or an organ: "Kết luận hội nghị Huyện ủy ...".
    for (std::size_t i = at + 1; i < run_end; ++i) {
      if (table_.longest(EntryKind::kBody, words_, i) ||
          table_.longest(EntryKind::kLevel, words_, i)) {
        return i;
      }
    }
    auto name = read_place_name(gazetteer_, words_, at, Tier::kOpen, "");
    const bool whole = name && name->end >= run_end && name->by_marks;
    const bool long_enough = whole && run_end - at >= 2;
    if (long_enough && !gazetteer_.is_common_phrase(joined_keys(words_, at, name->end))) {
      return add(PlaceSign::kBare, Tier::kOpen, "", std::move(*name));
    }
    return std::max(run_end, at + 1);
  }

  std::size_t add(PlaceSign sign, Tier tier, std::string type, PlaceName name) {
    PlaceMention mention;
    mention.sign = sign;
    mention.part = part_;
    mention.tier = tier;
    mention.type = std::move(type);
    mention.key = joined_keys(words_, name.begin, name.end);
    mention.name = std::move(name);
    mentions_.push_back(std::move(mention));
    return mentions_.back().name.end;
  }

  // "xã X, huyện Y", "xã X (huyện Y)", "xã X thuộc huyện Y, tỉnh Z".
  void link_chains() {
    for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
      PlaceMention& inner = mentions_[i];
      const PlaceMention& outer = mentions_[i + 1];
      if (!joins(inner.name.end, outer)) continue;
      const bool wider = outer.tier == Tier::kOpen || inner.tier == Tier::kOpen ||
                         static_cast<int>(outer.tier) < static_cast<int>(inner.tier);
      if (wider && holds_one_of(outer.name, inner.name)) inner.inside = i + 1;
      if (wider && outer.tier != Tier::kOpen) inner.inside = i + 1;
    }
  }

  // Whether only what joins a unit to its parent stands between.
  bool joins(std::size_t at, const PlaceMention& outer) const {
    std::size_t next = at;
    for (int marks = 0; marks < 2 && next < words_.size(); ++marks) {
      const auto key = words_[next].key;
      if (key == "," || key == "(" || key == "-" || key == "thuôc5" || key == "cua3") ++next;
    }
    if (next == outer.name.begin) return true;
    const auto level = table_.longest(EntryKind::kLevel, words_, next);
    return level && level->end == outer.name.begin && outer.sign != PlaceSign::kOrgan;
  }

  bool holds_one_of(const PlaceName& outer, const PlaceName& inner) const {
    return std::any_of(outer.units.begin(), outer.units.end(), [&](gazetteer::UnitId holder) {
      return std::any_of(inner.units.begin(), inner.units.end(), [&](gazetteer::UnitId held) {
        return held != holder && contains(gazetteer_, holder, held);
      });
    });
  }

  const PostTable& table_;
  const Gazetteer& gazetteer_;
  std::span<const Word> words_;
  ArticlePart part_;
  bool capitals_say_nothing_;
  std::vector<PlaceMention> mentions_;
};

}  // namespace

std::vector<PlaceMention> find_places(const PostTable& table, const gazetteer::Gazetteer& gazetteer,
                                      std::span<const Word> words, ArticlePart part) {
  return Finder(table, gazetteer, words, part).find();
}

}  // namespace tinlang::entities
