// Dates among the words of a question.

#ifndef TINLANG_SEARCHD_SEARCH_ASKED_DATES_H_
#define TINLANG_SEARCHD_SEARCH_ASKED_DATES_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/calendar/date.h"
#include "indexer/text/analyzer.h"

namespace tinlang::search {

// A year, quarter, month or day that words of a question name.
struct AskedDate {
  std::size_t first = 0;  // word it begins with: "năm", "tháng", "ngày", "quý" or a number
  std::size_t count = 0;
  calendar::Date from;  // first and last part of it: months of a quarter, else equal
  calendar::Date to;
};

// The dates in `words` (tokens of `text`, no alternatives), from left to right and disjoint:
// "2023", "năm 2023", "5/2023", "tháng 5 năm 2023", "12-5-2023", "ngày 12 tháng 5 năm 2023",
// "quý III/2022", with or without marks. A year in a span ("2015 - 2020", a term or a
// school year) and a number that counts something ("2020 hộ") are none.
std::vector<AskedDate> find_asked_dates(std::span<const text::Token> words, std::string_view text);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_ASKED_DATES_H_
