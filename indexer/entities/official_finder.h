// Names of people with their posts, as the shapes of README.md give them.

#ifndef TINLANG_INDEXER_ENTITIES_OFFICIAL_FINDER_H_
#define TINLANG_INDEXER_ENTITIES_OFFICIAL_FINDER_H_

#include <span>
#include <string>
#include <vector>

#include "indexer/entities/post_grammar.h"
#include "indexer/entities/words.h"

namespace tinlang::entities {

struct OfficialMention {
  std::string name;                // display spelling
  std::string key;                 // text::canonical_key(name)
  std::vector<PostReading> posts;  // as given at this place, never empty
  TextSpan span;                   // of the name; the bytes alone
};

// Finds the mentions in one paragraph, in order. A person is named by a word
// of respect or a rank, by the post before the name, or by a family name with
// a post after it; one without any post is no official. Lines in capitals and
// lines that name an author give nothing.
std::vector<OfficialMention> find_officials(const PostGrammar& grammar,
                                            std::span<const Word> words);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_OFFICIAL_FINDER_H_
