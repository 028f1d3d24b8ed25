// The heaviest entries one of whose words begins as asked, without a scan.

#ifndef TINLANG_SEARCHD_SEARCH_SUGGEST_INDEX_H_
#define TINLANG_SEARCHD_SEARCH_SUGGEST_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tinlang::search {

// Immutable once built, so thread-safe. Every entry has a key: its folded words
// with one space between them. Memory: the keys, and 16 bytes for each word
// that may begin a match.
class SuggestIndex {
 public:
  struct Key {
    std::string folded;
    std::uint64_t weight = 0;
  };

  // A match may begin at each of the first `words_to_match` words of a key.
  // Precondition: keys are shorter than 64 KiB.
  static SuggestIndex build(std::vector<Key> keys, std::size_t words_to_match);

  // Calls `use` with the number of an entry and the word at which `prefix`
  // begins in it, heaviest first, equals by key, until `use` returns false or
  // `most` words were offered. An entry comes twice when two of its words fit.
  // Time: O(log n) to find the range and O(log n) for each call of `use`, however
  // many entries begin so.
  void for_each(std::string_view prefix, std::size_t most,
                const std::function<bool(std::size_t entry, std::size_t word)>& use) const;

  std::size_t size() const { return keys_.size(); }

 private:
  struct Start {
    std::uint32_t entry = 0;
    std::uint16_t byte = 0;
    std::uint16_t word = 0;
  };

  std::string_view text_of(const Start& start) const;
  // Whether the start `a` is to come before `b`.
  bool is_heavier(std::uint32_t a, std::uint32_t b) const;
  // The heaviest start in [begin, end). Precondition: begin < end.
  std::uint32_t heaviest(std::size_t begin, std::size_t end) const;

  std::vector<Key> keys_;
  std::vector<Start> starts_;        // by their text
  std::vector<std::uint32_t> tree_;  // node i: the heaviest start below its children 2i and 2i+1
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SUGGEST_INDEX_H_
