// What a reader typed, as a tree that can be matched, ranked and highlighted.

#ifndef TINLANG_SEARCHD_SEARCH_QUESTION_H_
#define TINLANG_SEARCHD_SEARCH_QUESTION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/abbreviations.h"
#include "indexer/text/analyzer.h"
#include "searchd/search/known_names.h"
#include "searchd/search/search_page.h"
#include "searchd/search/word.h"

namespace tinlang::search {

enum class NodeKind : std::uint8_t {
  kWord,      // one word
  kAdjacent,  // words in a row, as far as pairs of neighbours tell
  kPhrase,    // words in a row, verified by their positions
  kNumber,    // a document number as a whole; its words only rank
  kTerms,     // one of `terms`; says nothing about rank
  kFiled,     // `words` and the child, or one of `terms`: a place or a date that an article
              // is filed under, whether its text says so or not
  kAll,       // each child and none of `excluded`
  kAny,       // one child or more; the first is what was typed, the others widen it
  kEither,    // one child or more, all typed
};

// One node of the question. Whoever walks the tree switches over all kinds.
struct Node {
  NodeKind kind = NodeKind::kWord;
  std::vector<Word> words;         // kWord: one; kAdjacent, kPhrase: two or more; kNumber: any;
                                   // kFiled: what stands before the child's ("huyện"), maybe none
  std::vector<std::string> pairs;  // keys G of neighbours in `words` (kAdjacent, kPhrase)
  std::string number;              // kNumber
  std::vector<Node> children;      // kAll: any number; kAny, kEither: one or more; kFiled: one
  std::vector<Node> excluded;      // kAll
  std::vector<std::string> terms;  // kTerms, kFiled; none: nothing matches by them
  bool title = false;              // words of the title alone (kWord, kPhrase)
  double filed_weight = 0;         // kFiled: what being filed so is worth; filled by resolve()

  friend bool operator==(const Node&, const Node&) = default;
};

// Plain value. A question without nodes asks for everything.
struct Question {
  std::vector<Node> required;      // an article must match each
  std::vector<Node> excluded;      // and none of these
  std::vector<Node> restricting;   // and each of these, a partial match too: site, date, number
  std::vector<std::string> pairs;  // keys G of neighbours as typed: only rank
  bool marked = false;             // some required word was typed with marks
  std::vector<Expansion> expansions;
  std::vector<std::string> followed;  // codes of the named places found under other names too
};

// How a question is read.
struct ReadingRules {
  bool exact = false;                 // a word without marks matches only words without
  bool expand = true;                 // abbreviations and full forms find each other, and
                                      // places and dates what is filed under them
  const KnownNames* names = nullptr;  // names whose words must stand in a row; may be null
};

// A phrase longer than this with a word without marks is matched by its pairs alone.
inline constexpr std::size_t kMaxFoldedPhrase = 32;

// Reads any text by the grammar of query_syntax.h. Never fails: what cannot be
// read as syntax is read as words, what is no word is dropped. Unambiguous
// abbreviations and full forms outside quotes and exclusions find each other,
// which `expansions` reports; known places (ReadingRules::names) and dates there
// are kFiled. An abbreviation typed in lower case is one only
// if the question has no other case and it is no syllable.
Question parse_question(std::string_view text, text::Analyzer& analyzer,
                        const text::Abbreviations& abbreviations, const ReadingRules& reading = {});

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_QUESTION_H_
