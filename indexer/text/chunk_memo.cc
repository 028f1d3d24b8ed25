#include "indexer/text/chunk_memo.h"

#include <algorithm>
#include <cstring>

namespace tinlang::text {
namespace {

// What precedes the keys of a token among the bytes of an entry, in which every
// number is below 64.
struct TokenHead {
  std::uint32_t begin : 6;  // from the begin of the chunk on
  std::uint32_t bytes : 6;
  std::uint32_t canonical_bytes : 6;
  std::uint32_t folded_bytes : 6;
  std::uint32_t marked : 1;
  std::uint32_t follows : 1;
  std::uint32_t alternative : 1;
};
static_assert(sizeof(TokenHead) == 4);

template <typename Number>
std::uint64_t read_number(const char* from) {
  Number number = 0;
  std::memcpy(&number, from, sizeof number);
  return number;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15;
  return hash ^ (hash >> 29);
}

// Equal on every machine is not asked: it decides only what is kept.
std::uint32_t hash_of(std::string_view chunk) {
  const char* const data = chunk.data();
  const std::size_t size = chunk.size();
  std::uint64_t hash = size;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      hash = mixed(hash, read_number<std::uint64_t>(data + i));
    }
    hash = mixed(hash, read_number<std::uint64_t>(data + size - 8));
  } else if (size >= 4) {
    hash = mixed(
        hash, read_number<std::uint32_t>(data) << 32 | read_number<std::uint32_t>(data + size - 4));
  } else {
    for (const char c : chunk) hash = hash << 8 | static_cast<std::uint8_t>(c);
    hash = mixed(0, hash);
  }
  return static_cast<std::uint32_t>(hash >> 32);
}

// Whether the first `size` bytes, of which there is at least one, are the same.
// Most chunks are short, for which a call costs more than the comparison.
bool equal_bytes(const char* a, const char* b, std::size_t size) {
  if (size > 16) return std::memcmp(a, b, size) == 0;
  if (size >= 8) {
    return read_number<std::uint64_t>(a) == read_number<std::uint64_t>(b) &&
           read_number<std::uint64_t>(a + size - 8) == read_number<std::uint64_t>(b + size - 8);
  }
  if (size >= 4) {
    return read_number<std::uint32_t>(a) == read_number<std::uint32_t>(b) &&
           read_number<std::uint32_t>(a + size - 4) == read_number<std::uint32_t>(b + size - 4);
  }
  return a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1];
}

// Whether a chunk and its tokens need at most `most` bytes of an entry.
bool fits(std::string_view chunk, std::span<const Token> tokens, std::size_t most) {
  std::size_t bytes = chunk.size();
  for (const Token& token : tokens) {
    if (bytes > most) return false;
    bytes += sizeof(TokenHead) + token.canonical.size() + token.folded.size();
  }
  return bytes <= most;
}

}  // namespace

ChunkMemo::Key ChunkMemo::key(std::string_view chunk) const {
  const Key key{chunk, hash_of(chunk)};
  __builtin_prefetch(set_of(key));
  return key;
}

const ChunkMemo::Entry* ChunkMemo::find(const Key& key) const {
  const Entry* const set = set_of(key);
  for (const Entry* entry = set; entry != set + kWays; ++entry) {
    if (entry->hash == key.hash && entry->chunk_bytes == key.chunk.size() &&
        entry->chunk_bytes > 0 &&
        equal_bytes(entry->bytes.data(), key.chunk.data(), entry->chunk_bytes)) {
      return entry;
    }
  }
  return nullptr;
}

bool ChunkMemo::recall(const Key& key, std::size_t begin, std::vector<Token>& tokens) const {
  const Entry* const entry = find(key);
  if (entry == nullptr) return false;
  const char* from = entry->bytes.data() + entry->chunk_bytes;
  for (std::size_t i = 0; i < entry->tokens; ++i) {
    TokenHead head{};
    std::memcpy(&head, from, sizeof head);
    from += sizeof head;
    Token& token = tokens.emplace_back();
    token.begin = static_cast<std::uint32_t>(begin + head.begin);
    token.end = token.begin + head.bytes;
    token.canonical.assign(from, head.canonical_bytes);
    from += head.canonical_bytes;
    token.folded.assign(from, head.folded_bytes);
    from += head.folded_bytes;
    token.marked = head.marked != 0;
    token.follows = head.follows != 0;
    token.alternative = head.alternative != 0;
  }
  return true;
}

void ChunkMemo::store(const Key& key, std::size_t begin, std::span<const Token> tokens) {
  if (key.chunk.empty() || !fits(key.chunk, tokens, kEntryBytes) || knows(key)) return;
  Entry entry{key.hash,
              static_cast<std::uint8_t>(key.chunk.size()),
              static_cast<std::uint8_t>(tokens.size()),
              {}};
  char* to = std::copy(key.chunk.begin(), key.chunk.end(), entry.bytes.data());
  for (const Token& token : tokens) {
    TokenHead head{};
    head.begin = (token.begin - begin) & 63;
    head.bytes = (token.end - token.begin) & 63;
    head.canonical_bytes = token.canonical.size() & 63;
    head.folded_bytes = token.folded.size() & 63;
    head.marked = token.marked ? 1 : 0;
    head.follows = token.follows ? 1 : 0;
    head.alternative = token.alternative ? 1 : 0;
    std::memcpy(to, &head, sizeof head);
    to = std::copy(token.canonical.begin(), token.canonical.end(), to + sizeof head);
    to = std::copy(token.folded.begin(), token.folded.end(), to);
  }
  Entry* const set = &entries_[(key.hash % kSets) * kWays];
  std::move_backward(set, set + kWays - 1, set + kWays);
  *set = entry;
}

}  // namespace tinlang::text
