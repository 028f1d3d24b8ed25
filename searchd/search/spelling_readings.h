// How the archive writes its syllables and pairs of them, learnt from a sample.

#ifndef TINLANG_SEARCHD_SEARCH_SPELLING_READINGS_H_
#define TINLANG_SEARCHD_SEARCH_SPELLING_READINGS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/text/analyzer.h"

namespace tinlang::search {

using ReadingId = std::uint32_t;

// One way to write a syllable.
struct Reading {
  std::string canonical;    // key C
  std::string folded;       // key F
  std::string text;         // display spelling, lower case
  std::uint32_t count = 0;  // in the sample
};

// Two syllables in a row.
struct PairReading {
  ReadingId first = 0;
  ReadingId second = 0;
  std::uint32_t count = 0;
  std::uint32_t capitalised = 0;  // of those, both with a capital
};

// Learnt from kSampledArticles articles at most, spread evenly over the index,
// and kSampledBytes of their text at most; kMostPairs pairs are kept. So reading it takes
// about a second and 60 MB whatever the size of the index. Immutable, thread-safe.
class Readings {
 public:
  static constexpr std::uint32_t kSampledArticles = 4'000;
  static constexpr std::size_t kSampledBytes = 8'000'000;
  static constexpr std::size_t kMostPairs = 500'000;

  // Throws Xapian::Error. A record that cannot be decoded is passed over.
  static Readings read(const Xapian::Database& database, text::Analyzer& analyzer);

  const Reading& reading(ReadingId id) const { return readings_[id]; }
  std::uint64_t words() const { return words_; }  // of the sample

  // The ways to write what folds to `folded`, most frequent first.
  std::span<const ReadingId> of_folded(const std::string& folded) const;
  std::optional<ReadingId> of_canonical(const std::string& canonical) const;

  // How often `second` follows `first` in the sample.
  std::uint32_t pair_count(ReadingId first, ReadingId second) const;

  // The most frequent reading of the bigram `key` (bigram_key()), if it was seen.
  std::optional<PairReading> best_pair(const std::string& key) const;

 private:
  struct PairCount {
    std::uint32_t count = 0;
    std::uint32_t capitalised = 0;
  };

  void learn(std::string_view text, text::Analyzer& analyzer);
  ReadingId intern(std::string_view text, const text::Token& token);
  void drop_rare_pairs();
  void finish();

  std::uint64_t words_ = 0;
  std::vector<Reading> readings_;
  std::unordered_map<std::string, ReadingId> by_canonical_;
  std::unordered_map<std::string, std::vector<ReadingId>> by_folded_;
  std::unordered_map<std::uint64_t, PairCount> pairs_;      // first << 32 | second
  std::unordered_map<std::string, std::uint64_t> best_of_;  // key G -> key of pairs_
};

// `word`, one Vietnamese word in lower case, with a capital at its begin.
std::string with_capital(std::string_view word);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SPELLING_READINGS_H_
