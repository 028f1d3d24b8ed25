#include "indexer/entities/word_keys.h"

#include <cstring>
#include <utility>

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

struct Decoded {
  std::uint32_t letter = 0;
  std::size_t bytes = 0;  // 0: not well-formed, or of more than three
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : 0U;
  };
  const auto trails = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && trails(1)) {
    return {((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && trails(1) && trails(2)) {
    return {((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  }
  return {};
}

std::string encode(std::uint32_t letter) {
  std::string text;
  const auto push = [&](std::uint32_t bits) { text.push_back(static_cast<char>(bits)); };
  if (letter < 0x80) {
    push(letter);
  } else if (letter < 0x800) {
    push(0xC0U | (letter >> 6U));
    push(0x80U | (letter & 0x3FU));
  } else {
    push(0xE0U | (letter >> 12U));
    push(0x80U | ((letter >> 6U) & 0x3FU));
    push(0x80U | (letter & 0x3FU));
  }
  return text;
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
    const Decoded decoded = decode(kAlphabet, at);
    at += decoded.bytes;
    std::string key = text::canonical_key(encode(decoded.letter));
    Letter& letter = letters_[decoded.letter];
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
    const Decoded decoded = decode(word, at);
    if (decoded.bytes == 0 || decoded.letter >= kLetters) return std::nullopt;
    const Letter& letter = letters_[decoded.letter];
    if (letter.size == 0 || (letter.tone != 0 && tone != 0)) return std::nullopt;
    if (letter.tone != 0) tone = letter.tone;
    for (std::size_t i = 0; i < letter.size; ++i) key[size++] = letter.bytes[i];
    at += decoded.bytes;
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
