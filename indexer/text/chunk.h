// Stretches of a text that no word break looks beyond.

#ifndef TINLANG_INDEXER_TEXT_CHUNK_H_
#define TINLANG_INDEXER_TEXT_CHUNK_H_

#include <cstddef>
#include <string_view>

namespace tinlang::text {

// Bytes between ASCII white space; empty (begin == end) after the last one.
struct Chunk {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The first chunk at or after `at`, which is 0 or the end of a chunk of the same
// text. The word breaks inside a chunk are those of the chunk alone: white space
// before a combining mark or another character that belongs to what stands
// before it therefore does not end one.
Chunk next_chunk(std::string_view text, std::size_t at);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_CHUNK_H_
