#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/calendar/clock.h"
#include "indexer/calendar/date_finder.h"
#include "indexer/calendar/date_words.h"

namespace tinlang::calendar {
namespace {

constexpr int kMonths = 12;

constexpr std::size_t kLongestLine = 240;  // bytes

using Words = WordSet::Match;

const WordSet& label_words() {
  static const WordSet words(
      Words::kUnmarked,
      {"ngày",    "đăng",        "tin",      "bài",       "viết",     "cập",     "nhật",
       "lúc",     "vào",         "hồi",      "giờ",       "phút",     "giây",    "thứ",
       "hai",     "ba",          "tư",       "năm",       "sáu",      "bảy",     "bẩy",
       "chủ",     "tháng",       "xuất",     "bản",       "post",     "posted",  "published",
       "publish", "publication", "on",       "at",        "updated",  "update",  "date",
       "time",    "thời",        "gian",     "đưa",       "tạo",      "gửi",     "được",
       "lần",     "cuối",        "lượt",     "xem",       "đọc",      "truy",    "view",
       "views",   "đã",          "phản",     "hồi",       "bình",     "luận",    "gmt",
       "utc",     "ict",         "sa",       "ch",        "am",       "pm",      "t",
       "cn",      "mon",         "tue",      "wed",       "thu",      "fri",     "sat",
       "sun",     "monday",      "tuesday",  "wednesday", "thursday", "friday",  "saturday",
       "sunday",  "last",        "modified", "of",        "the",      "created", "hits",
       "lên",     "trang",       "mới",      "nhất",      "sửa",      "đổi",     "số",
       "hits",    "in",          "đã",       "h",         "p"});
  return words;
}

const WordSet& update_words() {
  static const WordSet words(Words::kUnmarked,
                             {"cập", "sửa", "update", "updated", "modified", "cuối"});
  return words;
}

const WordSet& publish_words() {
  static const WordSet words(Words::kUnmarked,
                             {"đăng", "xuất", "published", "posted", "viết", "tạo", "created"});
  return words;
}

// Words after which a name or a source follows, and no more of the date.
const WordSet& tail_words() {
  static const WordSet words(Words::kUnmarked, {"tác", "nguồn", "người", "biên", "theo", "by",
                                                "author", "source", "ảnh", "bởi", "ban"});
  return words;
}

const WordSet& counter_words() {
  static const WordSet words(Words::kUnmarked, {"xem", "đọc", "cập", "view", "views", "hits", "hồi",
                                                "luận", "lượt", "phản", "bình"});
  return words;
}

const WordSet& weekday_word() {
  static const WordSet words(Words::kUnmarked, {"thứ", "t"});
  return words;
}

// 1 to 12 for "May", "june" and "Sept"; 0 for other words.
int english_month(std::string_view word) {
  static constexpr std::array<std::string_view, kMonths> kNames = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLongest = 9;
  if (word.size() < kShortest || word.size() > kLongest) return 0;
  std::string lower(word);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  for (std::size_t m = 0; m < kNames.size(); ++m) {
    const std::string_view name = kNames[m];
    const bool cut = lower == name.substr(0, kShortest) || lower == "sept";
    if (name.starts_with(lower) && (cut || lower == name)) return static_cast<int>(m) + 1;
  }
  return 0;
}

// 1 to 12 for "Tháng Sáu", "Tháng Mười Hai", "May"; `last` becomes its last piece.
int read_month_name(const PieceList& pieces, std::size_t i, std::size_t* last) {
  static const std::vector<WordSet> vietnamese = [] {
    std::vector<WordSet> names;
    for (const char* name : {"một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín"}) {
      names.emplace_back(Words::kUnmarked, std::initializer_list<std::string_view>{name});
    }
    return names;
  }();
  static const WordSet month(Words::kUnmarked, {"tháng", "th", "thg"});
  static const WordSet ten(Words::kUnmarked, {"mười"});
  static const WordSet first(Words::kUnmarked, {"giêng"});
  static const WordSet fourth(Words::kUnmarked, {"bốn"});
  *last = i;
  if (!pieces.at(i).is_word()) return 0;
  if (const int number = english_month(pieces.text_of(pieces.at(i)))) return number;
  if (!month.contains(pieces, i)) return 0;
  *last = i + 1;
  const Piece& number = pieces.at(i, 1);
  if (number.is_number()) return number.value <= 12 ? number.value : 0;
  if (first.contains(pieces, i, 1)) return 1;
  if (fourth.contains(pieces, i, 1)) return 4;
  const bool tens = ten.contains(pieces, i, 1);
  const std::size_t unit = tens ? i + 2 : i + 1;
  for (std::size_t m = 0; m < vietnamese.size(); ++m) {
    if (!vietnamese[m].contains(pieces, unit) || (tens && m > 1)) continue;
    *last = unit;
    return static_cast<int>(m) + (tens ? 11 : 1);
  }
  return tens ? 10 : 0;
}

bool is_day_number(const Piece& piece) { return piece.is_number() && piece.length() <= 2; }

// The year at `i`, with or without a comma before it; `last` becomes its piece.
int read_year(const PieceList& pieces, std::size_t i, std::size_t* last) {
  static const WordSet year(Words::kUnmarked, {"năm"});
  const bool skips = pieces.at(i).is_mark(',') || year.contains(pieces, i);
  const Piece& number = pieces.at(skips ? i + 1 : i);
  if (!number.is_number() || number.length() != 4) return 0;
  *last = skips ? i + 1 : i;
  return number.value;
}

// Behind the day at `i`: "22nd", "8th".
std::size_t skip_ordinal(const PieceList& pieces, std::size_t i) {
  static const WordSet endings(Words::kMarked, {"st", "nd", "rd", "th"});
  return pieces.at(i, 1).glued && endings.contains(pieces, i, 1) ? i + 1 : i;
}

// "22 Tháng Sáu, 2022", "Tháng Sáu 22, 2022", "8 May 2023", "May 8th, 2023", "Aug. 17, 2010" at
// piece `i`.
std::optional<DateMatch> match_named(const PieceList& pieces, std::size_t i) {
  DateMatch match;
  match.first = i;
  std::size_t last = i;
  if (is_day_number(pieces[i])) {
    match.day = pieces[i].value;
    const std::size_t day = skip_ordinal(pieces, i);
    const std::size_t name = pieces.at(day, 1).is_mark('-') ? day + 2 : day + 1;
    match.month = read_month_name(pieces, name, &last);
    ++last;
    if (pieces.at(last).is_mark('-') || pieces.at(last).is_mark('.')) ++last;
  } else {
    match.month = read_month_name(pieces, i, &last);
    if (pieces.at(last, 1).is_mark('.')) ++last;
    if (!is_day_number(pieces.at(last, 1))) return std::nullopt;
    match.day = pieces[last + 1].value;
    last = skip_ordinal(pieces, last + 1) + 1;
  }
  if (match.month == 0) return std::nullopt;
  match.year = read_year(pieces, last, &last);
  if (match.year == 0) return std::nullopt;
  match.last = last;
  return match;
}

// "2015.08.15", "2015/8/15", "2015年8月15日" at piece `i`.
std::optional<DateMatch> match_year_first(const PieceList& pieces, std::size_t i) {
  const Piece& year = pieces.at(i);
  if (!year.is_number() || year.length() != 4) return std::nullopt;
  const Piece& month = pieces.at(i, 2);
  const Piece& day = pieces.at(i, 4);
  if (!is_day_number(month) || !is_day_number(day) || !day.glued) return std::nullopt;
  const Piece& mark = pieces.at(i, 1);
  const Piece& second = pieces.at(i, 3);
  const bool marks = (mark.is_mark('.') || mark.is_mark('/')) && second.is_mark(mark.mark);
  if (marks) return DateMatch{i, i + 4, day.value, month.value, year.value};
  const auto is_word = [&](std::ptrdiff_t offset, std::string_view word) {
    return pieces.at(i, offset).is_word() && pieces.text_of(pieces.at(i, offset)) == word;
  };
  const bool words = is_word(1, "\xE5\xB9\xB4") && is_word(3, "\xE6\x9C\x88");
  if (!words || !is_word(5, "\xE6\x97\xA5")) return std::nullopt;
  return DateMatch{i, i + 5, day.value, month.value, year.value};
}

// The date with its year at piece `i`, in any of these shapes.
std::optional<std::pair<Date, std::size_t>> full_date_at(const PieceList& pieces, std::size_t i) {
  auto match = match_named(pieces, i);
  if (!match) match = match_year_first(pieces, i);
  if (!match) match = match_date(pieces, i);
  if (!match || match->year == 0) return std::nullopt;
  // No month has the number 15: "7/15/2022" counts as Americans do.
  const bool month_first =
      pieces[match->first].value == match->day && match->month > kMonths && match->day <= kMonths;
  const auto date = month_first ? make_day(match->year, match->day, match->month)
                                : make_day(match->year, match->month, match->day);
  if (!date) return std::nullopt;
  return std::pair{*date, match->last};
}

// The zone of another country behind a clock: "PDT", "ET", "UTC" without "+7".
bool is_zone(const PieceList& pieces, std::size_t i) {
  constexpr std::size_t kLongest = 4;
  const std::string_view word = pieces.text_of(pieces.at(i));
  if (word == "UTC" || word == "GMT") return !pieces.at(i, 1).is_mark('+');
  return pieces.at(i).is_word() && word.size() <= kLongest && !label_words().contains(word) &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A date has a year of four digits, or two slashes: most lines have neither and need no reading.
bool may_hold_date(std::string_view line) {
  std::size_t run = 0;
  std::size_t slashes = 0;
  for (const char c : line) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    slashes += c == '/' ? 1 : 0;
    if (run == 4 || slashes == 2) return true;
  }
  return false;
}

// Walks over a line and keeps what it is made of; any foreign word ends it.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : pieces_(line) {}

  std::optional<PublishLine> read() {
    for (at_ = 0; at_ < pieces_.size() && !done_; ++at_) {
      if (!step()) return std::nullopt;
    }
    if (!date_) return std::nullopt;
    // A clock of another country would need its offset; the day is what readers see.
    if (is_foreign_) clock_ = update_clock_ = std::nullopt;
    PublishLine line{timed(*date_, clock_), is_update_, std::nullopt};
    if (update_ && !is_update_) line.update = timed(*update_, update_clock_);
    return line;
  }

 private:
  static Date timed(const Date& date, const std::optional<ClockMatch>& clock) {
    return clock ? at_clock(date, *clock).value_or(date) : date;
  }

  bool step() {
    const Piece& piece = pieces_[at_];
    if (piece.kind == Piece::Kind::kMark) return true;
    if (read_date()) return true;
    if (piece.is_number()) return read_clock() || is_innocent_number();
    return read_word(pieces_.text_of(piece));
  }

  bool read_date() {
    const auto date = full_date_at(pieces_, at_);
    if (!date) return false;
    take(date->first);
    at_ = date->second;
    return true;
  }

  // The first date that is not an update counts, and the first that is one beside it.
  void take(const Date& date) {
    const bool update = updates_ && !publishes_;
    updates_ = false;
    publishes_ = false;
    // A time before its date belongs to that date: "14:30, 08/05/2023".
    const std::optional<ClockMatch> clock = std::exchange(loose_clock_, std::nullopt);
    if (!date_ || (is_update_ && !update)) {
      if (date_) {
        update_ = date_;
        update_clock_ = clock_;
      }
      date_ = date;
      is_update_ = update;
      clock_ = clock;
      open_clock_ = &clock_;
    } else if (update && !is_update_ && !update_) {
      update_ = date;
      update_clock_ = clock;
      open_clock_ = &update_clock_;
    } else {
      // "Ngày tạo: 09/10/2020 Ngày xuất bản: 09/10/2020 15:33"
      const bool again = first_day(*date_) == first_day(date) && !clock_;
      if (again) clock_ = clock;
      open_clock_ = again ? &clock_ : nullptr;
    }
  }

  bool read_clock() {
    const auto clock = match_clock(pieces_, at_);
    if (!clock) return false;
    if (open_clock_ != nullptr && !*open_clock_) {
      *open_clock_ = *clock;
    } else if (!loose_clock_) {
      loose_clock_ = *clock;
    }
    at_ = clock->last;
    behind_clock_ = at_ + 1;
    return true;
  }

  bool read_zone() {
    if (at_ != behind_clock_ || !is_zone(pieces_, at_)) return false;
    is_foreign_ = true;
    return true;
  }

  // "Thứ 2", "GMT+7", "Lượt xem: 70", "70 lượt xem".
  bool is_innocent_number() const {
    const Piece& before = pieces_.at(at_, -1);
    if (weekday_word().contains(pieces_, at_, -1)) return pieces_[at_].value <= 8;
    if (before.is_mark('+')) return true;
    for (std::ptrdiff_t near : {-2, -1, 1}) {
      if (counter_words().contains(pieces_, at_, near)) return true;
    }
    return is_counter_tail();
  }

  // "1.234 lượt xem": the rest of a number that has been read as a count.
  bool is_counter_tail() const {
    const Piece& mark = pieces_.at(at_, -1);
    const Piece& next = pieces_.at(at_, 1);
    const bool joined = mark.is_mark('.') || next.is_mark('.') || mark.is_mark(',');
    return joined && date_.has_value();
  }

  bool read_word(std::string_view word) {
    static const WordSet issue(Words::kUnmarked, {"xuất"});  // "xuất bản" is no "ban biên tập"
    if (tail_words().contains(word) && date_ && !issue.contains(pieces_, at_, -1)) {
      done_ = true;
      return true;
    }
    updates_ = updates_ || update_words().contains(word);
    publishes_ = publishes_ || publish_words().contains(word);
    return read_zone() || label_words().contains(word);
  }

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  PieceList pieces_;
  std::size_t at_ = 0;
  std::size_t behind_clock_ = kNowhere;  // the piece behind the clock read last
  bool is_foreign_ = false;              // a zone that is not known stands behind a clock
  bool done_ = false;
  std::optional<Date> date_;
  std::optional<ClockMatch> clock_;
  std::optional<Date> update_;
  std::optional<ClockMatch> update_clock_;
  std::optional<ClockMatch> loose_clock_;            // read, and its date is still to come
  std::optional<ClockMatch>* open_clock_ = nullptr;  // the time of the date read last
  bool is_update_ = false;
  bool updates_ = false;  // since the last date
  bool publishes_ = false;
};

}  // namespace

std::optional<PublishLine> parse_publish_line(std::string_view line) {
  if (line.size() > kLongestLine || !may_hold_date(line)) return std::nullopt;
  return LineReader(line).read();
}

std::optional<Date> find_stamp(std::string_view line) {
  constexpr std::size_t kReach = 3;  // pieces between a date and its time
  if (line.size() > kLongestLine || !may_hold_date(line)) return std::nullopt;
  const PieceList pieces(line);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto date = full_date_at(pieces, i);
    if (!date) continue;
    for (std::size_t k = i > kReach + 2 ? i - kReach - 2 : 0; k <= date->second + kReach; ++k) {
      const bool inside = k >= i && k <= date->second;
      const auto clock = inside ? std::nullopt : match_clock(pieces, k);
      if (!clock) continue;
      return is_zone(pieces, clock->last + 1) ? date->first : at_clock(date->first, *clock);
    }
    i = date->second;
  }
  return std::nullopt;
}

}  // namespace tinlang::calendar
