#include "indexer/entities/locality_resolver.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "indexer/entities/place_scorer.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::System;
using gazetteer::UnitId;

constexpr double kMargin = 3;      // below it two candidates are a tie
constexpr double kLeastScore = 2;  // below it even a single candidate is not believed
constexpr double kHostConfidence = 0.6;
constexpr double kFormerConfidence = 0.3;  // one of the provinces that an old one became
constexpr std::size_t kOpeningWords = 2;   // "Thị trấn X ..." has its name behind two words
constexpr double kCertainShare = 0.5;
constexpr double kListedWeight = 0.3;
constexpr std::ptrdiff_t kFewParts = 3;  // with more the title's whole is meant
constexpr double kFewListed = 0.5;       // two of a list are more, one is less

struct Decision {
  UnitId unit = 0;
  double confidence = 0;
};

double confidence_of(double margin) { return std::clamp(0.5 + margin / 16, 0.5, 0.99); }

// The deepest unit that holds every candidate that can still be meant.
std::optional<Decision> decide(const PlaceGroup& group, const Gazetteer& gazetteer) {
  if (group.candidates.empty() || group.candidates.front().score < kLeastScore) return {};
  const auto& best = group.candidates.front();
  const double second = group.candidates.size() > 1 ? group.candidates[1].score : 0;
  if (best.score - second >= kMargin || group.candidates.size() == 1) {
    return Decision{best.unit, confidence_of(best.score - second)};
  }
  auto common = gazetteer.path(best.unit);
  for (const auto& candidate : group.candidates) {
    if (best.score - candidate.score >= kMargin) break;
    while (!common.empty() && !contains(gazetteer, common.back(), candidate.unit)) {
      common.pop_back();
    }
  }
  if (common.empty()) return {};
  return Decision{common.back(), kCertainShare};
}

class Resolver {
 public:
  Resolver(std::span<const PlaceMention> mentions, const PlaceContext& context)
      : mentions_(mentions), context_(context), gazetteer_(context.gazetteer) {}

  ResolvedPlaces resolve() {
    auto groups = group_places(mentions_, gazetteer_);
    score_places(mentions_, context_, &groups);
    for (const auto& group : groups) {
      if (auto decision = decide(group, gazetteer_)) {
        take(group, *decision);
      } else {
        keep_open(group);
      }
    }
    choose_main();
    return std::move(resolved_);
  }

 private:
  ResolvedPlace& take(const PlaceGroup& group, Decision decision) {
    auto found = std::find_if(resolved_.places.begin(), resolved_.places.end(),
                              [&](const auto& place) { return place.unit == decision.unit; });
    if (found == resolved_.places.end()) {
      resolved_.places.push_back(ResolvedPlace{decision.unit, decision.confidence});
      found = std::prev(resolved_.places.end());
    }
    found->confidence = std::max(found->confidence, decision.confidence);
    found->is_former = found->is_former && found->confidence <= kFormerConfidence;
    for (const std::size_t i : group.mentions) {
      const PlaceMention& mention = mentions_[i];
      found->evidence.push_back(mention.span);
      if (mention.sign == PlaceSign::kListed && mention.part != ArticlePart::kTitle) continue;
      found->is_only_listed = false;
      ++found->count;
      if (mention.part == ArticlePart::kTitle) {
        const bool prefix = mention.sign == PlaceSign::kPrefix;
        found->is_prefix_of_title = found->is_prefix_of_title || prefix;
        const bool organ = mention.sign == PlaceSign::kOrgan;
        found->is_organ_in_title = organ && (!found->is_named_in_title || found->is_organ_in_title);
        found->is_named_in_title = found->is_named_in_title || !prefix;
      }
      const bool in_lead = mention.part == ArticlePart::kLead;
      found->is_scene_of_lead = found->is_scene_of_lead || (in_lead && mention.is_scene);
      const bool opens = mention.part == ArticlePart::kLead &&
                         mention.name.begin <= kOpeningWords && mention.sign == PlaceSign::kTyped;
      found->opens_lead = found->opens_lead || opens;
      found->has_type_word = found->has_type_word || mention.sign == PlaceSign::kTyped;
      found->is_in_chain = found->is_in_chain || mention.inside || is_outer(i);
      found->is_named_in_lead = found->is_named_in_lead || in_lead;
    }
    return *found;
  }

  void keep_open(const PlaceGroup& group) {
    std::vector<UnitId> units;
    for (const auto& candidate : group.candidates) {
      if (group.candidates.front().score - candidate.score >= kMargin) break;
      if (units.size() < kMaxCandidates) units.push_back(candidate.unit);
    }
    if (units.empty()) return;
    if (is_former_province(gazetteer_, units)) {
      for (const UnitId unit : units) {
        ResolvedPlace& place = take(group, Decision{unit, kFormerConfidence});
        place.is_former = place.confidence <= kFormerConfidence;
      }
      return;
    }
    if (!group.is_explicit) return;
    OpenPlace open{group.mentions.front(), std::move(units), {}};
    for (const std::size_t i : group.mentions) open.evidence.push_back(mentions_[i].span);
    resolved_.open.push_back(std::move(open));
  }

  bool is_outer(std::size_t mention) const {
    return mention > 0 && mentions_[mention - 1].inside == mention;
  }

  static double weight(const ResolvedPlace& place) {
    if (place.is_only_listed) return kListedWeight;
    return (place.has_type_word ? 0 : -0.5) + (place.is_named_in_title ? 6 : 0) +
           (place.is_prefix_of_title ? 6 : 0) + (place.is_named_in_lead ? 3 : 0) +
           (place.opens_lead ? 2 : 0) + std::min(place.count, 6);
  }

  void choose_main() {
    std::unordered_map<UnitId, double> weights;  // of each unit with all it holds
    for (const auto& place : resolved_.places) {
      if (place.is_former) continue;
      for (const UnitId id : gazetteer_.path(place.unit)) weights[id] += weight(place);
    }
    std::optional<UnitId> main = heaviest(weights, std::nullopt);
    while (main) {
      const auto child = heaviest(weights, main);
      if (!child || !is_about(*child, *main, weights)) break;
      main = child;
    }
    if (main) resolved_.main = *find_or_imply(*main);
    prefer_host();
    move_main_to_today();
  }

  // An abolished unit is no place where something happens: what became of it is, as far as it is
  // one.
  void move_main_to_today() {
    if (!resolved_.main || gazetteer_.system() == System::kThreeLevel) return;
    const UnitId main = resolved_.main->unit;
    if (gazetteer_.unit(main).system == System::kTwoLevel) return;
    const auto became = gazetteer_.successors(main);
    const bool is_one = became.size() == 1 && became.front().whole;
    const UnitId today = is_one ? became.front().unit : gazetteer_.province_today(main);
    const ResolvedPlace older = *std::move(resolved_.main);
    resolved_.main = find(today) != nullptr ? *find(today) : ResolvedPlace{today};
    resolved_.main->confidence = std::max(resolved_.main->confidence, older.confidence);
    if (resolved_.main->evidence.empty()) resolved_.main->evidence = older.evidence;
  }

  // The heaviest unit directly inside `parent` (of all provinces without one).
  std::optional<UnitId> heaviest(const std::unordered_map<UnitId, double>& weights,
                                 std::optional<UnitId> parent) const {
    const auto best = heaviest_of(weights, parent, gazetteer_.system());
    return best ? best : heaviest_of(weights, parent, std::nullopt);
  }

  // Among the units of one system; of both without it.
  std::optional<UnitId> heaviest_of(const std::unordered_map<UnitId, double>& weights,
                                    std::optional<UnitId> parent,
                                    std::optional<System> system) const {
    std::optional<UnitId> best;
    for (const auto& [id, weight] : weights) {
      if (gazetteer_.parent(id) != parent) continue;
      if (system && gazetteer_.unit(id).system != *system) continue;
      const double found = best ? weights.at(*best) : -1;
      if (weight > found || (weight == found && id < *best)) best = id;
    }
    return best;
  }

  // Whether an article that is about `parent` is in fact about `child` in it.
  bool is_about(UnitId child, UnitId parent,
                const std::unordered_map<UnitId, double>& weights) const {
    double rival = 0;
    const System system = gazetteer_.unit(child).system;
    for (const auto& [id, weight] : weights) {
      const bool is_rival = gazetteer_.parent(id) == parent && id != child;
      if (is_rival && gazetteer_.unit(id).system == system) rival = std::max(rival, weight);
    }
    const double own = weights.at(child);
    const ResolvedPlace* holder = find(parent);
    const ResolvedPlace* part = find(child);
    const bool holder_leads = holder != nullptr && holder->is_named_in_lead;
    if (in_title(child)) {
      // "Nhân dân xã X dự lễ đón bằng của huyện Y" is about what the lead tells of.
      const bool both = holder != nullptr && holder->is_named_in_title && !chained(part, *holder);
      if (both && holder_leads && !leads(child)) return false;
      return own > rival && !shares_title(child, parent);
    }
    // The title speaks of the whole: a part named below is where it happened, unless the title
    // names an organ of the whole and the lead the scene.
    if (holder != nullptr && holder->is_named_in_title) {
      const bool scene = part != nullptr && part->is_scene_of_lead && rival == 0;
      return holder->is_organ_in_title && scene;
    }
    if (holder != nullptr && holder->is_prefix_of_title) {
      if (part == nullptr || !part->is_named_in_lead || named_parts(parent) > kFewParts) {
        return false;
      }
      if (rival == 0 && (part->opens_lead || part->is_in_chain)) return true;
      return part->count >= 2 && own >= 1.5 * rival;
    }
    if (holder_leads && !leads(child)) return false;
    if (own >= 3 && own >= 1.5 * rival) return true;
    return rival == 0 && own > kFewListed;
  }

  // "xã X, huyện Y" in the title is one place.
  static bool chained(const ResolvedPlace* part, const ResolvedPlace& holder) {
    return part != nullptr && part->is_in_chain && holder.is_in_chain;
  }

  // Whether the lead names `unit` or a part of it, not merely in a list.
  bool leads(UnitId unit) const {
    return std::any_of(resolved_.places.begin(), resolved_.places.end(), [&](const auto& place) {
      return place.is_named_in_lead && contains(gazetteer_, unit, place.unit);
    });
  }

  // How many units directly inside `parent` the article names, lists included.
  std::ptrdiff_t named_parts(UnitId parent) const {
    return std::count_if(resolved_.places.begin(), resolved_.places.end(), [&](const auto& place) {
      return gazetteer_.parent(place.unit) == parent;
    });
  }

  bool shares_title(UnitId child, UnitId parent) const {
    return std::any_of(resolved_.places.begin(), resolved_.places.end(), [&](const auto& place) {
      return place.is_named_in_title && contains(gazetteer_, parent, place.unit) &&
             place.unit != parent && !contains(gazetteer_, child, place.unit);
    });
  }

  bool in_title(UnitId unit) const {
    return std::any_of(resolved_.places.begin(), resolved_.places.end(), [&](const auto& place) {
      return (place.is_named_in_title || place.is_prefix_of_title) &&
             contains(gazetteer_, unit, place.unit);
    });
  }

  const ResolvedPlace* find(UnitId unit) const {
    const auto found = std::find_if(resolved_.places.begin(), resolved_.places.end(),
                                    [&](const auto& place) { return place.unit == unit; });
    return found == resolved_.places.end() ? nullptr : &*found;
  }

  // A unit that is named only through its parts is as sure as the surest of them.
  std::optional<ResolvedPlace> find_or_imply(UnitId unit) const {
    if (const auto* named = find(unit)) return *named;
    ResolvedPlace implied{unit};
    for (const auto& place : resolved_.places) {
      if (contains(gazetteer_, unit, place.unit)) {
        implied.confidence = std::max(implied.confidence, place.confidence);
      }
    }
    return implied;
  }

  // A portal speaks of its own unit when the text says nothing surer.
  void prefer_host() {
    if (!context_.host) return;
    const UnitId host = *context_.host;
    const auto& main = resolved_.main;
    const bool opens = main && (in_title(main->unit) || main->is_named_in_lead);
    const bool wider = main && main->unit != host && contains(gazetteer_, main->unit, host);
    const bool foreign = main && !contains(gazetteer_, host, main->unit) && !wider;
    const bool kept =
        main && ((wider && (in_title(main->unit) || speaks_of_several(*main, host))) ||
                 (foreign && opens) || (!wider && !foreign));
    if (!kept) resolved_.main = ResolvedPlace{host, kHostConfidence};
  }

  // Whether the lead names `main`, and the article parts of it beside the portal's own.
  bool speaks_of_several(const ResolvedPlace& main, UnitId host) const {
    return main.is_named_in_lead &&
           std::any_of(resolved_.places.begin(), resolved_.places.end(), [&](const auto& place) {
             return place.unit != main.unit && contains(gazetteer_, main.unit, place.unit) &&
                    !contains(gazetteer_, host, place.unit) &&
                    !contains(gazetteer_, place.unit, host);
           });
  }

  std::span<const PlaceMention> mentions_;
  const PlaceContext& context_;
  const Gazetteer& gazetteer_;
  ResolvedPlaces resolved_;
};

Locality make_locality(const ResolvedPlace& place, LocalityRole role, const Gazetteer& gazetteer) {
  Locality locality;
  locality.role = role;
  locality.confidence = place.confidence;
  locality.evidence = place.evidence;
  std::sort(locality.evidence.begin(), locality.evidence.end());
  locality.code = gazetteer.unit(place.unit).code;
  const Gazetteer then = gazetteer.as_of(gazetteer.unit(place.unit).system);
  for (const UnitId id : then.path(place.unit)) {
    locality.codes.push_back(gazetteer.unit(id).code);
    locality.path.push_back(gazetteer.unit(id).name);
  }
  return locality;
}

}  // namespace

ResolvedPlaces resolve_places(std::span<const PlaceMention> mentions, const PlaceContext& context) {
  return Resolver(mentions, context).resolve();
}

std::vector<Locality> make_localities(const ResolvedPlaces& resolved, const Gazetteer& gazetteer) {
  std::vector<Locality> localities;
  if (resolved.main) {
    localities.push_back(make_locality(*resolved.main, LocalityRole::kMain, gazetteer));
  }
  for (const auto& place : resolved.places) {
    if (resolved.main && resolved.main->unit == place.unit) continue;
    localities.push_back(make_locality(place, LocalityRole::kMention, gazetteer));
  }
  return localities;
}

UndecidedPlace make_undecided(const OpenPlace& open, const PlaceMention& mention,
                              const Gazetteer& gazetteer) {
  UndecidedPlace place{text::display_spelling(mention.words), {}, open.evidence};
  for (const UnitId unit : open.units) place.codes.push_back(gazetteer.unit(unit).code);
  return place;
}

std::string_view to_string(TextField field) {
  switch (field) {
    case TextField::kTitle:
      return "title";
    case TextField::kLead:
      return "lead";
    case TextField::kBody:
      return "body";
    case TextField::kCaption:
      return "caption";
  }
  return "";
}

}  // namespace tinlang::entities
