#include "indexer/article/head_line.h"

#include <algorithm>
#include <array>

#include "indexer/article/credit.h"
#include "indexer/article/line_kinds.h"
#include "indexer/article/signature.h"
#include "indexer/article/word_shape.h"
#include "indexer/calendar/date_finder.h"

namespace tinlang::article {
namespace {

std::string_view without_separators(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kSeparators = {
      " ", "-", "|", ",", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xC2\xB7"};
  const auto* sign = kSeparators.begin();
  const auto ends = [&](std::string_view separator) { return line.ends_with(separator); };
  while ((sign = std::find_if(kSeparators.begin(), kSeparators.end(), ends)) != kSeparators.end()) {
    line.remove_suffix(sign->size());
  }
  return line;
}

}  // namespace

bool is_head_line(const PageBlocks& page, const Block& block) {
  constexpr std::size_t kLongest = 140;  // code points
  constexpr std::size_t kSmallBox = 3;   // blocks
  constexpr Hints kHead = kDateHint | kAuthorHint;
  if (block.chars > kLongest || block.heading > 0) return false;
  Hints hints = block.inline_hints;
  std::size_t box = block.box;
  for (int levels = 0; levels < 2 && box != kNoIndex; ++levels) {
    if (page.boxes[box].end - page.boxes[box].begin > kSmallBox) break;
    hints |= page.boxes[box].hints;
    box = page.boxes[box].parent;
  }
  if ((hints & kHead) == 0) {
    constexpr std::size_t kLongestSigned = 80;  // code points
    if (block.chars > kLongestSigned) return false;
    const std::string name = without_preposition(block.text);
    return name.size() < block.text.size() && is_signature(name_in_head_line(name));
  }
  // A summary may hold a date or a name, and lack its full stop.
  if (is_prose(block) && !calendar::find_stamp(block.text) &&
      without_preposition(block.text).size() == block.text.size()) {
    return false;
  }
  // "11:29 a.m." ends with a dot that ends no sentence.
  return !ends_sentence(block.text) || calendar::parse_publish_line(block.text).has_value();
}

std::string_view name_in_head_line(std::string_view line) {
  constexpr std::size_t kLongest = 160;  // bytes
  if (line.size() > kLongest) return line;
  for (std::size_t space = line.find(' '); space != std::string_view::npos;
       space = line.find(' ', space + 1)) {
    const std::string_view rest = line.substr(space + 1);
    const bool dated = has_digit(rest) && calendar::parse_publish_line(rest).has_value();
    if (!dated && !rest.starts_with('@') && !rest.starts_with('|')) continue;
    return without_separators(line.substr(0, space));
  }
  return line;
}

std::string_view behind_date(std::string_view line) {
  constexpr std::size_t kLongest = 160;  // bytes
  const std::size_t by = line.find(" by ");
  if (line.size() > kLongest || by == std::string_view::npos) return line;
  return calendar::parse_publish_line(line.substr(0, by)) ? line.substr(by + 1) : line;
}

}  // namespace tinlang::article
