// Every number that decides the order of the hits, with its reason.

#ifndef TINLANG_SEARCHD_SEARCH_RANKING_H_
#define TINLANG_SEARCHD_SEARCH_RANKING_H_

#include <cstddef>

namespace tinlang::search {

// BM25. k1 is the usual one. b is less: the report is best without any length (MRR 0.985 for
// 0.981 with 0.75), but its articles are of like length and real pages that list
// everything are long. k2 is unused by Xapian's authors too, k3 would matter
// only for words typed twice, and the floor keeps very long pages from being
// the shortest ones' rivals.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25K2 = 0;
inline constexpr double kBm25K3 = 1;
inline constexpr double kBm25B = 0.3;
inline constexpr double kBm25MinNormLength = 0.5;

// A word typed with marks ranks by its key C alone: that a page also spells it otherwise ("Hoà",
// "hoa") says nothing once all words must match.
inline constexpr double kCanonicalWeight = 1.0;
inline constexpr double kFoldedBesideMarked = 0;

// A word typed without marks in a question that has marks elsewhere matches by its key F and ranks
// by its key C: whether such a word stands there as typed, not how often one of its readings does.
inline constexpr double kFoldedOfUnmarked = 0;

// In a question without any mark the key F is all that is known.
inline constexpr double kFoldedAlone = 1.0;

// Two words in a row: the only sign of a compound, since nothing segments words.
inline constexpr double kBigramWeight = 0.7;

// On top of the title's threefold count in the body's families (kTitleWeight), by the title's
// own terms. 0: those are not asked. With more, titles that name the right place lead articles
// about the right thing (MRR 0.981 with 0.75, 0.985 without).
inline constexpr double kTitleBoost = 0;

// What the question did not say itself but an abbreviation's full form, or the
// reverse. Below 1, so that the reader's own words win among equals.
inline constexpr double kExpansionWeight = 0.5;

// The other spelling of a word with i or y ("kĩ" for "kỹ"): the same word, yet
// the reader chose one.
inline constexpr double kTwinWeight = 0.8;

// The words that a prefix stands for, all together as one word: it says less
// than a word that was typed to its end.
inline constexpr double kPrefixWeight = 0.5;

// That an article is filed under a place or a date of the question, in units of
// BM25's weight of as rare a word: more than a name in passing, so that news from
// the place lead news that mention it.
inline constexpr double kFiledWeight = 3.0;

// The words of such a place or date themselves: once it is known where an article is
// filed, that its text names the place again says little, and that its title does nothing.
inline constexpr double kFiledWordsWeight = 0.25;

// Partial matches are offered when fewer articles than this match in full. Not
// the limit of the request: pages of any size must join to the same list.
inline constexpr std::size_t kFewMatches = 10;

// The share of a question's clauses that a partial match must have.
inline constexpr double kPartialShare = 0.5;

// A partial match also earns, for each part of the question that it has, this much in units of
// BM25's weight of as rare a word: having more parts counts for more than having some often.
inline constexpr double kCoverageWeight = 3.0;

// News age: what an article of the newest month weighs more than one without a date, and
// the months in which that halves. Little beside a word's weight, so that it
// decides only among articles that answer about equally well.
inline constexpr double kRecencyWeight = 0.5;
inline constexpr double kRecencyHalfLifeMonths = 24;

// The matcher is always asked for whole blocks of this many hits: it drops
// subqueries as its threshold rises, so sums of equal weights may differ in
// the last bit between a short and a long run, and pages would overlap.
inline constexpr std::size_t kRankBlock = 100;

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_RANKING_H_
