// Finds dates as Vietnamese text writes them, and says which kind each is.
// Rules and traps: ../README.md, "Dates".

#ifndef TINLANG_INDEXER_CALENDAR_DATE_FINDER_H_
#define TINLANG_INDEXER_CALENDAR_DATE_FINDER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/calendar/date.h"

namespace tinlang::calendar {

// A date found in running text. When the text gives no year ("Sáng ngày
// 21/4"), `date` is empty and day and month are set: resolve_year() decides.
struct FoundDate {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::optional<Date> date;
  std::uint8_t day = 0;      // 0 when the date has no day
  std::uint8_t month = 0;    // 0 when the date has no month
  bool of_document = false;  // follows a document number: the document's date, not the event's
};

// Every day or month that `text` (UTF-8, NFC) names as a date, in order.
// Counts (9/19 tiêu chí), holidays, document numbers, terms (2020 - 2025),
// spans and lunar dates are not dates.
std::vector<FoundDate> find_dates(std::string_view text);

// The date and time of a line that gives the moment of publication, such as
// "Thứ hai, 08/05/2023 | 14:30 GMT+7", "Ngày đăng: 22/06/2022 09:00:00" or
// "00:00 26/05/2024"; nullopt when the line is anything else, above all when
// the date stands inside a sentence.
struct PublishLine {
  Date date;
  bool is_update = false;      // "Cập nhật ...": when it was changed
  std::optional<Date> update;  // the moment of change, when the line gives both
};
std::optional<PublishLine> parse_publish_line(std::string_view line);

// The first date of `line` that has its year and a time of day beside it, whatever the words
// around them: "Publié le 29/10/2012 à 14h03". For lines that stand where a publish line may.
std::optional<Date> find_stamp(std::string_view line);

// Reads the date of a meta tag, JSON-LD or <time datetime>: ISO 8601 with or
// without time and zone (converted to +07), NukeViet's "2023-05-08+0714:30:00"
// and the visible Vietnamese forms.
std::optional<Date> parse_machine_date(std::string_view value);

// The year of a day and month that the text gives without one: the latest such
// day not after `published` + 1 day and not older than 120 days; without a
// publish date a year that `text` itself fixes; else nothing.
std::optional<Date> resolve_year(const FoundDate& found, const std::optional<Date>& published,
                                 std::string_view text);

}  // namespace tinlang::calendar

#endif  // TINLANG_INDEXER_CALENDAR_DATE_FINDER_H_
