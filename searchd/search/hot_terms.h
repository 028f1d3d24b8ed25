// The articles of the most frequent terms, ready in memory.

#ifndef TINLANG_SEARCHD_SEARCH_HOT_TERMS_H_
#define TINLANG_SEARCHD_SEARCH_HOT_TERMS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include <roaring/roaring.hh>

namespace tinlang::search {

// The docids of `term` in `database`; of the empty term those of all documents.
// Throws Xapian::Error.
Roaring articles_of(const Xapian::Database& database, const std::string& term);

struct HotTerm {
  Roaring articles;
  std::vector<std::uint8_t> counts;  // by docid: how often, 255 for more; empty: not in memory
  double rarity = 0;                 // bm25_rarity()
  double most = 0;                   // the highest bm25_saturation() in any article
};

// Read once from a build and immutable, so thread-safe without a lock. The most frequent terms
// come first until the memory is full: to walk the postings of a word
// that half of all articles have is what makes a question slow.
class HotTerms {
 public:
  // Of `articles` terms in so many'th of all articles or more are held, and `counts` of fewer.
  static constexpr Xapian::doccount kLeastShare = 64;
  static constexpr Xapian::doccount kLeastShareOfCounts = 20;
  static constexpr std::size_t kMostBytesAnArticle = 600;

  HotTerms() = default;
  // Throws Xapian::Error.
  static HotTerms read(const Xapian::Database& database);

  // nullptr when `term` is not among them: then the index is to be asked.
  const HotTerm* find(const std::string& term) const;

  // How long the article `docid` is, 1 for the average.
  double length(std::uint32_t docid) const { return lengths_[docid] * length_factor_; }

  std::size_t size() const { return terms_.size(); }
  std::size_t bytes() const { return bytes_; }  // of the terms

 private:
  void read_lengths(const Xapian::Database& database);
  HotTerm read_term(const Xapian::Database& database, const std::string& name) const;

  std::vector<std::uint32_t> lengths_;  // by docid
  double length_factor_ = 0;
  std::unordered_map<std::string, HotTerm> terms_;
  std::size_t bytes_ = 0;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_HOT_TERMS_H_
