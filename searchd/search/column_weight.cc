#include "searchd/search/column_weight.h"

#include <algorithm>
#include <utility>

#include "searchd/search/bm25.h"

namespace tinlang::search {

SetSource::SetSource(const Roaring& set)
    : set_(set),
      size_(static_cast<Xapian::doccount>(set.cardinality())),
      at_(set.begin()),
      end_(set.end()) {}

void SetSource::init(const Xapian::Database& /*database*/) {
  at_ = set_.begin();
  started_ = false;
}

void SetSource::next(double /*min_weight*/) {
  if (std::exchange(started_, true)) ++at_;
}

void SetSource::skip_to(Xapian::docid docid, double /*min_weight*/) {
  started_ = true;
  at_.equalorlarger(docid);
}

ColumnWeight::ColumnWeight(const HotTerms& hot, const Xapian::PostingSource& matches)
    : hot_(hot), matches_(matches) {
  for (const stat_flags needed : {COLLECTION_SIZE, TERMFREQ, WDF, WDF_MAX, WQF, AVERAGE_LENGTH,
                                  DOC_LENGTH_MIN, RSET_SIZE, RELTERMFREQ}) {
    need_stat(needed);
  }
}

void ColumnWeight::init(double factor) {
  const double repeated = get_wqf();
  term_weight_ = bm25_rarity(get_collection_size(), get_termfreq()) * factor;
  term_weight_ *= (kBm25K3 + 1) * repeated / (kBm25K3 + repeated);
  length_factor_ = get_average_length() == 0 ? 0 : 1 / get_average_length();
}

double ColumnWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                                 Xapian::termcount /*unique_terms*/) const {
  return term_weight_ * bm25_saturation(wdf, hot_.length(matches_.get_docid()));
}

double ColumnWeight::get_maxpart() const {
  const Xapian::termcount wdf = get_wdf_upper_bound();
  const Xapian::termcount shortest = std::max(wdf, get_doclength_lower_bound());
  return term_weight_ * bm25_saturation(wdf, shortest * length_factor_);
}

double ColumnWeight::get_sumextra(Xapian::termcount /*length*/,
                                  Xapian::termcount /*unique_terms*/) const {
  return 0;
}

}  // namespace tinlang::search
