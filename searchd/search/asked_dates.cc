#include "searchd/search/asked_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "indexer/text/syllable.h"

namespace tinlang::search {
namespace {

using calendar::Date;
using text::Token;
using Tokens = std::span<const Token>;

// A year that stands alone may be a figure; archives of the web begin here.
constexpr int kFirstBareYear = 1997;
constexpr int kMonthsOfQuarter = 3;

// What a number before it counts (folded), as far as news count things by the thousand.
constexpr std::array<std::string_view, 16> kCounted = {
    "ca",  "can", "cay",  "con", "cuoc", "dong", "ha",    "ho",
    "hoc", "kg",  "luot", "m",   "m2",   "suat", "trieu", "nguoi"};
constexpr std::array<std::string_view, 4> kRomanQuarters = {"i", "ii", "iii", "iv"};

std::optional<int> number_of(const Token& token) {
  const std::string& key = token.folded;
  int number = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
  if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
  return number;
}

class DateReader {
 public:
  DateReader(Tokens words, std::string_view text) : words_(words), text_(text) {}

  // The date whose year is the word `at`.
  std::optional<AskedDate> ending_at(std::size_t at) const {
    if (words_[at].folded.size() != 4) return std::nullopt;
    const auto year = number_of(words_[at]);
    if (!year || !calendar::make_year(*year) || in_span(at)) return std::nullopt;
    const bool named = is_word_of_year(at, 1);
    const std::size_t before = named ? 2 : 1;  // words back to the month or the quarter
    if (auto found = quarter(at, before, *year)) return found;
    if (auto found = month(at, before, *year)) return found;
    if (!named && (*year < kFirstBareYear || counts(at))) return std::nullopt;
    return asked(at, named ? 1 : 0, calendar::make_year(*year));
  }

 private:
  // Whether the word `back` words before `at` is `word`, or could be when typed without marks.
  bool is(std::size_t at, std::size_t back, std::string_view word) const {
    if (at < back) return false;
    const Token& token = words_[at - back];
    return token.marked ? token.canonical == text::canonical_key(word)
                        : token.folded == text::fold_key(word);
  }

  bool is_word_of_year(std::size_t at, std::size_t back) const {
    return is(at, back, "năm") && !is(at, back + 1, "việt");
  }

  // What stands between a word and the one before it, without spaces; empty at the beginning.
  std::string between(std::size_t at) const {
    if (at == 0 || at >= words_.size()) return {};
    std::string result(text_.substr(words_[at - 1].end, words_[at].begin - words_[at - 1].end));
    std::erase(result, ' ');
    return result;
  }
  bool separated(std::size_t at) const {
    const std::string mark = between(at);
    return mark == "/" || mark == "-" || mark == ".";
  }

  std::optional<int> number(std::size_t at, std::size_t back) const {
    return at >= back ? number_of(words_[at - back]) : std::nullopt;
  }

  // "2015 - 2020", "2020 -2025" (whose dash the grammar took): neither is a year of its own.
  bool in_span(std::size_t at) const {
    const auto dash = [](const std::string& mark) {
      return mark.empty() || mark == "-" || mark == "–";
    };
    const auto is_year = [&](std::size_t word) {
      const auto value = number_of(words_[word]);
      return value && words_[word].folded.size() == 4;
    };
    return (at > 0 && dash(between(at)) && is_year(at - 1)) ||
           (at + 1 < words_.size() && dash(between(at + 1)) && is_year(at + 1));
  }

  bool counts(std::size_t at) const {
    if (at + 1 >= words_.size() || !between(at + 1).empty()) return false;
    return std::find(kCounted.begin(), kCounted.end(), words_[at + 1].folded) != kCounted.end();
  }

  static std::optional<AskedDate> asked(std::size_t at, std::size_t back,
                                        const std::optional<Date>& date) {
    if (!date) return std::nullopt;
    return AskedDate{at - back, back + 1, *date, *date};
  }

  std::optional<AskedDate> quarter(std::size_t at, std::size_t back, int year) const {
    if (!is(at, back + 1, "quý")) return std::nullopt;
    const std::string& written = words_[at - back].folded;
    const auto roman = std::find(kRomanQuarters.begin(), kRomanQuarters.end(), written);
    const int which = roman == kRomanQuarters.end()
                          ? number(at, back).value_or(0)
                          : static_cast<int>(roman - kRomanQuarters.begin()) + 1;
    const auto last = calendar::make_month(year, which * kMonthsOfQuarter);
    if (!last) return std::nullopt;
    const auto first = calendar::make_month(year, (which - 1) * kMonthsOfQuarter + 1);
    return AskedDate{at - back - 1, back + 2, *first, *last};
  }

  std::optional<AskedDate> month(std::size_t at, std::size_t back, int year) const {
    const auto month = number(at, back);
    if (!month || !calendar::make_month(year, *month)) return std::nullopt;
    const bool named = is(at, back + 1, "tháng");
    if (!named && !separated(at - back + 1)) return std::nullopt;
    const std::size_t before = back + (named ? 2 : 1);  // words back to the day
    if (const auto day = number(at, before); day && (named || separated(at - before + 1))) {
      if (const auto date = calendar::make_day(year, *month, *day)) {
        return asked(at, before + (is(at, before + 1, "ngày") ? 1 : 0), date);
      }
    }
    return asked(at, named ? back + 1 : back, calendar::make_month(year, *month));
  }

  Tokens words_;
  std::string_view text_;
};

}  // namespace

std::vector<AskedDate> find_asked_dates(Tokens words, std::string_view text) {
  const DateReader reader(words, text);
  std::vector<AskedDate> dates;
  std::size_t free = 0;  // words before this belong to a date
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto date = reader.ending_at(at);
    if (!date || date->first < free) continue;
    dates.push_back(*date);
    free = at + 1;
  }
  return dates;
}

}  // namespace tinlang::search
