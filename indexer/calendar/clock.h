// Times of day in a cut text: "14:30", "14h30'", "14 giờ 30 phút", "2:30:05 CH".

#ifndef TINLANG_INDEXER_CALENDAR_CLOCK_H_
#define TINLANG_INDEXER_CALENDAR_CLOCK_H_

#include <cstddef>
#include <optional>

#include "indexer/calendar/date_words.h"

namespace tinlang::calendar {

struct ClockMatch {
  std::size_t last = 0;  // the last piece of the time
  int hour = 0;          // 0 to 23: SA/CH and AM/PM are worked in
  int minute = 0;
  int second = -1;  // -1 when not given
};

// The time whose first number is piece `i`; nullopt when there is none or it cannot be.
std::optional<ClockMatch> match_clock(const PieceList& pieces, std::size_t i);

// `date` at that time.
std::optional<Date> at_clock(const Date& date, const ClockMatch& clock);

}  // namespace tinlang::calendar

#endif  // TINLANG_INDEXER_CALENDAR_CLOCK_H_
