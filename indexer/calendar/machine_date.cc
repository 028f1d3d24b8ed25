#include <algorithm>
#include <charconv>

#include "indexer/calendar/date_finder.h"

namespace tinlang::calendar {
namespace {

constexpr int kVietnamMinutes = 7 * 60;
constexpr int kMinutesPerDay = 24 * 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Reads from the front of a value; what does not fit is left where it is.
class Front {
 public:
  explicit Front(std::string_view rest) : rest_(rest) {}

  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    for (const char c : rest_.substr(0, count)) {
      if (!is_digit(c)) return std::nullopt;
    }
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + count, value);
    rest_.remove_prefix(count);
    return value;
  }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_spaces() {
    while (take(' ')) {
    }
  }

  std::size_t capitals() const {
    std::size_t count = 0;
    while (count < rest_.size() && is_upper(rest_[count])) ++count;
    return count;
  }

  void skip(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

struct Clock {
  int hour = 0;
  int minute = 0;
  int second = -1;
};

std::optional<Clock> read_clock(Front& front) {
  Clock clock;
  const auto hour = front.digits(2);
  if (!hour || !front.take(':')) return std::nullopt;
  const auto minute = front.digits(2);
  if (!minute) return std::nullopt;
  clock.hour = *hour;
  clock.minute = *minute;
  if (front.take(':')) {
    const auto second = front.digits(2);
    if (!second) return std::nullopt;
    clock.second = *second;
    if (front.take('.') || front.take(',')) {
      while (front.digits(1)) {
      }
    }
  }
  return clock;
}

// The zone's minutes east of Greenwich; Vietnam's when none is given.
int read_zone(Front& front) {
  front.skip_spaces();
  if (front.take('Z')) return 0;
  if (front.rest().starts_with("GMT") || front.rest().starts_with("UTC")) {
    front.skip(3);
    if (front.rest().empty()) return 0;
  }
  front.skip_spaces();
  const bool east = front.take('+');
  if (!east && !front.take('-')) return kVietnamMinutes;
  const auto hours = front.digits(2);
  if (!hours) return kVietnamMinutes;
  front.take(':');
  const int minutes = *hours * 60 + front.digits(2).value_or(0);
  return east ? minutes : -minutes;
}

// Between the day and the time: "T", a space, or what PHP writes for its format's
// bare T, the name or the hours of the local zone (NukeViet: "2023-05-08+0714:30:00").
bool read_joint(Front& front) {
  if (front.rest().empty()) return false;
  if (front.take('+') || front.take('-')) return front.digits(2).has_value();
  if (const std::size_t letters = front.capitals()) {
    front.skip(letters);
    return letters <= 4;
  }
  if (front.take('t')) return true;
  if (front.rest().front() != ' ') return false;
  front.skip_spaces();
  return true;
}

std::optional<Date> shifted(const Date& day, const Clock& clock, int zone_minutes) {
  const int minutes = clock.hour * 60 + clock.minute + kVietnamMinutes - zone_minutes;
  const int days = minutes >= 0 ? minutes / kMinutesPerDay : (minutes + 1) / kMinutesPerDay - 1;
  const int rest = minutes - days * kMinutesPerDay;
  const Date moved = from_days(first_day(day) + days);
  const auto valid = make_day(moved.year, moved.month, moved.day);
  if (!valid) return std::nullopt;
  if (clock.second < 0) return at_minute(*valid, rest / 60, rest % 60);
  return at_second(*valid, rest / 60, rest % 60, clock.second);
}

std::optional<Date> read_iso(std::string_view value) {
  Front front(value);
  const auto year = front.digits(4);
  if (!year) return std::nullopt;
  const bool dashes = front.take('-') || front.take('/');
  const auto month = front.digits(2);
  if (!month) return std::nullopt;
  if (dashes && front.rest().empty()) return make_month(*year, *month);
  if (dashes && !front.take('-') && !front.take('/')) return std::nullopt;
  const auto day = front.digits(2);
  if (!day) return std::nullopt;
  const auto date = make_day(*year, *month, *day);
  if (!date || front.rest().empty()) return date;
  if (!read_joint(front)) return dashes ? date : std::nullopt;
  const auto clock = read_clock(front);
  if (!clock) return date;
  if (!at_minute(*date, clock->hour, clock->minute) || clock->second > 59) return date;
  return shifted(*date, *clock, read_zone(front));
}

// The zone of "Mon, 08 May 2023 07:30:00 +0000", whose date a line parser reads.
int trailing_zone(std::string_view value) {
  for (const std::string_view name : {" GMT", " UTC", " +", " -"}) {
    const auto at = value.find(name);
    if (at == std::string_view::npos) continue;
    if (name.size() == 2 && (at + 2 >= value.size() || !is_digit(value[at + 2]))) continue;
    Front front(value.substr(at));
    return read_zone(front);
  }
  return kVietnamMinutes;
}

}  // namespace

std::optional<Date> parse_machine_date(std::string_view value) {
  while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
  while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
  if (value.size() == 4) {
    Front front(value);
    const auto year = front.digits(4);
    return year ? make_year(*year) : std::nullopt;
  }
  if (const auto date = read_iso(value)) return date;
  const bool english = !value.empty() && is_upper(value.front()) && value.find(',') == 3;
  const std::size_t zone_at =
      english ? std::min({value.find_first_of("+-"), value.find(" GMT"), value.find(" UTC")})
              : std::string_view::npos;
  const auto line = parse_publish_line(value.substr(0, zone_at));
  if (!line) return std::nullopt;
  if (!english || line->date.precision < Precision::kMinute) return line->date;
  const bool seconds = line->date.precision == Precision::kSecond;
  const Clock clock{line->date.hour, line->date.minute, seconds ? line->date.second : -1};
  auto day = make_day(line->date.year, line->date.month, line->date.day);
  return shifted(*day, clock, trailing_zone(value));
}

}  // namespace tinlang::calendar
