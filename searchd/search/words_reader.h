// Plain words of a question -> what they ask for: names, numbers, abbreviations, words.

#ifndef TINLANG_SEARCHD_SEARCH_WORDS_READER_H_
#define TINLANG_SEARCHD_SEARCH_WORDS_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "searchd/search/expander.h"
#include "searchd/search/question.h"

namespace tinlang::search {

struct WordsRead {
  std::vector<Node> nodes;         // an article must match each
  std::vector<std::string> pairs;  // keys G of neighbours as typed
  std::vector<Expansion> expansions;
  std::vector<std::string> followed;  // codes of places found under other names too
};

// Reads the words of `text`, of which `analyzed` is the analysis.
WordsRead read_words(std::string_view text, const text::AnalyzedText& analyzed,
                     const Expander& expander, const ReadingRules& reading);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_WORDS_READER_H_
