// Under which key and number a word is compared with the dictionaries.

#ifndef TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_
#define TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/gazetteer/word_list.h"
#include "indexer/text/letter.h"

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

// text::canonical_key() of a word as its letters are read one after the other.
class KeyBuilder {
 public:
  // Precondition: `letter` is of the table of letters and is_letter.
  void add(const text::Letter& letter) {
    if (letter.tone != text::Tone::kNone) {
      is_whole_ = is_whole_ && tone_ == text::Tone::kNone;
      tone_ = letter.tone;
    }
    if (size_ + 3 > bytes_.size()) {
      is_whole_ = false;
    } else if (letter.plain < 0x80) {
      bytes_[size_++] = static_cast<char>(letter.plain);
    } else {
      bytes_[size_++] = static_cast<char>(0xC0 | (letter.plain >> 6));
      bytes_[size_++] = static_cast<char>(0x80 | (letter.plain & 0x3F));
    }
  }

  // Something else stands in the word.
  void give_up() { is_whole_ = false; }

  // Empty when the key is not known this way: it was given up, or the word is long or has two
  // tones. The view lives as long as the builder, and nothing may be added after it.
  std::string_view key() {
    if (!is_whole_) return {};
    if (tone_ != text::Tone::kNone) {
      bytes_[size_++] = static_cast<char>('0' + static_cast<int>(tone_));
    }
    return {bytes_.data(), size_};
  }

 private:
  static constexpr std::size_t kLongest = 64;  // no syllable comes near

  std::array<char, kLongest> bytes_;
  std::size_t size_ = 0;
  text::Tone tone_ = text::Tone::kNone;
  bool is_whole_ = true;
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
  gazetteer::TextStore unknown_;  // keys that the vocabulary does not have
  gazetteer::WordList analysed_;  // words whose keys take longer
  std::vector<Entry> entries_;    // by place in analysed_
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_WORD_KEYS_H_
