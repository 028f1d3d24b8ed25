// Under which key and number a word is compared with the dictionaries.

#ifndef TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_
#define TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tinlang::entities {

// Words in order of arrival, found by their bytes. Views and references to words stay valid.
class WordList {
 public:
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

  std::uint32_t find(std::string_view word) const;  // its place, or kNone
  std::uint32_t add(std::string_view word);         // that it has or gets
  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t place) const { return words_[place]; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = kNone;
  };

  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::deque<std::string> words_;
  std::vector<Slot> slots_;  // a power of two, at most half of them taken
};

// The keys of all words of a dictionary, by number: matching compares numbers.
class Vocabulary {
 public:
  static constexpr std::uint32_t kUnknown = 0;

  std::uint32_t add(std::string_view key) { return keys_.add(key) + 1; }
  // kUnknown when it was not added.
  std::uint32_t find(std::string_view key) const { return keys_.find(key) + 1; }

 private:
  WordList keys_;
};

// text::canonical_key() of words that have plain letters alone, by a table that it made itself.
class LetterKeys {
 public:
  LetterKeys();

  // nullopt for a word with anything else in it, or with two tone marks.
  std::optional<std::string> key(std::string_view word) const;

 private:
  static constexpr std::size_t kLetters = 0x1F00;  // Vietnamese letters end before it
  struct Letter {
    std::array<char, 3> bytes = {};  // of the letter without its tone; none: not in the table
    std::uint8_t size = 0;
    char tone = 0;
  };
  std::vector<Letter> letters_;
};

// Keys of words already met. Views of keys live as long as this object. One
// object serves one thread at a time.
class WordKeys {
 public:
  struct Entry {
    std::string key;
    std::uint32_t id = Vocabulary::kUnknown;
  };

  // Without a vocabulary words have no numbers. What is given must outlive the object.
  explicit WordKeys(const Vocabulary* vocabulary = nullptr, const LetterKeys* letters = nullptr)
      : vocabulary_(vocabulary), letters_(letters) {}

  std::string_view key(std::string_view word) { return entry(word).key; }
  const Entry& entry(std::string_view word);

  // The number of a key that is its own word: marks and numbers.
  std::uint32_t id_of(std::string_view key) const {
    return vocabulary_ == nullptr ? Vocabulary::kUnknown : vocabulary_->find(key);
  }

 private:
  const Vocabulary* vocabulary_;
  const LetterKeys* letters_;
  WordList words_;
  std::deque<Entry> entries_;  // by place in words_
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_
