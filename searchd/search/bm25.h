// The formula by which words weigh, with the numbers of ranking.h.

#ifndef TINLANG_SEARCHD_SEARCH_BM25_H_
#define TINLANG_SEARCHD_SEARCH_BM25_H_

#include <algorithm>
#include <cmath>

#include "searchd/search/ranking.h"

namespace tinlang::search {

static_assert(kBm25K2 == 0, "a weight of the article's length alone is not computed");

// What a word weighs by its rarity: it stands in `having` of `articles`. Never negative: a
// word in more than a third of all counts less and less, as Xapian does it.
inline double bm25_rarity(double articles, double having) {
  constexpr double kThird = 2;
  double odds = (articles - having + 0.5) / (having + 0.5);
  if (odds < kThird) odds = odds * 0.5 + 1;
  return std::log(odds);
}

// The share of its weight that a word earns by standing `times` in an article of `length`
// times the average length; times kBm25K1 + 1, which it approaches.
inline double bm25_saturation(double times, double length) {
  const double norm = std::max(length, kBm25MinNormLength);
  const double denominator = kBm25K1 * (norm * kBm25B + (1 - kBm25B)) + times;
  return (kBm25K1 + 1) * (times / denominator);
}

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_BM25_H_
