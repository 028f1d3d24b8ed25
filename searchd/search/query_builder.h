// Question -> Xapian query: which articles match and how they rank.

#ifndef TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_

#include <xapian.h>

#include "searchd/search/filter_terms.h"
#include "searchd/search/question.h"

namespace tinlang::search {

// Articles that match `question` in full and `filters`, ranked by ranking.h.
// Without required nodes every article that the filters admit, all of weight 0.
Xapian::Query full_query(const Question& question, const FilterTerms& filters);

// Articles with any part of `question`, ranked as by full_query(); filters
// nothing and excludes nothing. Matches nothing without required nodes.
Xapian::Query any_query(const Question& question);

// `words` in a row at their positions; used to verify a kPhrase node.
Xapian::Query phrase_query(const Node& phrase);

// The term that decides whether a document has `word`.
std::string match_term(const Word& word);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_
