#include "indexer/calendar/date_words.h"

#include <cstdint>

#include "indexer/text/syllable.h"

namespace tinlang::calendar {
namespace {

constexpr std::size_t kLongestNumber = 4;
constexpr int kTwoDigitYearPivot = 50;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What a character outside ASCII is for dates: a letter, a mark or a space.
struct WideCharacter {
  std::size_t length = 1;
  char mark = 0;  // 0 for a letter
};

char mark_of_general_punctuation(std::uint8_t last) {
  if (last >= 0x90 && last <= 0x95) return '-';  // U+2010 to U+2015
  if (last == 0xA2) return '|';                  // bullet
  if (last == 0xA6) return '.';                  // ellipsis
  if (last <= 0x8F || last == 0xAF) return ' ';  // spaces and invisible marks
  return '"';
}

WideCharacter read_wide(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : std::uint8_t{0};
  };
  if (byte(0) == 0xC2) {
    if (byte(1) == 0xA0) return {2, ' '};
    return {2, byte(1) == 0xB7 ? '|' : '"'};
  }
  if (byte(0) == 0xE2 && byte(1) == 0x80) return {3, mark_of_general_punctuation(byte(2))};
  if (byte(0) == 0xE2 && byte(1) == 0x88 && byte(2) == 0x92) return {3, '-'};  // minus
  return {};
}

// Reads one piece at a time, and remembers whether a space came before.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Piece> cut() {
    while (at_ < text_.size()) step();
    return std::move(pieces_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (is_space(c)) {
      glued_ = false;
      ++at_;
    } else if (is_digit(c)) {
      add(Piece::Kind::kNumber, 0, run_of(is_digit));
    } else if (is_ascii_letter(c)) {
      add(Piece::Kind::kWord, 0, word_length());
    } else if (static_cast<std::uint8_t>(c) < 0x80) {
      add(Piece::Kind::kMark, c, 1);
    } else {
      step_wide();
    }
  }

  void step_wide() {
    const WideCharacter wide = read_wide(text_, at_);
    if (wide.mark == 0) {
      add(Piece::Kind::kWord, 0, word_length());
    } else if (wide.mark == ' ') {
      glued_ = false;
      at_ += wide.length;
    } else {
      add(Piece::Kind::kMark, wide.mark, wide.length);
    }
  }

  template <typename Predicate>
  std::size_t run_of(Predicate belongs) const {
    std::size_t end = at_;
    while (end < text_.size() && belongs(text_[end])) ++end;
    return end - at_;
  }

  std::size_t word_length() const {
    std::size_t end = at_;
    while (end < text_.size()) {
      const bool wide = static_cast<std::uint8_t>(text_[end]) >= 0x80;
      if (wide ? read_wide(text_, end).mark != 0 : !is_ascii_letter(text_[end])) break;
      ++end;
    }
    return end - at_;
  }

  void add(Piece::Kind kind, char mark, std::size_t length) {
    Piece piece;
    piece.kind = kind;
    piece.mark = mark;
    piece.glued = glued_;
    piece.begin = at_;
    piece.end = std::min(at_ + length, text_.size());
    if (kind == Piece::Kind::kNumber && length <= kLongestNumber) {
      piece.value = 0;
      for (const char c : text_.substr(at_, length)) piece.value = piece.value * 10 + (c - '0');
    }
    pieces_.push_back(piece);
    at_ = piece.end;
    glued_ = true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool glued_ = false;
  std::vector<Piece> pieces_;
};

bool is_short_number(const Piece& piece) { return piece.is_number() && piece.length() <= 2; }
bool is_year(const Piece& piece) { return piece.is_number() && piece.length() == 4; }

const WordSet& month_word() {
  static const WordSet words(WordSet::Match::kUnmarked, {"tháng"});
  return words;
}

const WordSet& year_word() {
  static const WordSet words(WordSet::Match::kUnmarked, {"năm"});
  return words;
}

int full_year(const Piece& piece) {
  if (piece.length() == 4) return piece.value;
  return piece.value < kTwoDigitYearPivot ? 2000 + piece.value : 1900 + piece.value;
}

// d/m, d/m/y, and with dots or dashes only d.m.yyyy: "8.5" is a number.
std::optional<DateMatch> match_numeric(const PieceList& pieces, std::size_t i) {
  const Piece& separator = pieces.at(i, 1);
  const Piece& month = pieces.at(i, 2);
  const bool slash = separator.is_mark('/');
  if (!slash && !separator.is_mark('.') && !separator.is_mark('-')) return std::nullopt;
  if (!is_short_number(pieces[i]) || !is_short_number(month)) return std::nullopt;
  if (!slash && !(separator.glued && month.glued)) return std::nullopt;
  DateMatch match{i, i + 2, pieces[i].value, month.value, 0};
  const Piece& year = pieces.at(i, 4);
  const bool same = pieces.at(i, 3).is_mark(separator.mark);
  if (same && (is_year(year) || (slash && year.length() == 2 && year.is_number()))) {
    match.last = i + 4;
    match.year = full_year(year);
    return match;
  }
  if (same && pieces.at(i, 3).glued && year.glued) return std::nullopt;  // 12/5/QĐ
  return slash ? std::optional(match) : std::nullopt;
}

std::optional<DateMatch> match_iso(const PieceList& pieces, std::size_t i) {
  const bool shaped = is_year(pieces[i]) && pieces.at(i, 1).is_mark('-') &&
                      is_short_number(pieces.at(i, 2)) && pieces.at(i, 3).is_mark('-') &&
                      is_short_number(pieces.at(i, 4)) && pieces.at(i, 4).glued;
  if (!shaped) return std::nullopt;
  return DateMatch{i, i + 4, pieces.at(i, 4).value, pieces.at(i, 2).value, pieces[i].value};
}

// The piece after `month` that is the year, or 0: "năm 2023", "/2023", ", 2023", " 2023".
std::size_t year_after(const PieceList& pieces, std::size_t month) {
  const Piece& next = pieces.at(month, 1);
  if (is_year(next)) return month + 1;
  const bool joins = year_word().contains(pieces, month, 1) || next.is_mark('/') ||
                     next.is_mark(',') || next.is_mark('-');
  return joins && is_year(pieces.at(month, 2)) ? month + 2 : 0;
}

std::optional<DateMatch> match_worded(const PieceList& pieces, std::size_t i) {
  if (!is_short_number(pieces[i]) || !pieces.at(i, 1).is_word()) return std::nullopt;
  if (!is_short_number(pieces.at(i, 2)) || !month_word().contains(pieces, i, 1)) {
    return std::nullopt;
  }
  DateMatch match{i, i + 2, pieces[i].value, pieces[i + 2].value, 0};
  if (const std::size_t year = year_after(pieces, i + 2)) {
    match.last = year;
    match.year = pieces[year].value;
  }
  return match;
}

}  // namespace

PieceList::PieceList(std::string_view text) : text_(text), pieces_(Cutter(text).cut()) {}

const Piece& PieceList::at(std::size_t i, std::ptrdiff_t offset) const {
  const auto place = static_cast<std::ptrdiff_t>(i) + offset;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(pieces_.size())) return nothing_;
  return pieces_[static_cast<std::size_t>(place)];
}

WordSet::WordSet(Match match, std::initializer_list<std::string_view> words) : match_(match) {
  for (const std::string_view word : words) {
    keys_.insert(text::canonical_key(word));
    if (match_ == Match::kUnmarked) keys_.insert(text::fold_key(word));
  }
}

bool WordSet::contains(std::string_view word) const {
  return keys_.contains(match_ == Match::kMarked ? text::canonical_key(word)
                                                 : text::fold_key(word));
}

bool WordSet::contains(const PieceList& pieces, std::size_t i, std::ptrdiff_t offset) const {
  const Piece& piece = pieces.at(i, offset);
  return piece.is_word() && contains(pieces.text_of(piece));
}

std::optional<DateMatch> match_date(const PieceList& pieces, std::size_t i) {
  if (!pieces.at(i).is_number()) return std::nullopt;
  if (auto match = match_numeric(pieces, i)) return match;
  if (auto match = match_iso(pieces, i)) return match;
  return match_worded(pieces, i);
}

std::optional<DateMatch> match_month(const PieceList& pieces, std::size_t i) {
  if (!is_short_number(pieces.at(i)) || !month_word().contains(pieces, i, -1)) return std::nullopt;
  const std::size_t year = year_after(pieces, i);
  if (year == 0 || pieces.at(i, -2).is_number()) return std::nullopt;
  return DateMatch{i, year, 0, pieces[i].value, pieces[year].value};
}

}  // namespace tinlang::calendar
