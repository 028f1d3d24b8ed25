// Government abbreviations and what they stand for (data/text/abbreviations.tsv).

#ifndef TINLANG_INDEXER_TEXT_ABBREVIATIONS_H_
#define TINLANG_INDEXER_TEXT_ABBREVIATIONS_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/result/result.h"

namespace tinlang::text {

struct Abbreviation {
  std::string letters;     // as listed: "NTM"
  std::string key;         // canonical_key(letters)
  std::string expansion;   // "nông thôn mới"
  bool ambiguous = false;  // other readings are listed: never expanded by itself
};

// Immutable after load; thread-safe.
class Abbreviations {
 public:
  // Errors: those of tables::Table::read().
  static Result<Abbreviations> load(const std::filesystem::path& data_folder);

  // The entry whose key is `key`, or whose letters without dashes and '&' have it
  // ("vhtttt" for "VHTT&TT", as the analyzer joins them), or null. Lives as long
  // as this object.
  const Abbreviation* find_by_key(std::string_view key) const;

  // Entries whose expansion has the folded key `folded` ("nong thon moi"),
  // without its commas, dashes and parentheses ("kinh te xa hoi").
  std::vector<const Abbreviation*> find_by_expansion(std::string_view folded) const;

  // Syllables of the longest expansion.
  std::size_t longest_expansion() const { return longest_expansion_; }

 private:
  std::vector<Abbreviation> entries_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_multimap<std::string, std::size_t> by_expansion_;
  std::size_t longest_expansion_ = 0;
};

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_ABBREVIATIONS_H_
