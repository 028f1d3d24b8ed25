#include "searchd/search/hot_terms.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "searchd/search/bm25.h"

namespace tinlang::search {
namespace {

// A posting list is read in blocks of this many: adding one by one costs twice the time.
constexpr std::size_t kBlock = 1024;

}  // namespace

Roaring articles_of(const Xapian::Database& database, const std::string& term) {
  Roaring set;
  std::vector<std::uint32_t> block;
  block.reserve(kBlock);
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    block.push_back(*posting);
    if (block.size() < kBlock) continue;
    set.addMany(block.size(), block.data());
    block.clear();
  }
  set.addMany(block.size(), block.data());
  return set;
}

HotTerms HotTerms::read(const Xapian::Database& database) {
  HotTerms hot;
  hot.read_lengths(database);
  const Xapian::doccount articles = database.get_doccount();
  const Xapian::doccount least = std::max(1U, articles / kLeastShare);
  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) {
    if (term.get_termfreq() >= least) terms.emplace_back(term.get_termfreq(), *term);
  }
  std::sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (auto& [having, name] : terms) {
    HotTerm term;
    if (having >= articles / kLeastShareOfCounts) {
      term = hot.read_term(database, name);
    } else {
      term.articles = articles_of(database, name);
    }
    term.articles.shrinkToFit();
    hot.bytes_ += term.articles.getSizeInBytes() + term.counts.size();
    hot.terms_.emplace(std::move(name), std::move(term));
    if (hot.bytes_ >= kMostBytesAnArticle * articles) break;
  }
  return hot;
}

void HotTerms::read_lengths(const Xapian::Database& database) {
  lengths_.resize(static_cast<std::size_t>(database.get_lastdocid()) + 1);
  const auto end = database.postlist_end("");
  for (auto article = database.postlist_begin(""); article != end; ++article) {
    lengths_[*article] = article.get_doclength();
  }
  const double average = database.get_average_length();
  length_factor_ = average == 0 ? 0 : 1 / average;
}

HotTerm HotTerms::read_term(const Xapian::Database& database, const std::string& name) const {
  constexpr Xapian::termcount kMostCounted = 255;
  HotTerm term;
  term.counts.resize(lengths_.size());
  std::vector<std::uint32_t> docids;
  const auto end = database.postlist_end(name);
  for (auto posting = database.postlist_begin(name); posting != end; ++posting) {
    const Xapian::termcount times = std::min(posting.get_wdf(), kMostCounted);
    docids.push_back(*posting);
    term.counts[*posting] = static_cast<std::uint8_t>(times);
    term.most = std::max(term.most, bm25_saturation(times, length(*posting)));
  }
  term.articles = Roaring(docids.size(), docids.data());
  term.rarity = bm25_rarity(database.get_doccount(), static_cast<double>(docids.size()));
  return term;
}

const HotTerm* HotTerms::find(const std::string& term) const {
  const auto it = terms_.find(term);
  return it == terms_.end() ? nullptr : &it->second;
}

}  // namespace tinlang::search
