#include "searchd/search/weight_sources.h"

#include <cmath>
#include <utility>

#include "searchd/search/ranking.h"

namespace tinlang::search {

CoverageSource::CoverageSource(const PartialMatches& partial)
    : partial_(partial), at_(partial.all.begin()), end_(partial.all.end()) {
  double most = 0;
  for (const QuestionPart& part : partial.parts) most += part.weight;
  set_maxweight(most);
}

Xapian::doccount CoverageSource::size() const {
  return static_cast<Xapian::doccount>(partial_.all.cardinality());
}

void CoverageSource::init(const Xapian::Database& /*database*/) {
  at_ = partial_.all.begin();
  started_ = false;
}

void CoverageSource::next(double /*min_weight*/) {
  if (std::exchange(started_, true)) ++at_;
}

void CoverageSource::skip_to(Xapian::docid docid, double /*min_weight*/) {
  started_ = true;
  at_.equalorlarger(docid);
}

double CoverageSource::get_weight() const {
  double weight = 0;
  for (const QuestionPart& part : partial_.parts) {
    if (part.articles.contains(*at_)) weight += part.weight;
  }
  return weight;
}

RecencySource::RecencySource(const FacetColumns& columns) : columns_(columns) {
  set_maxweight(kRecencyWeight);
}

void RecencySource::init(const Xapian::Database& database) {
  last_ = database.get_lastdocid();
  at_ = 0;
}

double RecencySource::get_weight() const {
  const auto age = columns_.months_before_newest(at_);
  return age ? kRecencyWeight * std::exp2(-static_cast<double>(*age) / kRecencyHalfLifeMonths) : 0;
}

}  // namespace tinlang::search
