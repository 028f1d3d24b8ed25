#include "indexer/entities/place_scorer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace tinlang::entities {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::Unit;
using gazetteer::UnitId;

// The scores of README.md, "Which unit a name means".
constexpr double kChain = 8;          // "xã X, huyện Y" agrees
constexpr double kBrokenChain = -6;   // it disagrees
constexpr double kParentTyped = 5;    // the article names the parent district
constexpr double kParentOrgan = 4;    // by its organ
constexpr double kProvinceNamed = 3;  // the article names the province
constexpr double kHostDistrict = 4;
constexpr double kHostProvince = 3;
constexpr double kOutsideHost = -4;  // another province than the portal's
constexpr double kOutsideDistrict = -1.5;
constexpr double kSibling = 3;         // each other commune of the same district, two at most
constexpr double kSameProvince = 4;    // each other district of the same province, two at most
constexpr double kHoldsNamed = 3;      // a district that holds communes named
constexpr double kUnique = 3;          // the only unit of this name and level
constexpr double kOpening = 1;         // in the title or the lead
constexpr double kOwnType = 1;         // the type word is the unit's own
constexpr double kTellingType = 2.5;   // and others of its name cannot have it
constexpr double kProvinceByName = 2;  // a name alone means the province first
constexpr double kOtherProvince = 1;   // each other province named beside it, two at most
constexpr double kNoMarks = -1;
constexpr int kRounds = 3;

class Scorer {
 public:
  Scorer(std::span<const PlaceMention> mentions, const PlaceContext& context,
         std::vector<PlaceGroup>* groups)
      : mentions_(mentions), gazetteer_(context.gazetteer), groups_(*groups) {
    if (context.host) host_ = gazetteer_.path(*context.host);
    standings_.reserve(groups_.size());
    given_.resize(groups_.size());
  }

  void score() {
    for (auto& group : groups_) score_alone(&group);
    support_.resize(numbers_.size());
    for (int round = 0; round < kRounds; ++round) {
      count_support();
      for (std::size_t i = 0; i < groups_.size(); ++i) score_together(i);
      for (auto& group : groups_) {
        std::stable_sort(group.candidates.begin(), group.candidates.end(),
                         [](const auto& a, const auto& b) { return a.score > b.score; });
      }
    }
  }

 private:
  static constexpr std::size_t kMostLevels = 3;

  // What stays the same of a candidate.
  struct Standing {
    double alone = 0;
    std::array<std::uint32_t, kMostLevels> path = {};  // numbers of units, the province first
    std::size_t depth = 0;

    std::uint32_t own() const { return path[depth - 1]; }
  };

  // What groups say of a unit.
  struct Support {
    bool is_named = false;  // by a type word, in a list, before a colon
    bool has_organ = false;
    int communes = 0;  // groups that mean one in it
    int districts = 0;
  };

  Standing standing_of(UnitId unit, double alone) {
    Standing standing{alone, {}, 0};
    for (std::optional<UnitId> at = unit; at && standing.depth < kMostLevels;
         at = gazetteer_.parent(*at)) {
      const auto number = static_cast<std::uint32_t>(numbers_.size());
      standing.path[standing.depth++] = numbers_.emplace(*at, number).first->second;
    }
    std::reverse(standing.path.begin(),
                 standing.path.begin() + static_cast<std::ptrdiff_t>(standing.depth));
    return standing;
  }

  // What the name itself and the portal say.
  void score_alone(PlaceGroup* group) {
    auto& standings = standings_.emplace_back();
    const bool opens = std::any_of(group->mentions.begin(), group->mentions.end(), [&](auto i) {
      return mentions_[i].part == ArticlePart::kTitle || mentions_[i].part == ArticlePart::kLead;
    });
    for (auto& candidate : group->candidates) {
      const bool is_unique = group->candidates.size() == 1;
      double score = host_score(candidate.unit);
      // The portal says nothing against a name that only one unit has.
      if (is_unique) score = std::max(score, 0.0) + kUnique;
      const bool by_name =
          group->tier == Tier::kOpen && gazetteer_.unit(candidate.unit).level == Level::kProvince;
      if (by_name) score += kProvinceByName;
      if (!group->by_marks) score += kNoMarks;
      if (opens) score += kOpening;
      score += type_score(*group, candidate.unit) + chain_score(*group, candidate.unit);
      candidate.score = score;
      candidate.nth = static_cast<std::uint32_t>(standings.size());
      standings.push_back(standing_of(candidate.unit, score));
    }
  }

  double host_score(UnitId unit) const {
    if (host_.empty()) return 0;
    if (!contains(gazetteer_, host_[0], unit)) return kOutsideHost;
    double score = kHostProvince;
    if (host_.size() < 2 || gazetteer_.unit(unit).level == Level::kProvince) return score;
    score += contains(gazetteer_, host_[1], unit) ? kHostDistrict : kOutsideDistrict;
    if (unit == host_.back()) score += kHostDistrict;
    return score;
  }

  double type_score(const PlaceGroup& group, UnitId unit) const {
    const bool own = std::any_of(group.mentions.begin(), group.mentions.end(), [&](std::size_t i) {
      return mentions_[i].type == gazetteer_.unit(unit).type;
    });
    if (!own) return 0;
    return tells_apart(group, unit) ? kOwnType + kTellingType : kOwnType;
  }

  // A xã may become a thị trấn or phường, a huyện a thị xã, quận or thành phố, and text older than
  // that names it by the first: only the later types tell a unit from others of its name, unless
  // both lie in one district and exist together.
  bool tells_apart(const PlaceGroup& group, UnitId unit) const {
    const Unit& own = gazetteer_.unit(unit);
    return std::any_of(group.candidates.begin(), group.candidates.end(), [&](const auto& other) {
      const Unit& rival = gazetteer_.unit(other.unit);
      if (rival.type == own.type || rival.level != own.level) return false;
      const bool later = own.type != "xã" && own.type != "huyện";
      return later || rival.parent == own.parent;
    });
  }

  double chain_score(const PlaceGroup& group, UnitId unit) const {
    double score = 0;
    for (const std::size_t i : group.mentions) {
      if (!mentions_[i].inside) continue;
      const auto& outer = mentions_[*mentions_[i].inside].name.units;
      const bool agrees = std::any_of(outer.begin(), outer.end(), [&](UnitId holder) {
        return holder != unit && contains(gazetteer_, holder, unit);
      });
      if (agrees) return kChain;
      score = kBrokenChain;
    }
    return score;
  }

  // A group speaks for its best candidates.
  void count_support() {
    std::fill(support_.begin(), support_.end(), Support{});
    provinces_ = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      given_[i].clear();
      const auto& candidates = groups_[i].candidates;
      if (candidates.empty()) continue;
      for (const auto& candidate : candidates) {
        if (candidate.score + 0.01 < candidates.front().score) break;
        const Standing& standing = standings_[i][candidate.nth];
        note(groups_[i], standing);
        given_[i].insert(given_[i].end(), standing.path.begin(),
                         standing.path.begin() + static_cast<std::ptrdiff_t>(standing.depth));
      }
      if (gazetteer_.unit(candidates.front().unit).level == Level::kProvince) ++provinces_;
    }
  }

  void note(const PlaceGroup& group, const Standing& standing) {
    const bool typed = std::any_of(group.mentions.begin(), group.mentions.end(), [&](auto i) {
      return mentions_[i].sign == PlaceSign::kTyped || mentions_[i].sign == PlaceSign::kPrefix ||
             mentions_[i].sign == PlaceSign::kListed;
    });
    Support& own = support_[standing.own()];
    (typed ? own.is_named : own.has_organ) = true;
    if (standing.depth == 3) ++support_[standing.path[1]].communes;
    if (standing.depth == 2) ++support_[standing.path[0]].districts;
  }

  void score_together(std::size_t index) {
    for (auto& candidate : groups_[index].candidates) {
      const Standing& standing = standings_[index][candidate.nth];
      candidate.score = standing.alone + support_score(standing, index);
    }
  }

  // What the other groups say: the group's own best candidates speak neither for themselves nor
  // for their rivals.
  double support_score(const Standing& standing, std::size_t group) const {
    const auto& path = standing.path;
    const Support& province = support_[path[0]];
    double score = 0;
    if (standing.depth == 3) {
      const int siblings = support_[path[1]].communes - own(group, path[1]);
      score += named_score(support_[path[1]]);
      score += kSibling * std::clamp(siblings, 0, 2);
      if (named_score(province) > 0) score += kProvinceNamed;
    } else if (standing.depth == 2) {
      const int siblings = province.districts - own(group, path[0]);
      score += support_[path[1]].communes > 0 ? kHoldsNamed : 0;
      score += kSameProvince * std::clamp(siblings, 0, 2);
      if (named_score(province) > 0) score += kProvinceNamed;
    } else {
      score += province.districts > 0 ? kHoldsNamed : 0;
      if (groups_[group].tier == Tier::kOpen) {
        score += kOtherProvince * std::clamp(provinces_ - own(group, path[0]), 0, 2);
      }
    }
    return score;
  }

  // How often the group's own best candidates were counted for the unit of this number.
  int own(std::size_t group, std::uint32_t holder) const {
    return static_cast<int>(std::count(given_[group].begin(), given_[group].end(), holder));
  }

  static double named_score(const Support& unit) {
    if (unit.is_named) return kParentTyped;
    return unit.has_organ ? kParentOrgan : 0;
  }

  std::span<const PlaceMention> mentions_;
  const Gazetteer& gazetteer_;
  std::vector<PlaceGroup>& groups_;
  std::vector<UnitId> host_;                           // path of the portal's unit
  std::vector<std::vector<Standing>> standings_;       // by group, then by PlaceCandidate::nth
  std::unordered_map<UnitId, std::uint32_t> numbers_;  // of the units of all paths
  std::vector<Support> support_;                       // by number
  int provinces_ = 0;                                  // groups that mean one first of all
  std::vector<std::vector<std::uint32_t>> given_;      // by group: the paths of its best candidates
};

bool is_explicit(const PlaceMention& mention) { return mention.sign != PlaceSign::kBare; }

// A name without a type word is first of all a district's or a province's, and of units one of
// which lies in the other the wider one's: "Phong Điền" is the district and not its town.
std::vector<PlaceCandidate> candidates_of(const PlaceMention& mention, const Gazetteer& gazetteer) {
  std::vector<PlaceCandidate> candidates;
  const bool with_communes = mention.sign != PlaceSign::kBare;
  const bool is_open = mention.tier == Tier::kOpen && mention.type.empty();
  const auto& units = mention.name.units;
  // Provinces of before share their names with rivers and people ("Cửu Long").
  if (mention.sign == PlaceSign::kBare && is_former_province(gazetteer, units)) return {};
  for (const UnitId unit : units) {
    if (!with_communes && gazetteer.unit(unit).level == Level::kCommune) continue;
    const bool is_held = is_open && std::any_of(units.begin(), units.end(), [&](UnitId holder) {
                           return holder != unit && contains(gazetteer, holder, unit);
                         });
    if (!is_held) candidates.push_back(PlaceCandidate{unit, 0});
  }
  return candidates;
}

// "thị trấn Mỹ Xuyên (Mỹ Xuyên, Sóc Trăng)": the second is what holds the first.
bool holds_its_namesake(std::span<const PlaceMention> mentions, std::size_t at) {
  return at > 0 && mentions[at - 1].inside == at && mentions[at - 1].key == mentions[at].key;
}

}  // namespace

bool is_former_province(const Gazetteer& gazetteer, std::span<const UnitId> units) {
  return units.size() > 1 && std::all_of(units.begin(), units.end(), [&](UnitId unit) {
           return gazetteer.unit(unit).level == Level::kProvince;
         });
}

std::vector<PlaceGroup> group_places(std::span<const PlaceMention> mentions,
                                     const Gazetteer& gazetteer) {
  std::vector<PlaceGroup> groups;
  std::map<std::pair<std::string, Tier>, std::size_t> known;
  std::map<std::string, std::size_t> by_key;  // the group that untyped repetitions join
  const auto add = [&](std::size_t i, Tier tier) {
    const auto [found, is_new] = known.emplace(std::pair(mentions[i].key, tier), groups.size());
    if (is_new) {
      auto candidates = candidates_of(mentions[i], gazetteer);
      groups.push_back(PlaceGroup{mentions[i].key,
                                  tier,
                                  {},
                                  std::move(candidates),
                                  mentions[i].name.by_marks,
                                  is_explicit(mentions[i])});
      by_key.emplace(mentions[i].key, found->second);
    }
    groups[found->second].mentions.push_back(i);
  };
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].tier != Tier::kOpen || !mentions[i].type.empty()) add(i, mentions[i].tier);
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].tier != Tier::kOpen || !mentions[i].type.empty()) continue;
    const auto joined = by_key.find(mentions[i].key);
    if (joined != by_key.end() && !holds_its_namesake(mentions, i)) {
      groups[joined->second].mentions.push_back(i);
    } else if (!candidates_of(mentions[i], gazetteer).empty()) {
      add(i, Tier::kOpen);
    }
  }
  return groups;
}

void score_places(std::span<const PlaceMention> mentions, const PlaceContext& context,
                  std::vector<PlaceGroup>* groups) {
  Scorer(mentions, context, groups).score();
}

}  // namespace tinlang::entities
