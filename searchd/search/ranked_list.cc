#include "searchd/search/ranked_list.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searchd/search/column_weight.h"
#include "searchd/search/query_builder.h"
#include "searchd/search/ranking.h"
#include "searchd/search/scored_set.h"

namespace tinlang::search {
namespace {

std::size_t whole_blocks(std::size_t count) {
  return (count + kRankBlock - 1) / kRankBlock * kRankBlock;
}

// What an article earns by its age.
void add_recency(ScoredSet& set, const FacetColumns& columns) {
  constexpr std::size_t kMonths = 600;  // older ones earn nothing that counts
  std::vector<double> by_age(kMonths);
  for (std::size_t age = 0; age < kMonths; ++age) {
    by_age[age] = kRecencyWeight * std::exp2(-static_cast<double>(age) / kRecencyHalfLifeMonths);
  }
  set.add_each([&](std::uint32_t docid) {
    const auto age = columns.months_before_newest(docid);
    return age && *age < kMonths ? by_age[*age] : 0.0;
  });
}

// Puts into `set` what its articles earn by the words of the question, as far as that is quicker
// than to let the matcher do it; returns a query for the rest.
Xapian::Query add_question(ScoredSet& set, const Ranker& ranker) {
  // The matcher skips to each article of the set; to read all postings costs less for each.
  constexpr std::size_t kPostingsForASkip = 8;
  const QuestionWeights weights = question_weights(ranker.question, ranker.hot);
  std::vector<Xapian::Query> rest;
  if (!weights.others.empty()) rest.push_back(weights.others);
  for (const WeighedTerm& term : weights.terms) {
    if (term.hot != nullptr) {
      set.add_term(*term.hot, ranker.hot, term.factor, term.within ? &*term.within : nullptr);
    } else if (ranker.database.get_termfreq(term.name) < kPostingsForASkip * set.docids().size()) {
      set.add_postings(ranker.database, term.name, ranker.hot, term.factor);
    } else {
      rest.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.name), term.factor);
    }
  }
  return {Xapian::Query::OP_OR, rest.begin(), rest.end()};
}

// All articles of `set`, best first.
std::vector<RankedArticle> by_relevance(const Ranker& ranker, ScoredSet& set, std::size_t offset,
                                        std::size_t limit) {
  const Xapian::Query rest = add_question(set, ranker);
  add_recency(set, ranker.columns);
  ScoredSource scored(set);
  Xapian::Query query(&scored);
  if (!rest.empty()) query = {Xapian::Query::OP_AND_MAYBE, query, rest};
  Xapian::Enquire enquire(ranker.database);
  enquire.set_weighting_scheme(ColumnWeight(ranker.hot, scored));
  enquire.set_query(query);
  const std::size_t end = offset + limit;
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(whole_blocks(end)));
  std::vector<RankedArticle> articles;
  for (std::size_t i = offset; i < std::min<std::size_t>(end, found.size()); ++i) {
    const auto hit = found[static_cast<Xapian::doccount>(i)];
    articles.push_back({*hit, hit.get_weight()});
  }
  return articles;
}

std::vector<RankedArticle> by_date(const Ranker& ranker, const Roaring& set, std::size_t offset,
                                   std::size_t limit) {
  const bool newest_first = ranker.sort != Sort::kOldest;
  const auto docids = ranker.columns.sorted_by_date(set, newest_first, offset + limit);
  std::vector<RankedArticle> articles;
  for (std::size_t i = offset; i < docids.size(); ++i) articles.push_back({docids[i], 0});
  return articles;
}

bool has_relevance(const Ranker& ranker) {
  return ranker.sort == Sort::kRelevance && !ranker.question.required.empty();
}

}  // namespace

std::vector<RankedArticle> Ranker::full(const Roaring& set, std::size_t offset,
                                        std::size_t limit) const {
  if (limit == 0 || set.isEmpty()) return {};
  if (!has_relevance(*this)) return by_date(*this, set, offset, limit);
  ScoredSet scored(set);
  return by_relevance(*this, scored, offset, limit);
}

std::vector<RankedArticle> Ranker::partial(const PartialMatches& partial, std::size_t offset,
                                           std::size_t limit) const {
  if (limit == 0 || partial.all.isEmpty()) return {};
  if (!has_relevance(*this)) return by_date(*this, partial.all, offset, limit);
  ScoredSet scored(partial.all);
  for (const QuestionPart& part : partial.parts) scored.add_weight(part.articles, part.weight);
  return by_relevance(*this, scored, offset, limit);
}

}  // namespace tinlang::search
