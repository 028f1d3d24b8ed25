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
constexpr std::size_t kMaxBareWords = 5;
constexpr std::size_t kMaxSceneWords = 8;  // "tại Hợp tác xã miến dong xã Côn Minh"

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
  Finder(const PostTable& table, const PlaceNames& places, std::span<const Word> words,
         ArticlePart part)
      : table_(table),
        places_(places),
        gazetteer_(places.gazetteer()),
        words_(words),
        part_(part),
        capitals_say_nothing_(is_all_capitals(words)) {}

  std::vector<PlaceMention> find() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t next = step(at);
      at = std::max(next, at + 1);
    }
    link_chains();
    mark_coordinated();
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
    const bool of_city = entry.id == "th.du";
    if (!open && !(committee && (local || of_city))) return std::nullopt;
    const std::string_view type = of_city ? "thành phố" : "";
    auto name = places_.read(words_, organ->end, entry.tier, type);
    if (!name || (open && runs_on(*name))) return organ->end;
    if (open && is_phrase(*name)) return organ->end;
    return add({PlaceSign::kOrgan, entry.tier, type, at}, std::move(*name));
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
    auto name = places_.read(words_, level->end, tier, type);
    if (name && is_abbreviation(at) && !agrees_with_type(*name, type)) return std::nullopt;
    const bool plural = at > 0 && (is_one_of(words_[at - 1].key, kPlurals) ||
                                   words_[at - 1].shape == Shape::kNumber);
    if (!name) return plural ? read_list(tier, type, level->end) : level->end;
    const std::size_t first = mentions_.size();
    const auto sign = is_example(at) ? PlaceSign::kListed : PlaceSign::kTyped;
    const std::size_t end = add({sign, tier, type, at}, std::move(*name));
    if (plural) {
      const std::size_t list_end = read_list(tier, type, end);
      // Of several units that share a sentence none is the one that it is about.
      if (mentions_.size() > first + 1) mentions_[first].sign = PlaceSign::kListed;
      return list_end;
    }
    return read_second(tier, type, end);
  }

  // "các xã vùng cao như xã A", "đông nhất là xã A": one of those that the text is about.
  bool is_example(std::size_t at) const {
    if (at == 0) return false;
    if (words_[at - 1].key == "như" || words_[at - 1].key == "hinh2") return true;
    return at > 1 && words_[at - 1].key == "la2" && words_[at - 2].key == "nhât1";
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
      // "các xã, thị trấn của huyện A" lists nothing.
      const auto level = table_.longest(EntryKind::kLevel, words_, next);
      if (level && level->entry->tier != tier) return at;
    }
    std::size_t end = at;
    for (std::size_t listed = 0; listed < kMaxListed && next < words_.size(); ++listed) {
      auto name = places_.read(words_, next, tier, type);
      if (!name || (!capitals_say_nothing_ && runs_on(*name))) break;
      end = add({PlaceSign::kListed, tier, type, next}, std::move(*name));
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
    const auto wider = places_.read(words_, at + 1, Tier::kOpen, "");
    auto name = places_.read(words_, at + 1, tier, type);
    if (!name || runs_on(*name)) return at;
    if (wider && holds_one_of(*wider, mentions_.back().name)) return at;
    const std::size_t end = add({PlaceSign::kListed, tier, type, at + 1}, std::move(*name));
    return read_second(tier, type, end);
  }

  bool ends_clause(std::size_t at) const { return words_[at].key == "." || words_[at].key == ";"; }

  std::optional<std::size_t> read_prefix() {
    auto name = places_.read(words_, 0, Tier::kOpen, "");
    if (!name || name->end >= words_.size() || name->end - name->begin < 2) return std::nullopt;
    const auto mark = words_[name->end].key;
    const bool title_mark = part_ == ArticlePart::kTitle && mark == "-";
    if (mark != ":" && !title_mark && !(mark == "-" && !words_[name->end].glued)) {
      return std::nullopt;
    }
    if (is_phrase(*name)) return std::nullopt;
    return add({PlaceSign::kPrefix, Tier::kOpen, "", 0}, std::move(*name));
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
    if (at >= words_.size() || !table_.begins_english(words_[at])) return std::nullopt;
    auto found = table_.english().longest(words_, at);
    if (!found || found->entry->kind != EnglishKind::kLevel) return std::nullopt;
    return found;
  }

  // A name at `at`, up to `end` when the level word stands there.
  std::optional<std::size_t> add_english(std::size_t at, std::size_t end,
                                         const EnglishEntry& level) {
    const bool city = level.vietnamese == "thành phố";
    const Tier tier = english_tier(level.vietnamese);
    auto name = places_.read(words_, at, tier, city ? "thành phố" : "");
    if (!name || (end < words_.size() && name->end != end)) return std::nullopt;
    return add({PlaceSign::kTyped, tier, "", at}, std::move(*name));
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
    if (capitals_say_nothing_) return std::max(run_end, at + 1);
    // A run may end in a type word or an organ: "Kết luận hội nghị Huyện ủy ...".
    for (std::size_t i = at + 1; i < run_end; ++i) {
      if (table_.longest(EntryKind::kBody, words_, i) ||
          table_.longest(EntryKind::kLevel, words_, i)) {
        return i;
      }
    }
    auto name = places_.read(words_, at, Tier::kOpen, "");
    const bool whole = name && name->end >= run_end && name->by_marks;
    const bool long_enough = whole && run_end - at >= 2 && run_end - at <= kMaxBareWords;
    // "Sông Lô" is a river before it is a district.
    const bool other = long_enough && (words_[at].key == "sông" || is_phrase(*name));
    if (!long_enough || other) return std::max(run_end, at + 1);
    if (const auto level = predicate_level(name->end)) {
      auto typed = places_.read(words_, at, level->tier, level->display);
      if (typed) return add({PlaceSign::kTyped, level->tier, level->display, at}, *typed);
    }
    return add({PlaceSign::kBare, Tier::kOpen, "", at}, std::move(*name));
  }

  bool is_phrase(const PlaceName& name) const {
    return gazetteer_.is_common_phrase(joined_keys(words_, name.begin, name.end));
  }

  // "Nà Ơt | là xã biên giới": the level that the sentence gives to its subject.
  const Entry* predicate_level(std::size_t at) const {
    if (at >= words_.size() || words_[at].key != "la2") return nullptr;
    std::size_t next = at + 1;
    while (next < words_.size() && (words_[next].key == "môt5" || words_[next].key == "trong" ||
                                    words_[next].shape == Shape::kNumber)) {
      ++next;
    }
    const auto level = table_.longest(EntryKind::kLevel, words_, next);
    return level && level->entry->tier != Tier::kVillage ? level->entry : nullptr;
  }

  struct Announcement {
    PlaceSign sign = PlaceSign::kBare;
    Tier tier = Tier::kOpen;
    std::string_view type;
    std::size_t begin = 0;  // where the words before the name begin
  };

  std::size_t add(const Announcement& by, PlaceName name) {
    PlaceMention mention;
    mention.sign = by.sign;
    mention.part = part_;
    mention.tier = by.tier;
    mention.type = by.type;
    mention.begin = by.begin;
    mention.is_scene = is_scene(by.begin);
    mention.span.begin = words_[by.begin].begin;
    mention.span.end = words_[name.end - 1].end;
    mention.key = joined_keys(words_, name.begin, name.end);
    const Word& first = words_[name.begin];
    mention.words.assign(first.text.data(), words_[name.end - 1].end - first.begin);
    mention.name = std::move(name);
    mentions_.push_back(std::move(mention));
    return mentions_.back().name.end;
  }

  // Whether the clause puts what happens at the place whose words begin at `at`.
  bool is_scene(std::size_t at) const {
    for (std::size_t i = at; i > 0 && at - i < kMaxSceneWords; --i) {
      const Word& word = words_[i - 1];
      if (word.key == "tai5" || word.key == "ơ3") return true;
      if (word.shape == Shape::kMark && word.key != "-") return false;
    }
    return false;
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

  // "xã A và xã B", "huyện A, huyện B và thị xã C": none of them is the one that it is about.
  void mark_coordinated() {
    for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
      PlaceMention& one = mentions_[i];
      PlaceMention& other = mentions_[i + 1];
      if (one.tier == Tier::kOpen || one.tier != other.tier || one.inside) continue;
      if (!is_in_list(one) || !is_in_list(other)) continue;
      std::size_t next = one.name.end;
      while (next < other.begin && (words_[next].key == "," || words_[next].key == ";" ||
                                    words_[next].key == "va2" || words_[next].key == "cung2")) {
        ++next;
      }
      if (next != other.begin || next == one.name.end) continue;
      one.sign = other.sign = PlaceSign::kListed;
    }
  }

  static bool is_in_list(const PlaceMention& mention) {
    return mention.sign == PlaceSign::kTyped || mention.sign == PlaceSign::kListed;
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
  const PlaceNames& places_;
  const Gazetteer& gazetteer_;
  std::span<const Word> words_;
  ArticlePart part_;
  bool capitals_say_nothing_;
  std::vector<PlaceMention> mentions_;
};

}  // namespace

std::vector<PlaceMention> find_places(const PostTable& table, const PlaceNames& places,
                                      std::span<const Word> words, ArticlePart part) {
  return Finder(table, places, words, part).find();
}

}  // namespace tinlang::entities
