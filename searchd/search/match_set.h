// Which articles match, exactly, by set algebra over posting lists.

#ifndef TINLANG_SEARCHD_SEARCH_MATCH_SET_H_
#define TINLANG_SEARCHD_SEARCH_MATCH_SET_H_

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <xapian.h>

#include "searchd/search/filter_terms.h"
#include "searchd/search/hot_terms.h"
#include "searchd/search/question.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// The articles that a question and its filters admit, as sets of docids.
struct MatchSets {
  Roaring question;  // match the question in full, whatever the filters
  std::array<std::optional<Roaring>, kFilterKinds> filters;  // nullopt: not asked

  // `set` within every filter, or within all but the kind `except`.
  Roaring admitted(const Roaring& set, std::optional<FilterKind> except = std::nullopt) const;
};

// A part of a question and the articles that have it; a rare part weighs more.
struct QuestionPart {
  Roaring articles;
  double weight = 0;
};

struct PartialMatches {
  Roaring all;
  std::vector<QuestionPart> parts;  // of the question; at most kMaxCoveredParts
};

inline constexpr std::size_t kMaxCoveredParts = 64;

// Reads posting lists and positions for one question, each of them once. Not thread-safe; refers to
// all that it is made of.
class MatchReader {
 public:
  // `hot`, if given, is of the same build and saves time, no more.
  MatchReader(const Xapian::Database& database, const Question& question,
              const HotTerms* hot = nullptr);
  ~MatchReader();
  MatchReader(const MatchReader&) = delete;
  MatchReader& operator=(const MatchReader&) = delete;

  // admitted(question) is the same set that full_query() matches. Throws Xapian::Error.
  MatchSets sets(const FilterTerms& filters);

  // The articles that lack a part of the question but match kPartialShare of it
  // or more, and nothing that it excludes; `full` are its full matches. Throws Xapian::Error.
  PartialMatches partial(const Roaring& full);

 private:
  class Sets;
  std::unique_ptr<Sets> sets_;
  const Question& question_;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_MATCH_SET_H_
