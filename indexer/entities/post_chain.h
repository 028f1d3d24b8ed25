// The posts that follow one name: ", Tỉnh ủy viên - Bí thư Huyện ủy".

#ifndef TINLANG_INDEXER_ENTITIES_POST_CHAIN_H_
#define TINLANG_INDEXER_ENTITIES_POST_CHAIN_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/post_grammar.h"
#include "indexer/entities/words.h"

namespace tinlang::entities {

struct PostChain {
  std::vector<PostReading> posts;
  std::size_t end = 0;  // index after the last post, or where the chain was looked for
};

// How sure it is that a person was named before the chain.
enum class ChainTrust : std::uint8_t {
  kKnownWords,    // the chain ends at the first words that are no post
  kSkipsUnknown,  // they are passed over when a later part of the chain is a post
};

// The posts after a name that ends before words[at].
PostChain read_chain(const PostGrammar& grammar, std::span<const Word> words, std::size_t at,
                     ChainTrust trust);

// The posts that begin at words[at], joined by marks or "kiêm".
PostChain read_posts(const PostGrammar& grammar, std::span<const Word> words, std::size_t at);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_POST_CHAIN_H_
