#include "indexer/calendar/date_finder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/calendar/date_words.h"

namespace tinlang::calendar {
namespace {

constexpr int kLeapYear = 2000;               // holds every day that some year has
constexpr std::size_t kWordsBeforeDay = 2;    // how near "sáng", "ngày" must stand
constexpr std::size_t kWordsBeforeFeast = 5;  // "kỷ niệm 93 năm Ngày ... (3/2)"
constexpr std::size_t kPiecesToDocument = 14;

using Words = WordSet::Match;

const WordSet& time_of_day() {
  static const WordSet words(Words::kMarked,
                             {"sáng", "trưa", "chiều", "tối", "đêm", "nay", "qua", "mai"});
  return words;
}

const WordSet& time_words() {
  static const WordSet words(
      Words::kMarked, {"sáng", "trưa", "chiều", "tối", "đêm", "nay", "qua", "mai", "ngày", "hôm",
                       "vào", "từ", "đến", "tới", "hết", "thứ", "nhật"});
  return words;
}

const WordSet& day_word() {
  static const WordSet words(Words::kMarked, {"ngày"});
  return words;
}

const WordSet& counted_nouns() {
  static const WordSet words(
      Words::kMarked, {"tiêu", "chỉ", "xã",   "phường", "thôn",  "bản",   "xóm",   "ấp",   "tổ",
                       "khu",  "hộ",  "đại",  "phiếu",  "đồng",  "người", "huyện", "tỉnh", "trường",
                       "em",   "học", "điểm", "nội",    "nhiệm", "mục",   "cơ",    "đơn",  "sản",
                       "công", "dự",  "thủ",  "chi",    "đảng",  "ủy",    "cán",   "ý",    "vụ"});
  return words;
}

const WordSet& feast_words() {
  static const WordSet words(Words::kMarked, {"niệm", "mừng", "dịp", "nhân", "lễ", "năm"});
  return words;
}

const WordSet& lunar_words() {
  static const WordSet words(Words::kMarked, {"âm", "ÂL", "AL", "lịch"});
  return words;
}

const WordSet& lunar_days() {
  static const WordSet words(Words::kMarked, {"mùng", "mồng", "rằm"});
  return words;
}

const WordSet& joining_words() {
  static const WordSet words(Words::kMarked, {"và", "đến", "tới"});
  return words;
}

const WordSet& reaching_words() {
  static const WordSet words(Words::kMarked, {"đến", "tới"});
  return words;
}

const WordSet& span_filling() {
  static const WordSet words(Words::kMarked, {"ngày", "hết", "sáng", "chiều", "tối", "trưa"});
  return words;
}

const WordSet& document_nouns() {
  static const WordSet words(Words::kMarked, {"quyết", "định", "thị", "hoạch", "văn", "bản", "luận",
                                              "dẫn", "báo", "tư", "lệnh", "luật", "trình"});
  return words;
}

const WordSet& number_word() {
  static const WordSet words(Words::kMarked, {"số"});
  return words;
}

// Days that are named for what is kept on them, not for when something happened.
constexpr std::array<std::pair<int, int>, 18> kFeasts = {{{1, 1},
                                                          {9, 1},
                                                          {3, 2},
                                                          {27, 2},
                                                          {8, 3},
                                                          {26, 3},
                                                          {30, 4},
                                                          {1, 5},
                                                          {7, 5},
                                                          {15, 5},
                                                          {19, 5},
                                                          {1, 6},
                                                          {21, 6},
                                                          {28, 6},
                                                          {27, 7},
                                                          {2, 9},
                                                          {20, 10},
                                                          {20, 11}}};
constexpr std::pair<int, int> kArmyDay{22, 12};

bool is_feast(const DateMatch& match) {
  const std::pair day{match.day, match.month};
  return day == kArmyDay || std::find(kFeasts.begin(), kFeasts.end(), day) != kFeasts.end();
}

// Whether one of the `count` words before piece `i` is in `words`; stops at a sentence's end.
bool is_preceded(const PieceList& pieces, std::size_t i, std::size_t count, const WordSet& words) {
  for (std::size_t back = 1; back <= i && count > 0; ++back) {
    const Piece& piece = pieces[i - back];
    if (piece.is_mark('.') || piece.is_mark(';')) return false;
    if (!piece.is_word()) continue;
    if (words.contains(pieces.text_of(piece))) return true;
    --count;
  }
  return false;
}

bool starts_text(const PieceList& pieces, std::size_t i) {
  const bool day = day_word().contains(pieces, i, -1);
  if (!day) return false;
  if (i < 2) return true;
  const Piece& before = pieces[i - 2];
  const auto between = pieces.text().substr(before.end, pieces[i - 1].begin - before.end);
  return before.is_mark('.') || between.find('\n') != std::string_view::npos;
}

// A count ("9/19 tiêu chí"), a slogan ("24/7") or a feast ("30/4").
bool is_other_fraction(const PieceList& pieces, const DateMatch& match) {
  if (pieces.at(match.last, 1).is_mark('%')) return true;
  if (!is_preceded(pieces, match.first, kWordsBeforeDay, time_words())) return true;
  if (counted_nouns().contains(pieces, match.last, 1)) return true;
  if (!is_feast(match)) return false;
  if (is_preceded(pieces, match.first, kWordsBeforeDay, time_of_day())) return false;
  return !starts_text(pieces, match.first) ||
         is_preceded(pieces, match.first, kWordsBeforeFeast, feast_words());
}

bool is_lunar(const PieceList& pieces, const DateMatch& match) {
  for (std::ptrdiff_t ahead = 1; ahead <= 3; ++ahead) {
    const Piece& next = pieces.at(match.last, ahead);
    if (next.is_mark('.') || next.is_mark(',')) break;
    if (lunar_words().contains(pieces, match.last, ahead)) return true;
  }
  return is_preceded(pieces, match.first, 1, lunar_days());
}

// "10-12/5", "21 và 22/4", "15/2021/TT-BTC", "1,5/10": the first number belongs to more.
bool continues_something(const PieceList& pieces, const DateMatch& match) {
  const Piece& first = pieces[match.first];
  const Piece& before = pieces.at(match.first, -1);
  const bool joined = before.is_mark('-') || before.is_mark(',') || before.is_mark('/') ||
                      (before.is_mark('.') && first.glued) || before.is_mark('&') ||
                      joining_words().contains(pieces, match.first, -1);
  const Piece& earlier = pieces.at(match.first, -2);
  if (joined && earlier.is_number() && earlier.length() <= 2) {
    const bool whole_date = pieces.at(match.first, -3).is_mark('/');
    if (!whole_date) return true;
  }
  const Piece& next = pieces.at(match.last, 1);
  const Piece& beyond = pieces.at(match.last, 2);
  const bool grows = next.glued && (next.is_mark('/') || next.is_mark('-')) && beyond.glued;
  return grows && beyond.is_word();
}

bool has_capital(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "123/QĐ", "28-NQ" or "số 28" ends at piece `i`.
bool ends_document_number(const PieceList& pieces, std::size_t i) {
  if (pieces[i].is_number()) return number_word().contains(pieces, i, -1);
  const Piece& mark = pieces.at(i, -1);
  return pieces[i].is_word() && pieces[i].glued && (mark.is_mark('/') || mark.is_mark('-')) &&
         pieces.at(i, -2).is_number() && has_capital(pieces.text_of(pieces[i]));
}

// The date of signature of a document that is named just before.
bool is_of_document(const PieceList& pieces, const DateMatch& match) {
  if (is_preceded(pieces, match.first, kWordsBeforeDay, time_of_day())) return false;
  const std::size_t limit = std::min(match.first, kPiecesToDocument);
  for (std::size_t back = 1; back <= limit; ++back) {
    const std::size_t i = match.first - back;
    if (pieces[i].is_mark('.') || pieces[i].is_mark(';')) return false;
    if (ends_document_number(pieces, i)) return true;
  }
  return day_word().contains(pieces, match.first, -1) &&
         document_nouns().contains(pieces, match.first, -2);
}

std::optional<FoundDate> understand(const PieceList& pieces, const DateMatch& match) {
  if (continues_something(pieces, match) || is_lunar(pieces, match)) return std::nullopt;
  FoundDate found;
  found.begin = pieces[match.first].begin;
  found.end = pieces[match.last].end;
  found.day = static_cast<std::uint8_t>(std::min(match.day, 99));
  found.month = static_cast<std::uint8_t>(std::min(match.month, 99));
  if (match.year != 0) {
    found.date = match.day != 0 ? make_day(match.year, match.month, match.day)
                                : make_month(match.year, match.month);
    if (!found.date) return std::nullopt;
  } else if (!make_day(kLeapYear, match.month, match.day) || is_other_fraction(pieces, match)) {
    return std::nullopt;
  }
  found.of_document = found.day != 0 && is_of_document(pieces, match);
  return found;
}

// "10/5 - 15/5", "ngày 10/5 đến hết ngày 15/5": nothing but filling stands between.
bool is_span(const PieceList& pieces, const DateMatch& from, const DateMatch& to) {
  bool reaches = false;
  for (std::size_t i = from.last + 1; i < to.first; ++i) {
    const bool reaching = pieces[i].is_mark('-') || reaching_words().contains(pieces, i);
    if (!reaching && !span_filling().contains(pieces, i)) return false;
    reaches = reaches || reaching;
  }
  return reaches;
}

struct Candidate {
  DateMatch match;
  std::optional<FoundDate> found;  // none for what is shaped like a date and is not one
};

std::vector<Candidate> collect(const PieceList& pieces) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_number()) continue;
    auto match = match_date(pieces, i);
    if (!match) match = match_month(pieces, i);
    if (!match) continue;
    candidates.push_back({*match, understand(pieces, *match)});
    i = match->last;
  }
  return candidates;
}

}  // namespace

std::vector<FoundDate> find_dates(std::string_view text) {
  const PieceList pieces(text);
  auto candidates = collect(pieces);
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    if (!is_span(pieces, candidates[i - 1].match, candidates[i].match)) continue;
    candidates[i - 1].found.reset();
    candidates[i].found.reset();
  }
  std::vector<FoundDate> found;
  for (const Candidate& candidate : candidates) {
    if (candidate.found) found.push_back(*candidate.found);
  }
  return found;
}

}  // namespace tinlang::calendar
