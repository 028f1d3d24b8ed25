#include "indexer/entities/word_keys.h"

#include <cstring>
#include <utility>

#include "indexer/entities/code_point.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kLongest = 64;  // bytes of a key by table; no syllable comes near

// Words are short: their first and last eight bytes tell nearly all of them apart.
std::uint32_t hash_of(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (word.size() >= 8) {
    std::memcpy(&head, word.data(), 8);
    std::memcpy(&tail, word.data() + word.size() - 8, 8);
  } else {
    std::memcpy(&head, word.data(), word.size());
  }
  std::uint64_t hash = (head ^ (word.size() << 56U)) * kFactor;
  hash = (hash ^ (hash >> 29U) ^ tail) * kFactor;
  return static_cast<std::uint32_t>(hash >> 32U);
}

// Letters that Vietnamese is written with, capitals too, and no others: what the table says of a
// letter must hold in any word.
constexpr std::string_view kAlphabet =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ"
    "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
    "ẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ";

}  // namespace

std::size_t WordList::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].place != kNone &&
         (slots_[slot].hash != hash || words_[slots_[slot].place] != word)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::uint32_t WordList::find(std::string_view word) const {
  if (slots_.empty()) return kNone;
  return slots_[slot_of(word, hash_of(word))].place;
}

std::uint32_t WordList::add(std::string_view word) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(word);
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.place == kNone) {
    slot = Slot{hash, static_cast<std::uint32_t>(words_.size())};
    words_.emplace_back(word);
  }
  return slot.place;
}

void WordList::grow() {
  const std::size_t size = slots_.empty() ? kFirstSlots : 2 * slots_.size();
  std::vector<Slot> former = std::exchange(slots_, std::vector<Slot>(size));
  for (const Slot& slot : former) {
    if (slot.place == kNone) continue;
    std::size_t at = slot.hash & (size - 1);
    while (slots_[at].place != kNone) at = (at + 1) & (size - 1);
    slots_[at] = slot;
  }
}

LetterKeys::LetterKeys() : letters_(kLetters) {
  for (std::size_t at = 0; at < kAlphabet.size();) {
    const CodePoint read = code_point_at(kAlphabet, at);
    std::string key = text::canonical_key(kAlphabet.substr(at, read.bytes));
    at += read.bytes;
    Letter& letter = letters_[read.value];
    if (key.back() >= '1' && key.back() <= '5') {
      letter.tone = key.back();
      key.pop_back();
    }
    letter.size = static_cast<std::uint8_t>(key.copy(letter.bytes.data(), letter.bytes.size()));
  }
}

std::optional<std::string> LetterKeys::key(std::string_view word) const {
  std::array<char, kLongest> key;
  std::size_t size = 0;
  char tone = 0;
  if (word.size() + 1 > key.size()) return std::nullopt;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint read = code_point_at(word, at);
    if (read.value >= kLetters) return std::nullopt;
    const Letter& letter = letters_[read.value];
    if (letter.size == 0 || (letter.tone != 0 && tone != 0)) return std::nullopt;
    if (letter.tone != 0) tone = letter.tone;
    for (std::size_t i = 0; i < letter.size; ++i) key[size++] = letter.bytes[i];
    at += read.bytes;
  }
  if (tone != 0) key[size++] = tone;
  return std::string(key.data(), size);
}

const WordKeys::Entry& WordKeys::entry(std::string_view word) {
  const std::uint32_t place = words_.add(word);
  if (place < entries_.size()) return entries_[place];
  std::optional<std::string> key;
  if (letters_ != nullptr) key = letters_->key(word);
  Entry entry{key ? *std::move(key) : text::canonical_key(word), Vocabulary::kUnknown};
  entry.id = id_of(entry.key);
  entries_.push_back(std::move(entry));
  return entries_.back();
}

}  // namespace tinlang::entities
