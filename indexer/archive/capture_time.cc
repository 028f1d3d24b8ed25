#include "indexer/archive/capture_time.h"

#include <array>
#include <charconv>
#include <cstddef>

namespace tinlang::archive {
namespace {

constexpr std::string_view kMidnight = "T00:00:00Z";
constexpr std::size_t kDayLength = 10;     // 2026-01-05
constexpr std::size_t kMinuteLength = 16;  // 2026-01-05T03:00
constexpr std::size_t kSecondLength = 19;  // 2026-01-05T03:00:00

struct Part {
  std::size_t begin;
  std::size_t length;
  int least;
  int most;
};
constexpr std::array<Part, 6> kParts = {{{0, 4, 1, 9999},
                                         {5, 2, 1, 12},
                                         {8, 2, 1, 31},
                                         {11, 2, 0, 23},
                                         {14, 2, 0, 59},
                                         {17, 2, 0, 60}}};

bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

bool is_time(std::string_view text) {
  if (!has_shape(text, "0000-00-00T00:00:00")) return false;
  for (const Part& part : kParts) {
    int value = 0;
    const char* const begin = text.data() + part.begin;
    std::from_chars(begin, begin + part.length, value);
    if (value < part.least || value > part.most) return false;
  }
  return true;
}

}  // namespace

std::string capture_time(std::string_view warc_date) {
  std::string time(warc_date);
  if (time.size() == kDayLength) time += kMidnight;
  if (!time.ends_with('Z')) return {};
  time.pop_back();
  if (time.size() == kMinuteLength) time += ":00";
  const std::size_t fraction = time.find('.');
  if (fraction == kSecondLength &&
      time.find_first_not_of("0123456789", fraction + 1) == std::string::npos) {
    time.resize(kSecondLength);
  }
  return is_time(time) ? time + 'Z' : std::string();
}

}  // namespace tinlang::archive
