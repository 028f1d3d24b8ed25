#include "indexer/calendar/clock.h"

#include <algorithm>

namespace tinlang::calendar {
namespace {

using Words = WordSet::Match;

const WordSet& hour_words() {
  static const WordSet words(Words::kUnmarked, {"h", "giờ", "g"});
  return words;
}

const WordSet& minute_words() {
  static const WordSet words(Words::kUnmarked, {"phút", "p", "ph"});
  return words;
}

const WordSet& morning_words() {
  static const WordSet words(Words::kUnmarked, {"AM", "SA"});
  return words;
}

const WordSet& evening_words() {
  static const WordSet words(Words::kUnmarked, {"PM", "CH"});
  return words;
}

bool is_clock_number(const Piece& piece) { return piece.is_number() && piece.length() <= 2; }

// "14:30" or "14:30:05" at `i`.
std::optional<ClockMatch> match_colons(const PieceList& pieces, std::size_t i) {
  if (!pieces.at(i, 1).is_mark(':') || !is_clock_number(pieces.at(i, 2))) return std::nullopt;
  ClockMatch clock{i + 2, pieces[i].value, pieces[i + 2].value, -1};
  if (pieces.at(i, 3).is_mark(':') && is_clock_number(pieces.at(i, 4))) {
    clock.last = i + 4;
    clock.second = pieces[i + 4].value;
  }
  return clock;
}

// "14h30", "14h", "14 giờ 30 phút" at `i`.
std::optional<ClockMatch> match_words(const PieceList& pieces, std::size_t i) {
  if (!hour_words().contains(pieces, i, 1)) return std::nullopt;
  ClockMatch clock{i + 1, pieces[i].value, 0, -1};
  const bool minutes = is_clock_number(pieces.at(i, 2)) && !pieces.at(i, 3).is_mark('/') &&
                       !pieces.at(i, 3).is_mark('-');
  if (!minutes) return clock;
  clock.last = i + 2;
  clock.minute = pieces[i + 2].value;
  if (minute_words().contains(pieces, i, 3)) clock.last = i + 3;
  return clock;
}

// "p.m." behind piece `i`: as long as it is; 0 when it is none.
std::size_t dotted_half(const PieceList& pieces, std::size_t i, std::string_view half) {
  const auto is_letter = [&](std::ptrdiff_t offset, std::string_view letter) {
    return pieces.at(i, offset).is_word() && pieces.text_of(pieces.at(i, offset)) == letter;
  };
  if (!is_letter(1, half) || !pieces.at(i, 2).is_mark('.') || !is_letter(3, "m")) return 0;
  return pieces.at(i, 4).is_mark('.') ? 4 : 3;
}

}  // namespace

std::optional<ClockMatch> match_clock(const PieceList& pieces, std::size_t i) {
  if (!is_clock_number(pieces.at(i))) return std::nullopt;
  auto clock = match_colons(pieces, i);
  if (!clock) clock = match_words(pieces, i);
  if (!clock) return std::nullopt;
  constexpr int kNoon = 12;
  const std::size_t evening = dotted_half(pieces, clock->last, "p");
  const std::size_t morning = dotted_half(pieces, clock->last, "a");
  if (evening > 0 || evening_words().contains(pieces, clock->last, 1)) {
    clock->last += std::max<std::size_t>(evening, 1);
    if (clock->hour < kNoon) clock->hour += kNoon;
  } else if (morning > 0 || morning_words().contains(pieces, clock->last, 1)) {
    clock->last += std::max<std::size_t>(morning, 1);
    if (clock->hour == kNoon) clock->hour = 0;
  }
  if (clock->hour > 23 || clock->minute > 59 || clock->second > 59) return std::nullopt;
  return clock;
}

std::optional<Date> at_clock(const Date& date, const ClockMatch& clock) {
  if (clock.second < 0) return at_minute(date, clock.hour, clock.minute);
  return at_second(date, clock.hour, clock.minute, clock.second);
}

}  // namespace tinlang::calendar
