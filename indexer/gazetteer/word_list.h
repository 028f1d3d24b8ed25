// Words by number and numbers by word: what dictionaries compare instead of letters.

#ifndef TINLANG_INDEXER_GAZETTEER_WORD_LIST_H_
#define TINLANG_INDEXER_GAZETTEER_WORD_LIST_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tinlang::gazetteer {

// Words in order of arrival, found by their bytes. Views of words live as long as the list, also
// after it was moved. Not to be copied: the places are found by views of its own words.
class WordList {
 public:
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

  WordList() = default;
  WordList(WordList&&) = default;
  WordList& operator=(WordList&&) = default;

  void reserve(std::size_t words) { places_.reserve(words); }
  std::uint32_t find(std::string_view word) const {  // its place, or kNone
    const auto known = places_.find(word);
    return known == places_.end() ? kNone : known->second;
  }
  std::uint32_t add(std::string_view word) {  // the place that it has or gets
    if (const std::uint32_t known = find(word); known != kNone) return known;
    const auto place = static_cast<std::uint32_t>(words_.size());
    places_.emplace(words_.emplace_back(word), place);
    return place;
  }
  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t place) const { return words_[place]; }

 private:
  std::deque<std::string> words_;  // which stay where they are
  std::unordered_map<std::string_view, std::uint32_t> places_;
};

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_WORD_LIST_H_
