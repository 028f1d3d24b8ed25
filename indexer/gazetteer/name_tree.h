// Names of units as a tree over their words.

#ifndef TINLANG_INDEXER_GAZETTEER_NAME_TREE_H_
#define TINLANG_INDEXER_GAZETTEER_NAME_TREE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/gazetteer/unit_lists.h"
#include "indexer/gazetteer/word_list.h"

namespace tinlang::gazetteer {

// The names of one kind of keys, canonical or folded. Words are found by their key once; after
// that names are followed by number. Immutable; thread-safe.
class NameTree {
 public:
  using Word = std::uint32_t;  // 0: no name has it
  using Node = std::uint32_t;  // how names begin; 0: none does so

  // The keys of all words of names, and of the spellings that stand for them.
  const WordList& words() const { return words_; }

  // The number of a word, or of the spelling that is kept for it ("đăc1" has that of "đăk1").
  // `key` has no apostrophe, no hyphen, no stop and no space.
  Word word(std::string_view key) const {
    const std::uint32_t place = words_.find(key);
    return place == WordList::kNone ? 0 : kept_[place];
  }

  Node begin(Word first) const { return first < first_.size() ? first_[first] : 0; }
  Node step(Node from, Word next) const { return edges_[slot_of(from, next)].to; }

  // The end of a whole key: of several words, with hyphens and apostrophes as text has them.
  Node find(std::string_view key) const;

  // The units that the name ending at `node` means in texts of that time. Lives as long as the
  // tree.
  std::span<const UnitId> units(Node node, System system) const {
    return units_[static_cast<std::size_t>(system)][node];
  }

  // Whether the name ending at `node` is a common phrase too.
  bool is_phrase(Node node) const;

 private:
  friend class NameTreeBuilder;

  struct Edge {
    Node from = 0;
    Word word = 0;
    Node to = 0;
  };

  // Of the edge, or the free slot where it would be.
  std::size_t slot_of(Node from, Word word) const {
    const std::size_t mask = edges_.size() - 1;
    std::size_t slot = (from * std::size_t{0x9E3779B1} ^ word * std::size_t{0x85EBCA77}) & mask;
    while (edges_[slot].to != 0 && (edges_[slot].from != from || edges_[slot].word != word)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  WordList words_;
  std::vector<Word> kept_;                           // by place in words_
  std::vector<Node> first_;                          // by word
  std::vector<Edge> edges_ = std::vector<Edge>(64);  // a power of two, at most half of them taken
  std::array<UnitLists, 2> units_;                   // by system, then by node
  std::vector<Node> phrases_;                        // sorted
};

class NameTreeBuilder {
 public:
  using Word = NameTree::Word;
  using Node = NameTree::Node;

  // Makes room for so many names.
  void reserve(std::size_t names);

  // From now on `variant` is read as `kept`.
  void add_spelling(std::string_view variant, std::string_view kept);

  // The number of the word with this key, which it has or gets.
  Word add_word(std::string_view key);

  // The node behind `from` (0: at the beginning) and `word`, which is there or made.
  Node step(Node from, Word word);

  // The node of a whole key, which is there or made; 0 for one without words.
  Node add(std::string_view key);

  UnitListsBuilder& units(System system) { return units_[static_cast<std::size_t>(system)]; }
  void mark_phrase(Node node) { tree_.phrases_.push_back(node); }

  NameTree build() &&;

 private:
  void make_room(std::size_t edges);

  NameTree tree_;
  std::size_t edges_ = 0;
  Node nodes_ = 0;
  std::array<UnitListsBuilder, 2> units_;
};

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_NAME_TREE_H_
