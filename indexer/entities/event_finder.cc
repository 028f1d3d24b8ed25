#include "indexer/entities/event_finder.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/calendar/date_finder.h"
#include "indexer/entities/words.h"

namespace tinlang::entities {
namespace {

using calendar::Date;
using calendar::FoundDate;

constexpr std::size_t kOpeningParagraphs = 3;
constexpr std::size_t kTimeWordReach = 24;   // bytes before a date
constexpr std::size_t kOpeningBytes = 160;   // how far into a paragraph its own date stands
constexpr std::int32_t kNewsDays = 60;       // an event is reported at most so much later
constexpr std::int32_t kAnnouncedDays = 45;  // or announced so much before

// Words of time of the day or of reporting, with both letter cases of the first.
constexpr std::array<std::string_view, 14> kTimeWords = {"áng",    "hiều",   "rưa", "ối",  "êm",
                                                         "ôm nay", "ôm qua", "gày", "ào",  "ừa qua",
                                                         "rong",   "ại",     "úc",  "rạng"};

bool is_introduced(std::string_view text, const FoundDate& found) {
  const std::size_t from = found.begin > kTimeWordReach ? found.begin - kTimeWordReach : 0;
  const auto before =
      text.substr(from, found.begin - from + std::min<std::size_t>(6, found.end - found.begin));
  return std::any_of(kTimeWords.begin(), kTimeWords.end(), [&](std::string_view word) {
    return before.find(word) != std::string_view::npos;
  });
}

bool fits_publication(const Date& date, const std::optional<Date>& published) {
  if (!published) return true;
  const auto late = calendar::first_day(*published) - calendar::first_day(date);
  return late <= kNewsDays && late >= -kAnnouncedDays;
}

std::optional<Date> day_of(const FoundDate& found, const article::Article& article,
                           const std::string& body) {
  if (found.of_document || found.day == 0) return std::nullopt;
  auto date = found.date ? found.date : calendar::resolve_year(found, article.published, body);
  if (!date || !fits_publication(*date, article.published)) return std::nullopt;
  return date;
}

// "hai ngày 14 - 15/6", "ngày 10 và 11/10" -> the last day alone, offsets kept.
std::string with_last_day_only(std::string_view paragraph) {
  std::string text(paragraph);
  if (paragraph.find('/') == std::string_view::npos) return text;
  WordKeys keys;
  const auto words = read_words(paragraph, &keys);
  const auto is_number = [&](std::size_t i) { return words[i].shape == Shape::kNumber; };
  for (std::size_t i = 0; i + 4 < words.size(); ++i) {
    const bool joined = words[i + 1].key == "-" || words[i + 1].key == "va2";
    const bool span = is_number(i) && joined && is_number(i + 2) && words[i + 3].key == "/" &&
                      is_number(i + 4) && words[i].text.size() <= 2;
    const bool part_of_date = i > 0 && words[i - 1].key == "/";
    if (span && !part_of_date)
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(words[i].begin),
                text.begin() + static_cast<std::ptrdiff_t>(words[i + 1].end), ' ');
  }
  return text;
}

std::optional<Date> opening_day(const article::Article& article, const std::string& body) {
  std::vector<std::string_view> opening;
  if (!article.lead.empty()) opening.push_back(article.lead);
  for (const auto& paragraph : article.paragraphs) {
    if (opening.size() > kOpeningParagraphs) break;
    if (paragraph != article.lead) opening.push_back(paragraph);
  }
  struct Dated {
    std::string text;
    std::vector<FoundDate> dates;
  };
  std::vector<Dated> read;
  for (const bool introduced : {true, false}) {
    for (std::size_t i = 0; i < opening.size(); ++i) {
      if (i == read.size()) {
        read.push_back({with_last_day_only(opening[i]), {}});
        read.back().dates = calendar::find_dates(read.back().text);
      }
      const auto& [text, dates] = read[i];
      for (const auto& found : dates) {
        if (found.begin > kOpeningBytes && !introduced) break;
        if (introduced && !is_introduced(text, found)) continue;
        if (auto date = day_of(found, article, body)) return date;
      }
    }
  }
  return std::nullopt;
}

int year_of(const Word& word) {
  if (word.shape != Shape::kNumber || word.text.size() != 4) return 0;
  const int year = std::stoi(std::string(word.text));
  return year >= 1990 && year <= 2100 ? year : 0;
}

// "6 tháng đầu năm 2022", "9 tháng năm 2023", "nhiệm vụ của năm 2023", "quý III năm 2022":
// a year spoken of as the one that is under way, at words[at] = "năm".
bool is_current_year(std::span<const Word> words, std::size_t at) {
  constexpr std::size_t kReach = 6;
  const std::size_t from = at > kReach ? at - kReach : 0;
  for (std::size_t i = from; i < at; ++i) {
    if (words[i].key == "thang1" && i > 0 && words[i - 1].shape == Shape::kNumber) {
      return i + 1 >= at || words[i + 1].key == "đâu2" || words[i + 1].key == "cuôi1" ||
             words[i + 1].key == "năm";
    }
    if (words[i].key == "quy1" || (words[i].key == "nhiêm5" && words[i + 1].key == "vu5"))
      return true;
  }
  return false;
}

std::optional<Date> current_year(const article::Article& article) {
  WordKeys keys;
  int latest = 0;
  std::vector<std::string_view> texts = {article.title};
  texts.insert(texts.end(), article.paragraphs.begin(), article.paragraphs.end());
  for (const auto text : texts) {
    const auto words = read_words(text, &keys);
    for (std::size_t i = 1; i < words.size(); ++i) {
      const int year = words[i - 1].key == "năm" ? year_of(words[i]) : 0;
      if (year > latest && is_current_year(words, i - 1)) latest = year;
    }
  }
  if (latest == 0) return std::nullopt;
  return calendar::make_year(latest);
}

}  // namespace

// The only year that the title and the lead give as a year by itself; bounds
// ("đến năm 2025") and terms do not count.
std::optional<Date> year_of_lead(const article::Article& article) {
  constexpr std::array<std::string_view, 6> kBounds = {"đên1", "tư2",   "trươc1",
                                                       "sau",  "đoan5", "ky2"};
  WordKeys keys;
  int year = 0;
  const std::string lead = article.paragraphs.empty() ? article.lead : article.paragraphs.front();
  const std::string opening = article.title + ". " + lead;
  const auto words = read_words(opening, &keys);
  for (std::size_t i = 2; i < words.size(); ++i) {
    const int found = words[i - 1].key == "năm" ? year_of(words[i]) : 0;
    const bool bound = std::find(kBounds.begin(), kBounds.end(), words[i - 2].key) != kBounds.end();
    const bool term = i + 1 < words.size() && words[i + 1].key == "-";
    if (found == 0 || bound || term) continue;
    if (year != 0 && year != found) return std::nullopt;
    year = found;
  }
  if (year == 0) return std::nullopt;
  return calendar::make_year(year);
}

std::optional<Date> find_event(const article::Article& article) {
  const std::string body = article::body_text(article);
  if (auto day = opening_day(article, body)) return day;
  if (article.published) return std::nullopt;
  if (auto year = current_year(article)) return year;
  return year_of_lead(article);
}

}  // namespace tinlang::entities
