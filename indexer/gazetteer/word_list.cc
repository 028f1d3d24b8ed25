#include "indexer/gazetteer/word_list.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace tinlang::gazetteer {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kBlockBytes = 4096;

template <typename Number>
std::uint64_t bytes_at(const char* from) {
  Number number = 0;
  std::memcpy(&number, from, sizeof(Number));
  return number;
}

// Words are short: their first and last eight bytes tell nearly all of them apart.
std::uint32_t hash_of(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  const char* const begin = word.data();
  const std::size_t size = word.size();
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (size >= 8) {
    head = bytes_at<std::uint64_t>(begin);
    tail = bytes_at<std::uint64_t>(begin + size - 8);
  } else if (size >= 4) {
    head = bytes_at<std::uint32_t>(begin);
    tail = bytes_at<std::uint32_t>(begin + size - 4);
  } else if (size > 0) {
    head = bytes_at<std::uint8_t>(begin) << 8U | bytes_at<std::uint8_t>(begin + size / 2);
    tail = bytes_at<std::uint8_t>(begin + size - 1);
  }
  std::uint64_t hash = (head ^ (static_cast<std::uint64_t>(size) << 56U)) * kFactor;
  hash = (hash ^ (hash >> 29U) ^ tail) * kFactor;
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

std::string_view TextStore::add(std::string_view text) {
  if (text.size() > left_) {
    left_ = std::max(kBlockBytes, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    free_ = blocks_.back().get();
  }
  char* const begin = free_;
  text.copy(begin, text.size());
  free_ += text.size();
  left_ -= text.size();
  return {begin, text.size()};
}

void WordList::reserve(std::size_t words) {
  words_.reserve(words);
  const std::size_t slots = std::bit_ceil(2 * words + 2);
  if (slots > slots_.size()) spread(slots);
}

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
  if (2 * (words_.size() + 1) > slots_.size()) spread(std::max(kFirstSlots, 2 * slots_.size()));
  const std::uint32_t hash = hash_of(word);
  Slot& slot = slots_[slot_of(word, hash)];
  if (slot.place == kNone) {
    slot = Slot{hash, static_cast<std::uint32_t>(words_.size())};
    words_.push_back(bytes_.add(word));
  }
  return slot.place;
}

void WordList::spread(std::size_t slots) {
  const std::vector<Slot> former = std::exchange(slots_, std::vector<Slot>(slots));
  for (const Slot& slot : former) {
    if (slot.place == kNone) continue;
    std::size_t at = slot.hash & (slots - 1);
    while (slots_[at].place != kNone) at = (at + 1) & (slots - 1);
    slots_[at] = slot;
  }
}

}  // namespace tinlang::gazetteer
