// The articles of a page in their order.

#ifndef TINLANG_SEARCHD_SEARCH_RANKED_LIST_H_
#define TINLANG_SEARCHD_SEARCH_RANKED_LIST_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searchd/search/facet_columns.h"
#include "searchd/search/hot_terms.h"
#include "searchd/search/match_set.h"
#include "searchd/search/question.h"
#include "searchd/search/search_page.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

struct RankedArticle {
  std::uint32_t docid = 0;
  double score = 0;  // 0 when sorted by date
};

// Orders the matches of one question: by ranking.h, or by date. A question
// without words has no relevance: the newest come first. Equals are in the order
// of their docids, so that pages joined are one long page. Refers to what
// it is made of. All functions throw Xapian::Error.
struct Ranker {
  const Xapian::Database& database;
  const FacetColumns& columns;
  const HotTerms& hot;
  const Question& question;
  Sort sort = Sort::kRelevance;

  // Places `offset` to `offset` + `limit` of the full matches, which `set` holds.
  std::vector<RankedArticle> full(const Roaring& set, std::size_t offset, std::size_t limit) const;

  // The same of `partial.all`; what more of the question matches comes before what less does.
  std::vector<RankedArticle> partial(const PartialMatches& partial, std::size_t offset,
                                     std::size_t limit) const;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_RANKED_LIST_H_
