// Scores of many articles at once, term after term, for the words that are in memory.

#ifndef TINLANG_SEARCHD_SEARCH_SCORED_SET_H_
#define TINLANG_SEARCHD_SEARCH_SCORED_SET_H_

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "searchd/search/hot_terms.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// Articles and what each has earned so far. To walk one term's counts over all articles costs a
// few nanoseconds each; the matcher, which walks all terms over one article, costs ten times that.
class ScoredSet {
 public:
  explicit ScoredSet(const Roaring& articles);

  const Roaring& articles() const { return articles_; }
  const std::vector<std::uint32_t>& docids() const { return docids_; }
  double score(std::uint32_t docid) const { return scores_[docid]; }

  // The BM25 weight of `term`, which has counts, times `factor`; only in `within` when given.
  void add_term(const HotTerm& term, const HotTerms& hot, double factor, const Roaring* within);

  // The same of a term that is not in memory: reads its postings. Throws Xapian::Error.
  void add_postings(const Xapian::Database& database, const std::string& name, const HotTerms& hot,
                    double factor);

  // `weight` for each article that `having` has too.
  void add_weight(const Roaring& having, double weight);

  // `weight_of(docid)` for each article.
  template <typename WeightOf>
  void add_each(WeightOf weight_of) {
    for (const std::uint32_t docid : docids_) scores_[docid] += weight_of(docid);
  }

 private:
  const Roaring& articles_;
  std::vector<std::uint32_t> docids_;  // ascending
  std::vector<double> scores_;         // by docid
};

// A ScoredSet as a posting list: each article weighs its score. Passes over articles that
// cannot reach the page. Refers to the set; for one database that is no sum of shards.
class ScoredSource : public Xapian::PostingSource {
 public:
  explicit ScoredSource(const ScoredSet& set);

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database& /*database*/) override { at_ = kBeforeFirst; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return at_ == set_.docids().size(); }
  Xapian::docid get_docid() const override { return set_.docids()[at_]; }
  double get_weight() const override { return set_.score(get_docid()); }

 private:
  static constexpr std::size_t kBeforeFirst = static_cast<std::size_t>(-1);

  Xapian::doccount size() const { return static_cast<Xapian::doccount>(set_.docids().size()); }
  void pass_over_lighter(double min_weight);

  const ScoredSet& set_;
  std::size_t at_ = kBeforeFirst;  // index into docids()
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SCORED_SET_H_
