#include "indexer/entities/place_names.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::NameTree;
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

bool is_hyphen(const Word& word) { return word.shape == Shape::kMark && word.key == "-"; }

// Whether words[i], behind the first of a name, may be one of its words.
bool continues_name(const Word& word) { return word.shape != Shape::kMark || word.key == "-"; }

// "Sơn Kim 1": a number ends a name, it never begins one. A lower-case word ends none.
bool may_end_name(const Word& word) { return is_capitalised(word) || word.shape == Shape::kNumber; }

bool carries_mark(std::span<const Word> words, std::size_t begin, std::size_t end) {
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                     words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Word& word) { return word.marked; });
}

// One way down a tree of names.
class Descent {
 public:
  explicit Descent(const NameTree& tree) : tree_(tree) {}

  void take(NameTree::Word word) {
    if (is_first_) {
      node_ = tree_.begin(word);
    } else if (node_ != 0) {
      node_ = word == 0 ? 0 : tree_.step(node_, word);
    }
    is_first_ = false;
  }

  bool is_over() const { return node_ == 0; }
  void stop() { node_ = 0; }
  NameTree::Node node() const { return node_; }

 private:
  const NameTree& tree_;
  NameTree::Node node_ = 0;
  bool is_first_ = true;
};

}  // namespace

bool level_may_be(const Unit& unit, Tier tier, std::string_view type) {
  const Tier own = tier_of(unit.level);
  if (tier != Tier::kOpen) return own == tier;
  if (type == "thành phố") return own != Tier::kCommune && unit.type == type;
  return true;
}

PlaceWords::PlaceWords(const Gazetteer& gazetteer, Vocabulary* vocabulary)
    : vocabulary_(vocabulary) {
  const NameTree& names = gazetteer.names();
  const NameTree& folded_names = gazetteer.folded_names();
  for (const auto* tree : {&names, &folded_names}) {
    for (std::size_t i = 0; i < tree->words().size(); ++i) vocabulary->add(tree->words()[i]);
  }
  canonical_.resize(vocabulary->size() + 1);
  folded_.resize(vocabulary->size() + 1);
  for (std::uint32_t id = 1; id <= vocabulary->size(); ++id) {
    const std::string_view key = vocabulary->key(id);
    canonical_[id] = names.word(key);
    folded_[id] = folded_names.word(text::fold_key(key));
  }
}

std::optional<PlaceName> PlaceNames::read(std::span<const Word> words, std::size_t at, Tier tier,
                                          std::string_view type) const {
  if (at >= words.size()) return std::nullopt;
  if (words[at].shape == Shape::kNumber) return read_number(words, at, type);
  if (!is_capitalised(words[at])) return std::nullopt;
  const Wanted wanted{tier, type};
  Descent canonical(gazetteer_.names());
  Descent folded(gazetteer_.folded_names());
  std::span<const UnitId> units;
  PlaceName name{at, at, {}, true};
  const std::size_t limit = std::min(words.size(), at + kMaxNameWords);
  for (std::size_t i = at; i < limit && continues_name(words[i]); ++i) {
    const Word& word = words[i];
    if (word.marked) folded.stop();  // not only words: there are hyphens outside ASCII
    // Hyphens are left out: texts have some that the tables do not.
    if (is_hyphen(word)) continue;
    if (!word.regular) return read_by_letters(words, at, wanted);
    canonical.take(words_.canonical(word.id));
    folded.take(word.marked ? 0 : words_.folded(word.id));
    if (canonical.is_over() && folded.is_over()) break;
    if (!may_end_name(word)) continue;
    for (const bool by_marks : {true, false}) {
      const auto found = by_marks
                             ? gazetteer_.names().units(canonical.node(), gazetteer_.system())
                             : gazetteer_.folded_names().units(folded.node(), gazetteer_.system());
      if (!has_allowed(found, wanted)) continue;
      units = found;
      name.end = i + 1;
      name.by_marks = by_marks;
      break;
    }
  }
  if (name.end == at) return std::nullopt;
  name.units = allowed(units, wanted);
  return name;
}

// "phường 5", "quận 1": the table has the type in the name.
std::optional<PlaceName> PlaceNames::read_number(std::span<const Word> words, std::size_t at,
                                                 std::string_view type) const {
  if (type != "phường" && type != "quận") return std::nullopt;
  // "phường 1 Bảo Lộc" has its number in the name, beside other words.
  const auto near = words.first(std::min(words.size(), at + kMaxNameWords));
  for (std::size_t end = capital_run_end(near, at + 1); end > at + 1; --end) {
    const auto units = gazetteer_.find_name(joined_keys(words, at, end));
    if (!units.empty()) return PlaceName{at, end, {units.begin(), units.end()}, true};
  }
  std::string_view digits = words[at].text;
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  const std::string name = std::string(type) + " " + std::string(digits);
  const auto units = gazetteer_.find_name(text::canonical_key(name));
  if (units.empty()) return std::nullopt;
  return PlaceName{at, at + 1, {units.begin(), units.end()}, true};
}

// The same where an apostrophe may join two words of the text to one of a name: "m' Đăng".
std::optional<PlaceName> PlaceNames::read_by_letters(std::span<const Word> words, std::size_t at,
                                                     const Wanted& wanted) const {
  const std::size_t limit = std::min(words.size(), at + kMaxNameWords);
  std::size_t end = at;
  while (end < limit && continues_name(words[end])) ++end;
  for (; end > at; --end) {
    if (is_hyphen(words[end - 1]) || !may_end_name(words[end - 1])) continue;
    const std::string key = joined_keys(words, at, end);
    auto units = allowed(gazetteer_.find_name(key), wanted);
    if (!units.empty()) return PlaceName{at, end, std::move(units), true};
    if (carries_mark(words, at, end)) continue;
    units = allowed(gazetteer_.find_folded_name(text::fold_key(key)), wanted);
    if (!units.empty()) return PlaceName{at, end, std::move(units), false};
  }
  return std::nullopt;
}

bool PlaceNames::has_allowed(std::span<const UnitId> units, const Wanted& wanted) const {
  return std::any_of(units.begin(), units.end(), [&](UnitId id) {
    return level_may_be(gazetteer_.unit(id), wanted.tier, wanted.type);
  });
}

std::vector<UnitId> PlaceNames::allowed(std::span<const UnitId> units, const Wanted& wanted) const {
  std::vector<UnitId> kept;
  std::copy_if(units.begin(), units.end(), std::back_inserter(kept), [&](UnitId id) {
    return level_may_be(gazetteer_.unit(id), wanted.tier, wanted.type);
  });
  return kept;
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

}  // namespace tinlang::entities
