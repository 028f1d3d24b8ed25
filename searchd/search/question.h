// What a reader typed, as a tree that can be matched, ranked and highlighted.

#ifndef TINLANG_SEARCHD_SEARCH_QUESTION_H_
#define TINLANG_SEARCHD_SEARCH_QUESTION_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/abbreviations.h"
#include "indexer/text/analyzer.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

// A word as the Analyzer keys it. Typed with marks it is matched by its key C,
// typed without by its key F.
struct Word {
  std::string canonical;
  std::string folded;
  bool marked = false;

  friend bool operator==(const Word&, const Word&) = default;
};

// Whether a word of a text is what `asked` asks for.
bool answers(const text::Token& token, const Word& asked);

enum class NodeKind : std::uint8_t {
  kWord,      // one word
  kAdjacent,  // words in a row, as far as pairs of neighbours tell
  kPhrase,    // words in a row, verified by their positions
  kNumber,    // a document number as a whole; its words only rank
  kAll,       // each child
  kAny,       // one child or more; the first is what was typed, the others widen it
};

// One node of the question. New syntax (OR, parentheses, field:value) becomes
// kAny, nested kAll or a new kind; whoever walks the tree switches over them all.
struct Node {
  NodeKind kind = NodeKind::kWord;
  std::vector<Word> words;         // kWord: one; kAdjacent, kPhrase: two or more; kNumber: any
  std::vector<std::string> pairs;  // keys G of neighbours in `words` (kAdjacent, kPhrase)
  std::string number;              // kNumber
  std::vector<Node> children;      // kAll, kAny: one or more
};

// Plain value. A question without required and excluded nodes asks for everything.
struct Question {
  std::vector<Node> required;      // an article must match each
  std::vector<Node> excluded;      // and none of these
  std::vector<std::string> pairs;  // keys G of neighbours as typed: only rank
  bool marked = false;             // some required word was typed with marks
  std::vector<Expansion> expansions;
};

// Reads any text: words, "a phrase" (straight or curly quotes, a missing last
// one is added), -word, -"a phrase", document numbers. Never fails: what
// cannot be read as syntax is read as words, what is no word is dropped.
// Unambiguous abbreviations and full forms outside quotes and exclusions find
// each other, which `expansions` reports; an abbreviation typed in lower case
// is one only if the question has no other case and it is no syllable.
Question parse_question(std::string_view text, text::Analyzer& analyzer,
                        const text::Abbreviations& abbreviations);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_QUESTION_H_
