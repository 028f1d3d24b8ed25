// Enters the names of units into what they are found by.

#ifndef TINLANG_INDEXER_GAZETTEER_NAME_ENTRY_H_
#define TINLANG_INDEXER_GAZETTEER_NAME_ENTRY_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/gazetteer/name_tree.h"
#include "indexer/gazetteer/unit_lists.h"
#include "indexer/gazetteer/word_list.h"

namespace tinlang::gazetteer {

struct UnitTables;

// Names share few syllables: the keys of each are made once for the whole load.
class NameEntry {
 public:
  // `units` may grow, and must outlive the object.
  explicit NameEntry(const std::vector<Unit>& units) : units_(units) {}

  void reserve(std::size_t units);

  // Both are one word, as tables spell it. Before any name.
  void add_spelling(std::string_view variant, std::string_view kept);

  // A name of `units[id]`; units of the two-level system first.
  void add(std::string_view name, UnitId id);

  void add_phrase(std::string_view phrase);

  // Leaves the object empty.
  void build(UnitTables* tables) &&;

 private:
  // What is known of a word as tables spell it.
  struct Spelling {
    std::string canonical;  // keys
    std::string folded;
    NameTree::Word canonical_word = 0;  // 0: not one word in the trees
    NameTree::Word folded_word = 0;
  };
  struct Keys {  // those of one tree
    std::string Spelling::*key;
    NameTree::Word Spelling::*word;
  };
  static constexpr Keys kCanonical = {&Spelling::canonical, &Spelling::canonical_word};
  static constexpr Keys kFolded = {&Spelling::folded, &Spelling::folded_word};

  struct Labels {
    WordList names;
    UnitListsBuilder units;
  };

  std::uint32_t place_of(std::string_view word);
  void read(std::string_view name);
  NameTree::Node add_path(const Keys& keys, NameTreeBuilder* tree) const;
  std::string joined(const Keys& keys) const;
  void add_unit(NameTree::Node node, UnitId id, NameTreeBuilder* tree) const;

  const std::vector<Unit>& units_;
  WordList words_;
  std::vector<Spelling> spellings_;  // by place in words_
  std::vector<std::uint32_t> name_;  // the name last read: places in words_
  NameTreeBuilder canonical_;
  NameTreeBuilder folded_;
  std::array<Labels, 2> labels_;  // by system
};

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_NAME_ENTRY_H_
