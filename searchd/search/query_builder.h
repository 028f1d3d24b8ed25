// Question -> Xapian query: which articles match and how they rank.

#ifndef TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_

#include <string>
#include <vector>

#include <xapian.h>

#include "searchd/search/filter_terms.h"
#include "searchd/search/hot_terms.h"
#include "searchd/search/question.h"

namespace tinlang::search {

// A question has been through resolve() (word_forms.h): what is left open, a
// prefix or a word without marks in a phrase or a title, matches less otherwise.

// Articles that match `question` in full and `filters`, ranked by ranking.h.
// Without required nodes every article that the filters admit, all of weight 0.
Xapian::Query full_query(const Question& question, const FilterTerms& filters,
                         const HotTerms* hot = nullptr);

// Articles with any part of `question`, ranked as by full_query(); filters
// nothing and excludes nothing. Matches nothing without required nodes.
Xapian::Query any_query(const Question& question, const HotTerms* hot = nullptr);

// The words of a kPhrase node in a row at their positions; used to verify it.
Xapian::Query phrase_query(const Node& phrase);

// The terms of which a document must have one to have `word`, a word of `node`.
std::vector<std::string> match_terms(const Node& node, const Word& word);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_
