#include "searchd/search/scored_set.h"

#include <algorithm>
#include <cstddef>

#include "searchd/search/bm25.h"

namespace tinlang::search {
namespace {

std::vector<std::uint32_t> to_docids(const Roaring& set) {
  std::vector<std::uint32_t> docids(set.cardinality());
  set.toUint32Array(docids.data());
  return docids;
}

}  // namespace

ScoredSet::ScoredSet(const Roaring& articles) : articles_(articles), docids_(to_docids(articles)) {
  if (!docids_.empty()) scores_.resize(static_cast<std::size_t>(docids_.back()) + 1);
}

void ScoredSet::add_term(const HotTerm& term, const HotTerms& hot, double factor,
                         const Roaring* within) {
  const double weight = factor * term.rarity;
  const auto add = [&](const std::vector<std::uint32_t>& docids) {
    for (const std::uint32_t docid : docids) {
      const std::uint8_t times = docid < term.counts.size() ? term.counts[docid] : 0;
      if (times > 0) scores_[docid] += weight * bm25_saturation(times, hot.length(docid));
    }
  };
  if (within == nullptr) return add(docids_);
  add(to_docids(articles_ & *within));
}

void ScoredSet::add_postings(const Xapian::Database& database, const std::string& name,
                             const HotTerms& hot, double factor) {
  const Xapian::doccount having = database.get_termfreq(name);
  if (having == 0) return;
  const double weight = factor * bm25_rarity(database.get_doccount(), having);
  const auto end = database.postlist_end(name);
  for (auto posting = database.postlist_begin(name); posting != end; ++posting) {
    if (*posting >= scores_.size()) break;
    scores_[*posting] += weight * bm25_saturation(posting.get_wdf(), hot.length(*posting));
  }
}

void ScoredSet::add_weight(const Roaring& having, double weight) {
  for (const std::uint32_t docid : to_docids(articles_ & having)) scores_[docid] += weight;
}

ScoredSource::ScoredSource(const ScoredSet& set) : set_(set) {
  double most = 0;
  for (const std::uint32_t docid : set.docids()) most = std::max(most, set.score(docid));
  set_maxweight(most);
}

void ScoredSource::next(double min_weight) {
  ++at_;
  pass_over_lighter(min_weight);
}

void ScoredSource::skip_to(Xapian::docid docid, double min_weight) {
  if (at_ == kBeforeFirst) at_ = 0;
  const auto& docids = set_.docids();
  const auto from = docids.begin() + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(std::lower_bound(from, docids.end(), docid) - docids.begin());
  pass_over_lighter(min_weight);
}

void ScoredSource::pass_over_lighter(double min_weight) {
  const auto& docids = set_.docids();
  while (at_ < docids.size() && set_.score(docids[at_]) < min_weight) ++at_;
}

}  // namespace tinlang::search
