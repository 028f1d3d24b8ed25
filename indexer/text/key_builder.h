// The canonical key of a word of Vietnamese letters, without a heap or a normaliser.

#ifndef TINLANG_INDEXER_TEXT_KEY_BUILDER_H_
#define TINLANG_INDEXER_TEXT_KEY_BUILDER_H_

#include <array>
#include <cstddef>
#include <string_view>

#include "indexer/text/letter.h"

namespace tinlang::text {

// The canonical key of a word (syllable.h) as its letters are read one after the other.
class KeyBuilder {
 public:
  static constexpr std::size_t kLongest = 64;  // bytes; no syllable comes near

  // Precondition: the table of letters knows it (`plain` is not zero).
  void add(const Letter& letter) {
    if (letter.tone != Tone::kNone) {
      is_whole_ = is_whole_ && tone_ == Tone::kNone;
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
    if (tone_ != Tone::kNone) {
      bytes_[size_++] = static_cast<char>('0' + static_cast<int>(tone_));
    }
    return {bytes_.data(), size_};
  }

 private:
  std::array<char, kLongest> bytes_;
  std::size_t size_ = 0;
  Tone tone_ = Tone::kNone;
  bool is_whole_ = true;
};

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_KEY_BUILDER_H_
