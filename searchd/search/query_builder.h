// Question -> Xapian query: which articles match and how they rank.

#ifndef TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_
#define TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searchd/search/filter_terms.h"
#include "searchd/search/hot_terms.h"
#include "searchd/search/question.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// A question has been through resolve() (word_forms.h): what is left open, a
// prefix or a word without marks in a phrase or a title, matches less otherwise.

// Articles that match `question` in full and `filters`, ranked by ranking.h: the whole meaning of a
// question in one query. The searcher finds the same articles by match_set.h and the same weights
// by question_weights(), which are quicker; tests hold them equal. Without required nodes every
// article that the filters admit, all of weight 0.
Xapian::Query full_query(const Question& question, const FilterTerms& filters);

// Articles with any part of `question`, ranked as by full_query(); filters
// nothing and excludes nothing. Matches nothing without required nodes.
Xapian::Query any_query(const Question& question);

// A word or pair and what its BM25 weight counts for.
struct WeighedTerm {
  std::string name;
  const HotTerm* hot = nullptr;  // with counts; nullptr: the index is to be asked
  double factor = 1;
  std::optional<Roaring> within;  // it counts only in these articles; in memory then
};

// What articles weigh for `question`, the same in sum as in full_query() for its full matches and
// as in any_query() for others: terms that count by themselves, and all else as `others`.
struct QuestionWeights {
  std::vector<WeighedTerm> terms;
  Xapian::Query others;  // empty when there is nothing else
};
QuestionWeights question_weights(const Question& question, const HotTerms& hot);

// The words of a kPhrase node in a row at their positions; used to verify it.
Xapian::Query phrase_query(const Node& phrase);

// The terms of which a document must have one to have `word`, a word of `node`.
std::vector<std::string> match_terms(const Node& node, const Word& word);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_QUERY_BUILDER_H_
