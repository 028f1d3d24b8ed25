#include "indexer/gazetteer/name_tree.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "indexer/gazetteer/name_key.h"

namespace tinlang::gazetteer {

NameTree::Node NameTree::find(std::string_view key) const {
  Node node = 0;
  bool is_first = true;
  for_each_key_word(key, [&](std::string_view text) {
    const Word next = word(text);
    node = is_first ? begin(next) : node == 0 ? 0 : step(node, next);
    is_first = false;
  });
  return node;
}

bool NameTree::is_phrase(Node node) const {
  return std::binary_search(phrases_.begin(), phrases_.end(), node);
}

void NameTreeBuilder::reserve(std::size_t names) {
  if (const auto room = std::bit_ceil(4 * names); room > tree_.edges_.size()) make_room(room);
  tree_.words_.reserve(names / 2);
  for (auto& units : units_) units.reserve(names);
}

NameTree::Word NameTreeBuilder::add_word(std::string_view key) {
  const std::uint32_t place = tree_.words_.add(key);
  if (place == tree_.kept_.size()) tree_.kept_.push_back(place + 1);
  return tree_.kept_[place];
}

void NameTreeBuilder::add_spelling(std::string_view variant, std::string_view kept) {
  const Word word = add_word(kept);
  const std::uint32_t place = tree_.words_.add(variant);
  if (place == tree_.kept_.size()) tree_.kept_.push_back(word);
}

NameTree::Node NameTreeBuilder::step(Node from, Word word) {
  if (from == 0) {
    if (word >= tree_.first_.size()) tree_.first_.resize(word + 1);
    Node& node = tree_.first_[word];
    if (node == 0) node = ++nodes_;
    return node;
  }
  if (2 * (edges_ + 1) > tree_.edges_.size()) make_room(2 * tree_.edges_.size());
  auto& edge = tree_.edges_[tree_.slot_of(from, word)];
  if (edge.to == 0) {
    edge = {from, word, ++nodes_};
    ++edges_;
  }
  return edge.to;
}

NameTree::Node NameTreeBuilder::add(std::string_view key) {
  Node node = 0;
  for_each_key_word(key, [&](std::string_view text) { node = step(node, add_word(text)); });
  return node;
}

void NameTreeBuilder::make_room(std::size_t edges) {
  const auto former = std::exchange(tree_.edges_, std::vector<NameTree::Edge>(edges));
  for (const auto& edge : former) {
    if (edge.to != 0) tree_.edges_[tree_.slot_of(edge.from, edge.word)] = edge;
  }
}

NameTree NameTreeBuilder::build() && {
  for (std::size_t i = 0; i < units_.size(); ++i) tree_.units_[i] = std::move(units_[i]).build();
  std::sort(tree_.phrases_.begin(), tree_.phrases_.end());
  return std::move(tree_);
}

}  // namespace tinlang::gazetteer
