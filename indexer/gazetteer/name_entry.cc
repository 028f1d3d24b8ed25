#include "indexer/gazetteer/name_entry.h"

#include <utility>

#include "indexer/gazetteer/name_key.h"
#include "indexer/gazetteer/unit_tables.h"
#include "indexer/text/word_keys.h"

namespace tinlang::gazetteer {

void NameEntry::reserve(std::size_t units) {
  canonical_.reserve(units);
  folded_.reserve(units);
}

void NameEntry::add_spelling(std::string_view variant, std::string_view kept) {
  std::array<std::string, 2> canonical;
  std::array<std::string, 2> folded;
  text::make_keys(variant, canonical[0], folded[0]);
  text::make_keys(kept, canonical[1], folded[1]);
  canonical_.add_spelling(canonical[0], canonical[1]);
  if (folded[0] != folded[1]) folded_.add_spelling(folded[0], folded[1]);
}

void NameEntry::add(std::string_view name, UnitId id) {
  read(name);
  add_unit(add_path(kCanonical, &canonical_), id, &canonical_);
  add_unit(add_path(kFolded, &folded_), id, &folded_);
  std::string label;
  for (const std::uint32_t place : name_) label += glued_key(spellings_[place].folded);
  auto& [names, units] = labels_[static_cast<std::size_t>(units_[id].system)];
  units.add(names.add(label), id);
}

void NameEntry::add_phrase(std::string_view phrase) {
  read(phrase);
  canonical_.mark_phrase(add_path(kCanonical, &canonical_));
}

void NameEntry::build(UnitTables* tables) && {
  tables->canonical = std::move(canonical_).build();
  tables->folded = std::move(folded_).build();
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    tables->labels[i].names = std::move(labels_[i].names);
    tables->labels[i].units = std::move(labels_[i].units).build();
  }
}

std::uint32_t NameEntry::place_of(std::string_view word) {
  const std::uint32_t place = words_.add(word);
  if (place < spellings_.size()) return place;
  Spelling made;
  text::make_keys(word, made.canonical, made.folded);
  if (is_plain_word(made.canonical)) made.canonical_word = canonical_.add_word(made.canonical);
  if (is_plain_word(made.folded)) made.folded_word = folded_.add_word(made.folded);
  spellings_.push_back(std::move(made));
  return place;
}

void NameEntry::read(std::string_view name) {
  name_.clear();
  while (!name.empty()) {
    const std::size_t end = name.find(' ');
    if (end > 0) name_.push_back(place_of(name.substr(0, end)));
    name.remove_prefix(end == std::string_view::npos ? name.size() : end + 1);
  }
}

NameTree::Node NameEntry::add_path(const Keys& keys, NameTreeBuilder* tree) const {
  NameTree::Node node = 0;
  for (const std::uint32_t place : name_) {
    const Spelling& spelling = spellings_[place];
    if (spelling.*keys.word == 0) return tree->add(joined(keys));
    node = tree->step(node, spelling.*keys.word);
  }
  return node;
}

std::string NameEntry::joined(const Keys& keys) const {
  std::string key;
  for (const std::uint32_t place : name_) {
    if (!key.empty()) key.push_back(' ');
    key += spellings_[place].*keys.key;
  }
  return key;
}

void NameEntry::add_unit(NameTree::Node node, UnitId id, NameTreeBuilder* tree) const {
  if (node == 0) return;
  const Unit& unit = units_[id];
  tree->units(unit.system).add(node, id);
  if (unit.system == System::kTwoLevel) return;
  // An abolished unit keeps its name, unless a unit of today at its level bears it.
  auto& since = tree->units(System::kTwoLevel);
  const bool is_taken = since.has(node, [&](UnitId other) {
    return units_[other].system == System::kTwoLevel && units_[other].level == unit.level;
  });
  if (!is_taken) since.add(node, id);
}

}  // namespace tinlang::gazetteer
