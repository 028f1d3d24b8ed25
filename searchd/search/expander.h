// Abbreviations and full forms that a question may mean besides its own words.

#ifndef TINLANG_SEARCHD_SEARCH_EXPANDER_H_
#define TINLANG_SEARCHD_SEARCH_EXPANDER_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/abbreviations.h"
#include "indexer/text/analyzer.h"
#include "searchd/search/question.h"

namespace tinlang::search {

// Another way to write a part of the question.
struct Expanded {
  std::string spelling;             // to show: "NTM", "nông thôn mới"
  std::vector<text::Token> tokens;  // its words, one or more
};

// For one question; uses the analyzer it is given, which must outlive it.
class Expander {
 public:
  // `question` is the whole question: its letter case tells whether capitals mean something.
  // Finds nothing unless `reading` expands; what it finds is as exact as `reading` says.
  Expander(std::string_view question, text::Analyzer& analyzer,
           const text::Abbreviations& abbreviations, const ReadingRules& reading);

  // Words of the longest full form that is known.
  std::size_t longest_full_form() const { return abbreviations_.longest_expansion(); }

  // What the abbreviation `written` stands for, when that is certain: in
  // capitals or as listed ("TTg"), or in any case if the question has but one
  // case and it is no syllable. Letters d are also tried as đ.
  std::optional<Expanded> full_form_of(std::string_view written) const;

  // The unambiguous abbreviations of a full form of two words or more; its
  // words are compared as answers() does.
  std::vector<Expanded> abbreviations_of(std::span<const text::Token> words) const;

 private:
  bool is_written_as(std::string_view written, const text::Abbreviation& listed) const;
  std::optional<Expanded> analyzed(std::string_view spelling) const;

  text::Analyzer& analyzer_;
  const text::Abbreviations& abbreviations_;
  ReadingRules reading_;
  bool case_tells_ = false;  // the question has capitals and small letters
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_EXPANDER_H_
