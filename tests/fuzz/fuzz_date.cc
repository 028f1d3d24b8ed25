// Any bytes: the date readers answer, and every date they give is a real one.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/calendar/date_finder.h"

namespace {

using tinlang::calendar::Date;

void check(const Date& date) {
  if (!tinlang::calendar::parse_iso_date(tinlang::calendar::to_iso_date(date))) std::abort();
  if (tinlang::calendar::first_day(date) > tinlang::calendar::last_day(date)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t end = 0;
  for (const auto& found : tinlang::calendar::find_dates(text)) {
    if (found.begin < end || found.end <= found.begin || found.end > size) std::abort();
    end = found.end;
    if (found.date) check(*found.date);
    const auto year = tinlang::calendar::resolve_year(found, {}, text);
    if (year) check(*year);
  }
  if (const auto line = tinlang::calendar::parse_publish_line(text)) check(line->date);
  if (const auto date = tinlang::calendar::parse_machine_date(text)) check(*date);
  return 0;
}
