#include "searchd/search/known_names.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "indexer/gazetteer/counted_units.h"
#include "indexer/schema/fields.h"
#include "indexer/text/syllable.h"
#include "searchd/search/rows.h"

namespace tinlang::search {
namespace {

using gazetteer::System;
using gazetteer::Unit;
using gazetteer::UnitId;
using schema::FieldId;
using text::Token;
using Tokens = std::span<const Token>;

constexpr std::size_t kMaxTypeWords = 2;  // "thành phố"

std::string joined(Tokens tokens, std::string Token::*key) {
  std::string text;
  for (const Token& token : tokens) {
    if (!text.empty()) text += ' ';
    text += token.*key;
  }
  return text;
}

bool is_one_run(Tokens tokens) {
  return std::all_of(tokens.begin() + 1, tokens.end(),
                     [](const Token& token) { return token.follows; });
}

bool any_marked(Tokens tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.marked; });
}

// The capitals that names of places begin with, nearly all.
bool is_capitalised(const Token& token, std::string_view text) {
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  return (word.front() >= 'A' && word.front() <= 'Z') || word.starts_with("Đ") ||
         word.starts_with("Â") || word.starts_with("Ô") || word.starts_with("Ứ");
}

// Takes the first of words separated by spaces.
std::string_view take_word(std::string_view& words) {
  const std::string_view word = words.substr(0, words.find(' '));
  words.remove_prefix(std::min(word.size() + 1, words.size()));
  return word;
}

// How many of the words before `first` are the type word `type`, 0 when they are not.
std::size_t type_words(Tokens words, std::size_t first, const std::string& type) {
  const std::string key = text::canonical_key(type);
  const std::string folded = text::fold_key(type);
  const auto count = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
  if (count > kMaxTypeWords || first < count || !words[first].follows) return 0;
  const Tokens before = words.subspan(first - count, count);
  if (!is_one_run(before)) return 0;
  const bool same = any_marked(before) ? joined(before, &Token::canonical) == key
                                       : joined(before, &Token::folded) == folded;
  return same ? count : 0;
}

}  // namespace

KnownNames KnownNames::read(const Sources& sources, text::Analyzer& analyzer) {
  KnownNames names(sources.gazetteer);
  names.read_officials(sources.officials, analyzer);
  names.read_places(sources.database);
  return names;
}

void KnownNames::read_officials(const OfficialColumn& officials, text::Analyzer& analyzer) {
  for (const Person& person : officials.people()) {
    // As in the facets: an official without a name is only an id.
    const std::vector<Token> words = words_only(analyzer.analyze(person.name).tokens, false);
    if (words.size() < 2 || words.size() > kMaxNameWords) continue;
    Official official{
        {OfferKind::kOfficial, person.id, person.name, person.post, 0, 0}, {}, person.articles};
    for (const Token& word : words) official.canonical.push_back(word.canonical);
    officials_[joined(words, &Token::folded)].push_back(std::move(official));
  }
}

void KnownNames::read_places(const Xapian::Database& database) {
  for (const Unit& unit : gazetteer_->units()) types_.insert(unit.type);
  const std::string prefix = schema::make_term(FieldId::kLocality, {});
  const auto end = database.allterms_end(prefix);
  for (auto it = database.allterms_begin(prefix); it != end; ++it) {
    const auto id = gazetteer_->find_code((*it).substr(prefix.size()));
    if (!id) continue;
    articles_of_unit_[*id] = it.get_termfreq();
  }
  read_other_times();
}

void KnownNames::read_other_times() {
  for (const auto& [id, articles] : articles_of_unit_) {
    const bool is_older = gazetteer_->unit(id).system == System::kThreeLevel;
    const System other = is_older ? System::kTwoLevel : System::kThreeLevel;
    for (const UnitId unit : counted_units(*gazetteer_, id, other)) other_time_[unit].push_back(id);
  }
  for (auto& [unit, others] : other_time_) {
    const std::set<UnitId> all(others.begin(), others.end());
    std::erase_if(others, [&](UnitId id) {
      const std::vector<UnitId> path = gazetteer_->path(id);
      return std::any_of(path.begin(), path.end(),
                         [&](UnitId held_by) { return held_by != id && all.contains(held_by); });
    });
  }
}

bool KnownNames::occurs(UnitId id) const {
  return articles_of_unit_.contains(id) || other_time_.contains(id);
}

std::uint64_t KnownNames::articles_of(UnitId id) const {
  const auto own = articles_of_unit_.find(id);
  std::uint64_t articles = own == articles_of_unit_.end() ? 0 : own->second;
  const auto others = other_time_.find(id);
  if (others == other_time_.end()) return articles;
  for (const UnitId other : others->second) articles += articles_of_unit_.at(other);
  return articles;
}

// A unit that the other time has too, by the same name, means that one there and not what else
// went into it: the older communes of Thái Nguyên, not those of Bắc Kạn.
void KnownNames::add_places_meant(std::span<const Candidate> bearers, NameMatch& match) const {
  for (const Candidate& bearer : bearers) {
    if (!bearer.unit) continue;
    match.places.push_back(bearer.offer.value);
    const auto others = other_time_.find(*bearer.unit);
    if (others == other_time_.end()) continue;
    const bool has_namesake =
        std::any_of(bearers.begin(), bearers.end(), [&](const Candidate& other) {
          return other.unit && is_namesake(*bearer.unit, *other.unit);
        });
    if (has_namesake) continue;
    FollowedPlace followed{bearer.offer.value, {}};
    for (const UnitId other : others->second) {
      followed.others.push_back(gazetteer_->unit(other).code);
    }
    match.followed.push_back(std::move(followed));
  }
}

bool KnownNames::is_namesake(UnitId a, UnitId b) const {
  const Unit& other = gazetteer_->unit(b);
  const Unit& unit = gazetteer_->unit(a);
  if (unit.system == other.system || unit.level != other.level) return false;
  const std::vector<UnitId> counted = counted_units(*gazetteer_, a, other.system);
  return std::find(counted.begin(), counted.end(), b) != counted.end();
}

void KnownNames::add_officials(Tokens name, const std::string& folded,
                               std::vector<Candidate>& bearers) const {
  const auto found = officials_.find(folded);
  if (found == officials_.end()) return;
  for (const Official& official : found->second) {
    const bool same =
        std::equal(name.begin(), name.end(), official.canonical.begin(), official.canonical.end(),
                   [](const Token& typed, const std::string& canonical) {
                     return !typed.marked || typed.canonical == canonical;
                   });
    if (same) bearers.push_back({official.offer, official.articles, std::nullopt});
  }
}

// A unit known only by the other time's news is meant when no other of its name has news.
NameMatch KnownNames::finished(NameMatch match, std::vector<Candidate>& bearers) const {
  const auto has_own_news = [this](const Candidate& bearer) {
    return !bearer.unit || articles_of_unit_.contains(*bearer.unit);
  };
  if (std::any_of(bearers.begin(), bearers.end(), has_own_news)) {
    std::erase_if(bearers, [&](const Candidate& bearer) { return !has_own_news(bearer); });
  }
  add_places_meant(bearers, match);
  std::stable_sort(bearers.begin(), bearers.end(), [](const Candidate& a, const Candidate& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.offer.value < b.offer.value;
  });
  if (bearers.size() > kMaxBearers) bearers.resize(kMaxBearers);
  for (Candidate& bearer : bearers) match.bearers.push_back(std::move(bearer.offer));
  return match;
}

// A name found by its alias is judged as a whole, one found by itself word by word.
bool KnownNames::names_unit(Tokens name, const Unit& unit) const {
  if (!any_marked(name)) return true;
  const std::string canonical = joined(name, &Token::canonical);
  const auto same = gazetteer_->as_of(unit.system).find_name(canonical);
  const bool is_name = std::any_of(
      same.begin(), same.end(), [&](UnitId id) { return gazetteer_->unit(id).code == unit.code; });
  if (is_name) return true;
  const std::string canonical_words = text::canonical_key(unit.name);
  const std::string folded_words = text::fold_key(unit.name);
  std::string_view marked = canonical_words;
  std::string_view folded = folded_words;
  for (const Token& token : name) {
    const std::string_view with_marks = take_word(marked);
    const std::string_view without = take_word(folded);
    if (token.marked ? with_marks != token.canonical : without != token.folded) return false;
  }
  return marked.empty();
}

Offer KnownNames::place_offer(UnitId id) const {
  const Unit& unit = gazetteer_->unit(id);
  Offer offer{OfferKind::kLocality, unit.code, unit.name, kind_of(unit), 0, 0};
  std::vector<UnitId> path = gazetteer_->path(id);
  path.pop_back();
  for (auto it = path.rbegin(); it != path.rend(); ++it) {
    offer.detail += ", " + gazetteer_->unit(*it).name;
  }
  return offer;
}

std::vector<UnitId> KnownNames::units_named(const std::string& folded) const {
  std::vector<UnitId> units;
  for (const auto system : {gazetteer::System::kThreeLevel, gazetteer::System::kTwoLevel}) {
    const gazetteer::Gazetteer then = gazetteer_->as_of(system);
    for (const UnitId id : then.find_folded_name(folded)) {
      if (std::find(units.begin(), units.end(), id) == units.end()) units.push_back(id);
    }
  }
  return units;
}

void KnownNames::add_places(Tokens words, std::string_view text, Named& named) const {
  NameMatch& match = named.match;
  const Tokens name = words.subspan(match.first, match.count);
  const bool capitals = std::all_of(
      name.begin(), name.end(), [&](const Token& token) { return is_capitalised(token, text); });
  std::size_t most_type_words = 0;
  std::vector<std::pair<UnitId, std::size_t>> found;
  for (const UnitId id : units_named(joined(name, &Token::folded))) {
    const Unit& unit = gazetteer_->unit(id);
    if (!occurs(id) || !names_unit(name, unit)) continue;
    const std::size_t before = type_words(words, match.first, unit.type);
    const bool needs_type =
        match.count == 1 ||
        (!capitals && gazetteer_->is_common_phrase(text::canonical_key(unit.name)));
    if (before == 0 && needs_type) continue;
    most_type_words = std::max(most_type_words, before);
    found.emplace_back(id, before);
  }
  for (const auto& [id, before] : found) {
    if (before != most_type_words) continue;  // "huyện X" is not the commune X
    named.bearers.push_back({place_offer(id), articles_of(id), id});
  }
  // "tỉnh Cần Thơ", a city: what was typed says a type all the same.
  for (const std::string& type : types_) {
    if (most_type_words > 0 || found.empty()) break;
    most_type_words = type_words(words, match.first, type);
  }
  match.type_words = most_type_words;
  match.begin = words[match.first - most_type_words].begin;
}

std::optional<KnownNames::Named> KnownNames::named(Tokens words, std::string_view text,
                                                   NameMatch match) const {
  const Tokens name = words.subspan(match.first, match.count);
  if (!is_one_run(name)) return std::nullopt;
  Named result{std::move(match), {}};
  result.match.begin = name.front().begin;
  result.match.end = name.back().end;
  add_officials(name, joined(name, &Token::folded), result.bearers);
  add_places(words, text, result);
  if (result.bearers.empty()) return std::nullopt;
  return result;
}

void KnownNames::keep_inside(Named& inner, Named& outer) const {
  const auto lies_in = [this](const Candidate& a, const Candidate& b) {
    return a.unit && b.unit && *a.unit != *b.unit && contains(*gazetteer_, *b.unit, *a.unit);
  };
  const auto lies_in_one = [&](const Candidate& a) {
    return std::any_of(outer.bearers.begin(), outer.bearers.end(),
                       [&](const Candidate& b) { return lies_in(a, b); });
  };
  if (std::none_of(inner.bearers.begin(), inner.bearers.end(), lies_in_one)) return;
  std::erase_if(inner.bearers, [&](const Candidate& a) { return !lies_in_one(a); });
  std::erase_if(outer.bearers, [&](const Candidate& b) {
    return std::none_of(inner.bearers.begin(), inner.bearers.end(),
                        [&](const Candidate& a) { return lies_in(a, b); });
  });
}

std::vector<NameMatch> KnownNames::find(Tokens words, std::string_view text) const {
  if (gazetteer_ == nullptr) return {};
  std::vector<Named> found;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t taken = 0;
    const std::size_t longest = std::min(kMaxNameWords, words.size() - first);
    for (std::size_t count = longest; count > 0 && taken == 0; --count) {
      NameMatch match;
      match.first = first;
      match.count = count;
      auto name = named(words, text, std::move(match));
      if (!name) continue;
      found.push_back(*std::move(name));
      taken = count;
    }
    first += std::max<std::size_t>(taken, 1);
  }
  for (std::size_t i = found.size(); i-- > 1;) {
    const NameMatch& outer = found[i].match;
    const NameMatch& inner = found[i - 1].match;
    const bool neighbours =
        inner.first + inner.count == outer.first - outer.type_words && words[outer.first].follows;
    if (neighbours) keep_inside(found[i - 1], found[i]);
  }
  std::vector<NameMatch> matches;
  for (Named& name : found) matches.push_back(finished(std::move(name.match), name.bearers));
  return matches;
}

}  // namespace tinlang::search
