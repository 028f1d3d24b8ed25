#include "searchd/officials/identity.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "searchd/officials/unit_relation.h"

namespace tinlang::officials {
namespace {

using gazetteer::Gazetteer;
using gazetteer::UnitId;

bool is_office(const Holding& holding) { return !holding.former && !is_membership(holding); }

// Days that both last; negative: the gap between them. nullopt where a date is missing.
std::optional<std::int32_t> common_days(const Holding& a, const Holding& b) {
  if (!a.span || !b.span) return std::nullopt;
  return std::min(a.span->last, b.span->last) - std::max(a.span->first, b.span->first);
}

// "nguyễn2 văn hung2": so many bear names of this make that one of them says little.
bool is_everyday_name(std::string_view key) {
  constexpr std::size_t kWords = 3;
  const auto spaces = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
  return spaces + 1 == kWords && (key.find(" văn ") != std::string_view::npos ||
                                  key.find(" thi5 ") != std::string_view::npos);
}

// The head of one department is not the head of another.
bool is_department(std::string_view post) {
  constexpr std::array<std::string_view, 7> kHeads = {
      "giam-doc",   "pho-giam-doc",   "truong-phong", "pho-truong-phong",
      "truong-ban", "pho-truong-ban", "hieu-truong"};
  return std::any_of(kHeads.begin(), kHeads.end(),
                     [&](std::string_view head) { return post.starts_with(head); });
}

// In which holdings are taken up, whatever order they came in.
auto order(const Holding& holding) {
  const auto span = holding.span.value_or(DaySpan());
  return std::tuple(holding.bearer, holding.post, holding.place.value_or(0), holding.former,
                    span.first, span.last);
}

// The holdings of one name in one province of today.
class NameGroup {
 public:
  NameGroup(const Gazetteer& gazetteer, std::span<const Holding> all, std::vector<std::size_t> own,
            bool is_common)
      : gazetteer_(gazetteer), all_(all), own_(std::move(own)) {
    std::sort(own_.begin(), own_.end(),
              [&](std::size_t a, std::size_t b) { return order(all_[a]) < order(all_[b]); });
    for (std::size_t i = 0; i < own_.size(); ++i) clusters_.push_back({i});
    cluster_of_.resize(own_.size());
    std::iota(cluster_of_.begin(), cluster_of_.end(), 0U);
    has_namesakes_ = find_namesakes();
    is_common_ = is_common || is_everyday_name(holding(0).name_key) || has_namesakes_;
  }

  // Lists of indexes into all holdings, one list a person.
  std::vector<std::vector<std::size_t>> people() {
    for (const Link& link : links()) join(link.first, link.second);
    join_placeless();
    std::vector<std::vector<std::size_t>> people;
    for (const auto& cluster : clusters_) {
      if (cluster.empty()) continue;
      auto& person = people.emplace_back();
      for (const std::size_t member : cluster) person.push_back(own_[member]);
    }
    return people;
  }

 private:
  struct Link {
    UnitRelation relation = UnitRelation::kFar;
    std::int32_t gap = 0;
    std::size_t first = 0;
    std::size_t second = 0;

    auto operator<=>(const Link&) const = default;
  };

  const Holding& holding(std::size_t i) const { return all_[own_[i]]; }

  UnitRelation relation(std::size_t a, std::size_t b) const {
    const auto& left = holding(a).place;
    const auto& right = holding(b).place;
    return left && right ? relate(gazetteer_, *left, *right) : UnitRelation::kFar;
  }

  // Two of this name demonstrably hold office at once, in units beside each other.
  bool find_namesakes() const {
    for (std::size_t a = 0; a < own_.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        if (relation(a, b) == UnitRelation::kSibling && hold_at_once(a, b)) return true;
      }
    }
    return false;
  }

  bool hold_at_once(std::size_t a, std::size_t b) const {
    if (!is_office(holding(a)) || !is_office(holding(b))) return false;
    const auto days = common_days(holding(a), holding(b));
    return days && *days > kHandoverDays;
  }

  bool exclude_each_other(std::size_t a, std::size_t b) const {
    if (!holding(a).place || !holding(b).place) return false;
    const UnitRelation near = relation(a, b);
    if (near == UnitRelation::kFar) return true;
    if (near != UnitRelation::kSame) return hold_at_once(a, b);
    return is_common_ && holding(a).post != holding(b).post && is_department(holding(a).post) &&
           is_department(holding(b).post) && hold_at_once(a, b);
  }

  // Below the province the next post of a common name follows at once, or it is somebody else's.
  bool is_followed(std::size_t a, std::size_t b, std::int32_t gap) const {
    if (!is_common_) return gap <= kCareerGapDays;
    const auto is_local = [&](std::size_t i) {
      return gazetteer_.unit(*holding(i).place).level != gazetteer::Level::kProvince;
    };
    return !has_namesakes_ && gap <= kCommonGapDays && is_local(a) && is_local(b);
  }

  std::vector<Link> links() const {
    std::vector<Link> links;
    for (std::size_t a = 0; a < own_.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const UnitRelation near = relation(a, b);
        if (near == UnitRelation::kFar) continue;
        const auto days = common_days(holding(a), holding(b));
        const bool tells_time = !holding(a).former && !holding(b).former && days;
        const std::int32_t gap = days ? std::max(0, -*days) : kCareerGapDays;
        const bool is_career = tells_time && is_followed(a, b, gap);
        if (near == UnitRelation::kSame || is_career) links.push_back({near, gap, b, a});
      }
    }
    std::sort(links.begin(), links.end());
    return links;
  }

  void join(std::size_t a, std::size_t b) {
    auto& kept = clusters_[cluster_of_[a]];
    auto& moved = clusters_[cluster_of_[b]];
    if (&kept == &moved) return;
    for (const std::size_t left : kept) {
      for (const std::size_t right : moved) {
        if (exclude_each_other(left, right)) return;
      }
    }
    for (const std::size_t member : moved) cluster_of_[member] = cluster_of_[a];
    kept.insert(kept.end(), moved.begin(), moved.end());
    moved.clear();
  }

  // A post whose place nobody says goes to the bearer's person who is nearest in time.
  void join_placeless() {
    for (std::size_t i = 0; i < own_.size(); ++i) {
      if (holding(i).place) continue;
      std::optional<std::pair<std::int32_t, std::size_t>> nearest;
      for (std::size_t other = 0; other < own_.size(); ++other) {
        if (other == i || holding(other).bearer != holding(i).bearer) continue;
        if (!holding(other).place && other > i) continue;
        const auto days = common_days(holding(i), holding(other));
        const std::int32_t gap = days ? std::max(0, -*days) : kCareerGapDays;
        const std::pair candidate(holding(other).place ? gap : gap + kCareerGapDays, other);
        if (!nearest || candidate < *nearest) nearest = candidate;
      }
      if (nearest) join(nearest->second, i);
    }
  }

  const Gazetteer& gazetteer_;
  std::span<const Holding> all_;
  std::vector<std::size_t> own_;                    // indexes into all_, in a fixed order
  std::vector<std::vector<std::size_t>> clusters_;  // of indexes into own_; empty when moved
  std::vector<std::size_t> cluster_of_;             // by index into own_
  bool has_namesakes_ = false;
  bool is_common_ = false;
};

// The holdings of one name by the province of today in which they lie; those without a place
// where their bearer has one, else apart by bearer.
std::vector<std::vector<std::size_t>> by_province(const Gazetteer& gazetteer,
                                                  std::span<const Holding> holdings,
                                                  const std::vector<std::size_t>& own) {
  std::map<UnitId, std::vector<std::size_t>> placed;
  std::map<std::string_view, UnitId> province_of_bearer;
  for (const std::size_t i : own) {
    if (!holdings[i].place) continue;
    const UnitId province = gazetteer.province_today(*holdings[i].place);
    placed[province].push_back(i);
    const auto [known, is_new] = province_of_bearer.emplace(holdings[i].bearer, province);
    if (!is_new) known->second = std::min(known->second, province);
  }
  std::map<std::string_view, std::vector<std::size_t>> placeless;
  for (const std::size_t i : own) {
    if (holdings[i].place) continue;
    const auto province = province_of_bearer.find(holdings[i].bearer);
    auto& group = province == province_of_bearer.end() ? placeless[holdings[i].bearer]
                                                       : placed[province->second];
    group.push_back(i);
  }
  std::vector<std::vector<std::size_t>> groups;
  for (auto& [province, group] : placed) groups.push_back(std::move(group));
  for (auto& [bearer, group] : placeless) groups.push_back(std::move(group));
  return groups;
}

bool is_split_off(const Gazetteer& gazetteer, const Split& split, const Holding& holding) {
  if (holding.bearer != split.official) return false;
  if (!split.post.empty() && holding.post != split.post) return false;
  return split.place.empty() ||
         (holding.place && gazetteer.unit(*holding.place).code == split.place);
}

// People as lists of holdings, changed by the corrections: first who is one, then who is not.
std::vector<std::vector<std::size_t>> corrected(const Gazetteer& gazetteer,
                                                std::span<const Holding> holdings,
                                                const Corrections& corrections,
                                                std::vector<std::vector<std::size_t>> people) {
  const auto bears = [&](const std::vector<std::size_t>& person, const std::string& id) {
    return std::any_of(person.begin(), person.end(),
                       [&](std::size_t i) { return holdings[i].bearer == id; });
  };
  for (const Merge& merge : corrections.merges) {
    std::vector<std::size_t> one;
    for (auto& person : people) {
      if (!bears(person, merge.official) && !bears(person, merge.other)) continue;
      one.insert(one.end(), person.begin(), person.end());
      person.clear();
    }
    if (!one.empty()) people.push_back(std::move(one));
  }
  for (const Split& split : corrections.splits) {
    std::vector<std::size_t> other;
    for (auto& person : people) {
      const auto rest = std::stable_partition(person.begin(), person.end(), [&](std::size_t i) {
        return !is_split_off(gazetteer, split, holdings[i]);
      });
      other.insert(other.end(), rest, person.end());
      person.erase(rest, person.end());
    }
    if (!other.empty()) people.push_back(std::move(other));
  }
  return people;
}

}  // namespace

std::vector<std::uint32_t> identify(const Gazetteer& gazetteer, std::span<const Holding> holdings,
                                    const Corrections& corrections) {
  std::map<std::string_view, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < holdings.size(); ++i) by_name[holdings[i].name_key].push_back(i);
  std::vector<std::vector<std::size_t>> people;
  for (const auto& [name, own] : by_name) {
    auto groups = by_province(gazetteer, holdings, own);
    const auto placed = std::count_if(groups.begin(), groups.end(), [&](const auto& group) {
      return holdings[group.front()].place.has_value();
    });
    const bool is_common = static_cast<std::size_t>(placed) >= kCommonInProvinces;
    for (auto& group : groups) {
      for (auto& person : NameGroup(gazetteer, holdings, std::move(group), is_common).people()) {
        people.push_back(std::move(person));
      }
    }
  }
  people = corrected(gazetteer, holdings, corrections, std::move(people));
  constexpr std::uint32_t kNobody = ~0U;
  std::vector<std::uint32_t> person_of(holdings.size(), kNobody);
  for (std::size_t person = 0; person < people.size(); ++person) {
    for (const std::size_t i : people[person]) person_of[i] = static_cast<std::uint32_t>(person);
  }
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t& person : person_of) {
    person = numbers.emplace(person, static_cast<std::uint32_t>(numbers.size())).first->second;
  }
  return person_of;
}

}  // namespace tinlang::officials
