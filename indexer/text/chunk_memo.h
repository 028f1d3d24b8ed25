// Tokens of chunks met before, so that ICU is asked once for each.

#ifndef TINLANG_INDEXER_TEXT_CHUNK_MEMO_H_
#define TINLANG_INDEXER_TEXT_CHUNK_MEMO_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace tinlang::text {

// Half a megabyte, whatever it is given: a chunk pushes out an older one with the
// same place. What it gives depends on the chunk alone, never on which came before.
class ChunkMemo {
 public:
  ChunkMemo() : entries_(kSets * kWays) {}

  // A chunk and where it may lie. The chunk's bytes must outlive it.
  struct Key {
    std::string_view chunk;
    std::uint32_t hash = 0;
  };
  // Also begins to load that place, which is worth doing a chunk ahead.
  Key key(std::string_view chunk) const;

  bool knows(const Key& key) const { return find(key) != nullptr; }

  // Appends the tokens of the chunk, which begins at `begin` of the text. False,
  // and nothing appended, when it is unknown. Whether the first word follows
  // another is for the caller to say.
  bool recall(const Key& key, std::size_t begin, std::vector<Token>& tokens) const;

  // Keeps `tokens`, those of the chunk, which begins at `begin` of their text.
  // Long chunks and those with long keys are not kept.
  void store(const Key& key, std::size_t begin, std::span<const Token> tokens);

 private:
  static constexpr std::size_t kSets = 4096;
  static constexpr std::size_t kWays = 2;

  // One cache line: "nghiêng," needs 30 bytes, "đồng/người/năm;" 61.
  static constexpr std::size_t kEntryBytes = 58;
  struct alignas(64) Entry {
    std::uint32_t hash = 0;
    std::uint8_t chunk_bytes = 0;  // 0 in an empty entry
    std::uint8_t tokens = 0;
    std::array<char, kEntryBytes> bytes = {};  // the chunk, then its tokens
  };
  static_assert(sizeof(Entry) == 64);

  const Entry* set_of(const Key& key) const { return &entries_[(key.hash % kSets) * kWays]; }
  const Entry* find(const Key& key) const;

  std::vector<Entry> entries_;
};

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_CHUNK_MEMO_H_
