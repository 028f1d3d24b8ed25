// The numbers, words and marks of a text, as the date patterns see them.

#ifndef TINLANG_INDEXER_CALENDAR_DATE_WORDS_H_
#define TINLANG_INDEXER_CALENDAR_DATE_WORDS_H_

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/calendar/date.h"

namespace tinlang::calendar {

struct Piece {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  char mark = 0;          // kMark: the ASCII mark; every dash is '-', every bullet is '|'
  bool glued = false;     // no space stands before it
  int value = -1;         // kNumber: its value, -1 when it has more than four digits
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;

  std::size_t length() const { return end - begin; }
  bool is_number() const { return kind == Kind::kNumber; }
  bool is_word() const { return kind == Kind::kWord; }
  bool is_mark(char c) const { return kind == Kind::kMark && mark == c; }
};

// A text cut into pieces. Keeps a view of the text, which must outlive it.
class PieceList {
 public:
  explicit PieceList(std::string_view text);

  std::size_t size() const { return pieces_.size(); }
  const Piece& operator[](std::size_t i) const { return pieces_[i]; }
  std::string_view text() const { return text_; }
  std::string_view text_of(const Piece& piece) const {
    return text_.substr(piece.begin, piece.length());
  }

  // The piece `i` + `offset`, or an empty mark outside the text.
  const Piece& at(std::size_t i, std::ptrdiff_t offset = 0) const;

 private:
  std::string_view text_;
  std::vector<Piece> pieces_;
  Piece nothing_;
};

// Words to look for, whatever their case and tone placement. kUnmarked also
// matches words typed without diacritics (and so "tư" for "từ").
class WordSet {
 public:
  enum class Match { kMarked, kUnmarked };
  WordSet(Match match, std::initializer_list<std::string_view> words);
  bool contains(std::string_view word) const;
  bool contains(const PieceList& pieces, std::size_t i, std::ptrdiff_t offset = 0) const;

 private:
  Match match_;
  std::unordered_set<std::string> keys_;
};

// A date that stands at pieces [first, last]; parts that it does not give are 0.
struct DateMatch {
  std::size_t first = 0;
  std::size_t last = 0;
  int day = 0;
  int month = 0;
  int year = 0;
};

// The date whose first number is piece `i`: "8/5/2023", "8/5", "08.05.2023",
// "2023-05-08", "08 tháng 5 năm 2023". Says nothing about what it means.
std::optional<DateMatch> match_date(const PieceList& pieces, std::size_t i);

// The month with its year whose number is piece `i`: "tháng 5/2023", "tháng 5 năm 2023".
std::optional<DateMatch> match_month(const PieceList& pieces, std::size_t i);

}  // namespace tinlang::calendar

#endif  // TINLANG_INDEXER_CALENDAR_DATE_WORDS_H_
