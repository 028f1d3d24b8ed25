// Tokens of a question as nodes of its tree.

#ifndef TINLANG_SEARCHD_SEARCH_ROWS_H_
#define TINLANG_SEARCHD_SEARCH_ROWS_H_

#include <span>
#include <vector>

#include "indexer/text/analyzer.h"
#include "searchd/search/question.h"

namespace tinlang::search {

// Tokens that are words of a question: without the second readings. When
// `exact`, a word typed without marks asks to be matched without them.
std::vector<text::Token> words_only(const std::vector<text::Token>& tokens, bool exact);

// The word as it was typed, without its other spelling.
Word word_of(const text::Token& token);

// One word, also found in its other spelling unless `exact`.
Node word_node(const text::Token& token, bool exact);

// `tokens` (one or more) in a row, as `kind` (kAdjacent, kPhrase); a single one
// is a plain word. A phrase that cannot be verified is kAdjacent.
Node row_node(std::span<const text::Token> tokens, NodeKind kind);

// A quoted phrase of one word or more; unless `exact` also in its other spellings with i or
// y, of which a few are tried ("kĩ thuật", "kỹ thuật").
Node phrase_node(std::span<const text::Token> tokens, bool exact);

// Makes `node` ask for the title alone.
void seek_in_title(Node& node);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_ROWS_H_
