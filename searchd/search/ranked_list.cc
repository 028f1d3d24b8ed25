#include "searchd/search/ranked_list.h"

#include <algorithm>
#include <utility>

#include "searchd/search/column_weight.h"
#include "searchd/search/query_builder.h"
#include "searchd/search/ranking.h"
#include "searchd/search/weight_sources.h"

namespace tinlang::search {
namespace {

std::size_t whole_blocks(std::size_t count) {
  return (count + kRankBlock - 1) / kRankBlock * kRankBlock;
}

// Of `query`, which filters no more than `set` does.
std::vector<RankedArticle> by_relevance(const Ranker& ranker, const Xapian::Query& query,
                                        const Roaring& set, std::size_t offset, std::size_t limit) {
  SetSource matches(set);
  RecencySource recency(ranker.columns);
  Xapian::Enquire enquire(ranker.database);
  enquire.set_weighting_scheme(ColumnWeight(ranker.hot, matches));
  const Xapian::Query filtered(Xapian::Query::OP_FILTER, query, Xapian::Query(&matches));
  enquire.set_query({Xapian::Query::OP_AND_MAYBE, filtered, Xapian::Query(&recency)});
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

std::vector<RankedArticle> Ranker::full(const Roaring& set, const FilterTerms& filters,
                                        std::size_t offset, std::size_t limit) const {
  if (limit == 0 || set.isEmpty()) return {};
  if (!has_relevance(*this)) return by_date(*this, set, offset, limit);
  return by_relevance(*this, full_query(question, filters, &hot), set, offset, limit);
}

std::vector<RankedArticle> Ranker::partial(const PartialMatches& partial, std::size_t offset,
                                           std::size_t limit) const {
  if (limit == 0 || partial.all.isEmpty()) return {};
  if (!has_relevance(*this)) return by_date(*this, partial.all, offset, limit);
  CoverageSource coverage(partial);
  const Xapian::Query query(Xapian::Query::OP_AND, any_query(question, &hot),
                            Xapian::Query(&coverage));
  return by_relevance(*this, query, partial.all, offset, limit);
}

}  // namespace tinlang::search
