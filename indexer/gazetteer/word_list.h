// Words by number and numbers by word: what dictionaries compare instead of letters.

#ifndef TINLANG_INDEXER_GAZETTEER_WORD_LIST_H_
#define TINLANG_INDEXER_GAZETTEER_WORD_LIST_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tinlang::gazetteer {

// Copies of short texts, many to a block. Views given out live as long as the store, also after it
// was moved.
class TextStore {
 public:
  std::string_view add(std::string_view text);

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;  // what is left of the last block
  std::size_t left_ = 0;
};

// Words in order of arrival, found by their bytes. Views of words live as long as the list, also
// after it was moved.
class WordList {
 public:
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

  void reserve(std::size_t words);
  std::uint32_t find(std::string_view word) const;  // its place, or kNone
  std::uint32_t add(std::string_view word);         // the place that it has or gets
  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t place) const { return words_[place]; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = kNone;
  };

  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void spread(std::size_t slots);

  TextStore bytes_;
  std::vector<std::string_view> words_;
  std::vector<Slot> slots_;  // a power of two, at most half of them taken
};

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_WORD_LIST_H_
