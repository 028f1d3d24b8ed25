// Under which key and number a word is compared with the dictionaries.

#ifndef TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_
#define TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/gazetteer/word_list.h"

namespace tinlang::entities {

// The keys of all words of the dictionaries, by number: matching compares numbers.
class Vocabulary {
 public:
  static constexpr std::uint32_t kUnknown = 0;

  std::uint32_t add(std::string_view key) { return keys_.add(key) + 1; }
  // kUnknown when it was not added.
  std::uint32_t find(std::string_view key) const { return keys_.find(key) + 1; }

  std::size_t size() const { return keys_.size(); }
  // Precondition: 0 < number <= size(). The view lives as long as the vocabulary.
  std::string_view key(std::uint32_t number) const { return keys_[number - 1]; }

 private:
  gazetteer::WordList keys_;
};

// Gives words their keys and numbers. Views of keys live as long as this object
// and the vocabulary. One object serves one thread at a time.
class WordKeys {
 public:
  struct Entry {
    std::string_view key;
    std::uint32_t id = Vocabulary::kUnknown;
  };

  // Without a vocabulary words have no numbers. It must outlive the object.
  explicit WordKeys(const Vocabulary* vocabulary = nullptr) : vocabulary_(vocabulary) {}

  // Of any word.
  Entry entry(std::string_view word);
  std::string_view key(std::string_view word) { return entry(word).key; }

  // Of the word that has this canonical key.
  Entry keep(std::string_view key);

  // The number of a key that is its own word: marks and numbers.
  std::uint32_t id_of(std::string_view key) const {
    return vocabulary_ == nullptr ? Vocabulary::kUnknown : vocabulary_->find(key);
  }

 private:
  Entry entry_by_analysis(std::string_view word);

  const Vocabulary* vocabulary_;
  std::deque<std::string> unknown_;  // keys that the vocabulary does not have
  gazetteer::WordList analysed_;     // words whose keys take longer
  std::vector<Entry> entries_;       // by place in analysed_
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_
