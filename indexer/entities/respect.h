// Words that stand before a name: "đồng chí", "ThS", "Thượng tá".

#ifndef TINLANG_INDEXER_ENTITIES_RESPECT_H_
#define TINLANG_INDEXER_ENTITIES_RESPECT_H_

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include "indexer/entities/post_table.h"
#include "indexer/entities/words.h"

namespace tinlang::entities {

struct Respect {
  std::size_t end = 0;  // index after the words, or where they were looked for
  bool plural = false;  // the last of them announces several people
};

bool starts_respect(const PostTable& table, std::span<const Word> words, std::size_t at);

// Words of respect, degrees and ranks at `at`, with the marks between them.
// `plural` is what holds when there are none.
Respect read_respect(const PostTable& table, std::span<const Word> words, std::size_t at,
                     bool plural);

// Whether words[at] is one of these marks or words (canonical keys).
bool is_any(std::span<const Word> words, std::size_t at,
            std::initializer_list<std::string_view> keys);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_RESPECT_H_
