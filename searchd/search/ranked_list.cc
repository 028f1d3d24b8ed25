#include "searchd/search/ranked_list.h"

#include <algorithm>
#include <utility>

#include "searchd/search/query_builder.h"
#include "searchd/search/ranking.h"

namespace tinlang::search {
namespace {

// Lets the matcher see a set of docids as if it were a term's posting list.
class SetSource : public Xapian::PostingSource {
 public:
  explicit SetSource(const Roaring& set) : set_(set), at_(set.begin()), end_(set.end()) {}

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }

  void init(const Xapian::Database& /*database*/) override {
    at_ = set_.begin();
    started_ = false;
  }
  void next(double /*min_weight*/) override {
    if (std::exchange(started_, true)) ++at_;
  }
  void skip_to(Xapian::docid docid, double /*min_weight*/) override {
    started_ = true;
    at_.equalorlarger(docid);
  }
  bool at_end() const override { return started_ && at_ == end_; }
  Xapian::docid get_docid() const override { return *at_; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(set_.cardinality()); }

  const Roaring& set_;
  Roaring::const_iterator at_;
  Roaring::const_iterator end_;
  bool started_ = false;
};

std::size_t whole_blocks(std::size_t count) {
  return (count + kRankBlock - 1) / kRankBlock * kRankBlock;
}

std::vector<RankedArticle> by_relevance(const Xapian::Database& database,
                                        const Xapian::Query& query, std::size_t offset,
                                        std::size_t limit) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormLength));
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

std::vector<RankedArticle> Ranker::full(const Roaring& set, const FilterTerms& filters,
                                        std::size_t offset, std::size_t limit) const {
  if (limit == 0 || set.isEmpty()) return {};
  if (!has_relevance(*this)) return by_date(*this, set, offset, limit);
  return by_relevance(database, full_query(question, filters), offset, limit);
}

std::vector<RankedArticle> Ranker::partial(const Roaring& set, std::size_t offset,
                                           std::size_t limit) const {
  if (limit == 0 || set.isEmpty()) return {};
  if (!has_relevance(*this)) return by_date(*this, set, offset, limit);
  SetSource source(set);
  const Xapian::Query query(Xapian::Query::OP_FILTER, any_query(question), Xapian::Query(&source));
  return by_relevance(database, query, offset, limit);
}

}  // namespace tinlang::search
