// BM25 from memory: lengths of articles for every word, all else for the frequent ones.

#ifndef TINLANG_SEARCHD_SEARCH_COLUMN_WEIGHT_H_
#define TINLANG_SEARCHD_SEARCH_COLUMN_WEIGHT_H_

#include <string>

#include <xapian.h>

#include "searchd/search/hot_terms.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// Lets the matcher see a set of docids as if it were a term's posting list. Weighs
// nothing. Refers to the set; for one database that is no sum of shards.
class SetSource : public Xapian::PostingSource {
 public:
  explicit SetSource(const Roaring& set);

  Xapian::doccount get_termfreq_min() const override { return size_; }
  Xapian::doccount get_termfreq_est() const override { return size_; }
  Xapian::doccount get_termfreq_max() const override { return size_; }
  void init(const Xapian::Database& database) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return started_ && at_ == end_; }
  Xapian::docid get_docid() const override { return *at_; }

 private:
  const Roaring& set_;
  Xapian::doccount size_;
  Roaring::const_iterator at_;
  Roaring::const_iterator end_;
  bool started_ = false;
};

// The same weights as Xapian::BM25Weight with the numbers of ranking.h. That one looks up the
// length of an article in the index for each word of the question, which costs
// more than all else; this one has it from `hot`, at the place of `matches`.
//
// Every article that the matcher weighs must come from `matches`, the filter or the first part of
// the whole query: then that source has the article's docid whenever a word is weighed.
class ColumnWeight : public Xapian::Weight {
 public:
  // Refers to both.
  ColumnWeight(const HotTerms& hot, const Xapian::PostingSource& matches);

  std::string name() const override { return "tinlang::ColumnWeight"; }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount unique_terms) const override;
  double get_maxextra() const override { return 0; }

 private:
  ColumnWeight* clone() const override { return new ColumnWeight(hot_, matches_); }
  void init(double factor) override;

  const HotTerms& hot_;
  const Xapian::PostingSource& matches_;
  double term_weight_ = 0;
  double length_factor_ = 0;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_COLUMN_WEIGHT_H_
