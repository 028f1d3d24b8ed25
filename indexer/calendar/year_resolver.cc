#include <cstdlib>
#include <set>

#include "indexer/calendar/date_finder.h"
#include "indexer/calendar/date_words.h"

namespace tinlang::calendar {
namespace {

constexpr std::int32_t kLongestDelayDays = 120;
constexpr std::int32_t kTermToleranceDays = 200;
constexpr std::int32_t kHalfTermMonths = 30;
constexpr int kFirstCongressMonth = 7;  // communes and districts hold congress by mid-year

using Words = WordSet::Match;

std::optional<Date> before_publication(const FoundDate& found, const Date& published) {
  const std::int32_t latest = last_day(published) + 1;
  for (int year = published.year + 1; year >= published.year - 1; --year) {
    const auto day = make_day(year, found.month, found.day);
    if (!day || first_day(*day) > latest) continue;
    if (first_day(published) - first_day(*day) > kLongestDelayDays) return std::nullopt;
    return day;
  }
  return std::nullopt;
}

int months_apart(int a, int b) {
  const int gap = std::abs(a - b);
  return gap > 6 ? 12 - gap : gap;
}

// Years that full dates of the same or a neighbouring month give.
std::set<int> years_of_full_dates(const FoundDate& found, std::string_view text) {
  std::set<int> years;
  for (const FoundDate& other : find_dates(text)) {
    if (!other.date || other.day == 0 || other.of_document) continue;
    if (months_apart(other.month, found.month) > 1) continue;
    int year = other.date->year;
    if (other.month == 12 && found.month == 1) ++year;
    if (other.month == 1 && found.month == 12) --year;
    years.insert(year);
  }
  return years;
}

bool is_year(const Piece& piece) {
  return piece.is_number() && piece.length() == 4 && make_year(piece.value).has_value();
}

// The months that have passed of a term named just before piece `i`: "2 năm rưỡi", "giữa".
std::optional<int> months_passed(const PieceList& pieces, std::size_t i) {
  static const WordSet year(Words::kMarked, {"năm"});
  static const WordSet half(Words::kMarked, {"rưỡi"});
  static const WordSet two(Words::kMarked, {"hai"});
  static const WordSet middle(Words::kMarked, {"giữa", "nửa"});
  constexpr std::size_t kReach = 20;  // pieces
  for (std::size_t back = 1; back <= std::min(i, kReach); ++back) {
    const std::size_t at = i - back;
    if (middle.contains(pieces, at)) return kHalfTermMonths;
    const bool counted = pieces[at].value == 2 || two.contains(pieces, at);
    if (counted && year.contains(pieces, at, 1) && half.contains(pieces, at, 2)) {
      return kHalfTermMonths;
    }
  }
  return std::nullopt;
}

// The year of the day nearest to the middle of a term: "2 năm rưỡi ... nhiệm kỳ 2020-2025".
std::optional<int> year_within_term(const FoundDate& found, int term_begin, int months) {
  const int month = kFirstCongressMonth - 1 + months;
  const auto middle = make_day(term_begin + month / 12, month % 12 + 1, 1);
  if (!middle) return std::nullopt;
  for (int year = middle->year - 1; year <= middle->year + 1; ++year) {
    const auto day = make_day(year, found.month, found.day);
    if (day && std::abs(first_day(*day) - first_day(*middle)) <= kTermToleranceDays) return year;
  }
  return std::nullopt;
}

// Years of work that the text says is being done: "nhiệm vụ năm 2023", "6 tháng đầu năm 2022".
bool names_current_year(const PieceList& pieces, std::size_t i) {
  static const WordSet year(Words::kMarked, {"năm"});
  static const WordSet tasks(Words::kMarked, {"vụ", "hoạch"});
  static const WordSet half(Words::kMarked, {"đầu", "cuối"});
  static const WordSet targets(Words::kMarked, {"đến", "trước", "vào", "trong", "từ", "hết"});
  if (!year.contains(pieces, i, -1) || targets.contains(pieces, i, -2)) return false;
  if (half.contains(pieces, i, -2)) return true;
  for (std::ptrdiff_t back = 2; back <= 4; ++back) {
    if (targets.contains(pieces, i, -back)) return false;
    if (tasks.contains(pieces, i, -back)) return true;
  }
  return false;
}

std::set<int> years_of_work(const FoundDate& found, std::string_view text) {
  const PieceList pieces(text);
  std::set<int> years;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!is_year(pieces[i])) continue;
    const bool term = pieces.at(i, 1).is_mark('-') && is_year(pieces.at(i, 2));
    if (!term) {
      if (names_current_year(pieces, i)) years.insert(pieces[i].value);
      continue;
    }
    if (const auto months = months_passed(pieces, i)) {
      if (const auto year = year_within_term(found, pieces[i].value, *months)) years.insert(*year);
    }
    i += 2;
  }
  return years;
}

}  // namespace

std::optional<Date> resolve_year(const FoundDate& found, const std::optional<Date>& published,
                                 std::string_view text) {
  if (found.date) return found.date;
  if (published) return before_publication(found, *published);
  auto years = years_of_full_dates(found, text);
  if (years.empty()) years = years_of_work(found, text);
  if (years.size() != 1) return std::nullopt;
  return make_day(*years.begin(), found.month, found.day);
}

}  // namespace tinlang::calendar
