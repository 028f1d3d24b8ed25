// Which of an index's words a word of a question stands for, where a key alone does not say.

#ifndef TINLANG_SEARCHD_SEARCH_WORD_FORMS_H_
#define TINLANG_SEARCHD_SEARCH_WORD_FORMS_H_

#include <cstddef>

#include <xapian.h>

#include "searchd/search/question.h"

namespace tinlang::search {

// A prefix stands for its most frequent words, at most so many.
inline constexpr std::size_t kMaxPrefixForms = 256;

// All prefixes of one question together; those beyond it find nothing.
inline constexpr std::size_t kMaxQuestionForms = 1'024;

// Words looked at for one prefix, in the order of their spelling.
inline constexpr std::size_t kMaxPrefixScan = 20'000;

// Fills Node::filed_weight and Word::forms: of a word without marks in a phrase or a title the keys
// C that fold to its key F, of a prefix the words that begin with it. A question must be resolved
// with the database that it is asked of. Throws Xapian::Error.
void resolve(Question& question, const Xapian::Database& database);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_WORD_FORMS_H_
