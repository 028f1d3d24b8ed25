// Weight that no term gives: how much of a question an article has, how new it is.

#ifndef TINLANG_SEARCHD_SEARCH_WEIGHT_SOURCES_H_
#define TINLANG_SEARCHD_SEARCH_WEIGHT_SOURCES_H_

#include <xapian.h>

#include "searchd/search/facet_columns.h"
#include "searchd/search/match_set.h"

namespace tinlang::search {

// Matches the articles of `partial.all`; each weighs what its parts of the question weigh
// together. Refers to `partial`; for one database that is no sum of shards.
class CoverageSource : public Xapian::PostingSource {
 public:
  explicit CoverageSource(const PartialMatches& partial);

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void init(const Xapian::Database& database) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  bool at_end() const override { return started_ && at_ == end_; }
  Xapian::docid get_docid() const override { return *at_; }
  double get_weight() const override;

 private:
  Xapian::doccount size() const;

  const PartialMatches& partial_;
  Roaring::const_iterator at_;
  Roaring::const_iterator end_;
  bool started_ = false;
};

// Matches every document; one of the index's newest month weighs kRecencyWeight, older
// ones less by kRecencyHalfLifeMonths, one without a date nothing. Refers to
// `columns`; for one database that is no sum of shards.
class RecencySource : public Xapian::PostingSource {
 public:
  explicit RecencySource(const FacetColumns& columns);

  Xapian::doccount get_termfreq_min() const override { return last_; }
  Xapian::doccount get_termfreq_est() const override { return last_; }
  Xapian::doccount get_termfreq_max() const override { return last_; }
  void init(const Xapian::Database& database) override;
  void next(double /*min_weight*/) override { ++at_; }
  void skip_to(Xapian::docid docid, double /*min_weight*/) override { at_ = docid; }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  double get_weight() const override;

 private:
  const FacetColumns& columns_;
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_WEIGHT_SOURCES_H_
