// How long the names are that begin with a word.

#ifndef TINLANG_INDEXER_GAZETTEER_NAME_LENGTHS_H_
#define TINLANG_INDEXER_GAZETTEER_NAME_LENGTHS_H_

#include <cstddef>
#include <string_view>

#include "indexer/gazetteer/name_key.h"

namespace tinlang::gazetteer {

// Most words by first word, of one kind of keys (canonical or folded).
class NameLengths {
 public:
  // `name` as the tables spell it, `key` its name_key().
  void note(std::string_view name, std::string_view key);

  // The most words of a text, hyphens left out, that a name beginning with `word` (a key of this
  // kind) can have; 0 when none begins with it.
  std::size_t longest(std::string_view word, const StringMap<std::string>& spellings) const;

 private:
  StringMap<std::size_t> most_;
};

}  // namespace tinlang::gazetteer

#endif  // TINLANG_INDEXER_GAZETTEER_NAME_LENGTHS_H_
