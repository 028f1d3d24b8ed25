#include "indexer/article/line_kinds.h"

#include <algorithm>
#include <array>

#include "indexer/article/phrases.h"
#include "indexer/article/word_shape.h"
#include "indexer/calendar/date_finder.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kProseChars = 80;
constexpr std::size_t kSentenceChars = 40;
constexpr double kMostlyLinks = 0.5;
constexpr std::size_t kHeadlineChars = 15;
constexpr std::size_t kLongestTeaser = 450;    // code points
constexpr std::size_t kLongestDateLine = 120;  // bytes
constexpr std::size_t kFewUnits = 3;           // repeated so often, a shape is a list

std::size_t count_spaces(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

class KindReader {
 public:
  KindReader(const PageBlocks& page, bool show_hidden)
      : blocks_(page.blocks), boxes_(page.boxes), show_hidden_(show_hidden) {}

  std::vector<LineKind> read() {
    kinds_.reserve(blocks_.size());
    for (const Block& block : blocks_) kinds_.push_back(kind_of(block));
    mark_linked_headlines();
    mark_leading_links();
    mark_dated_units();
    mark_imprint();
    return std::move(kinds_);
  }

 private:
  LineKind kind_of(const Block& block) const {
    if (block.hidden && !show_hidden_) return LineKind::kHidden;
    if (is_link_line(block)) return LineKind::kLinks;
    if (begins_other_matter(block.text, block.words)) return LineKind::kMatter;
    // An imprint is known by repetition too, and it ends what stands before it.
    if (block.repeated && imprint_sign(block.text, block.words) == ImprintSign::kNone) {
      return LineKind::kHidden;
    }
    const bool dated = block.text.size() <= kLongestDateLine && has_digit(block.text) &&
                       calendar::parse_publish_line(block.text);
    if (dated || is_stamp_with_buttons(block)) return LineKind::kDate;
    return is_prose(block) ? LineKind::kProse : LineKind::kShort;
  }

  // "(12/05/2020 15:47) A+ A- In trang", "An Bình 16:48 12/09/2022 1.034": a publish line among
  // short buttons, counters and, behind the icon of a person, the author.
  static bool is_stamp_with_buttons(const Block& block) {
    if (block.parts.size() < 2 || block.text.size() > kLongestDateLine) return false;
    bool dated = false;
    for (const std::string& part : block.parts) {
      constexpr std::size_t kButton = 24;  // bytes
      const bool first = &part == &block.parts.front();
      const bool may_be_date = first || !block.behind_person.empty();
      const bool date = !dated && may_be_date && calendar::parse_publish_line(part).has_value();
      dated = dated || date;
      if (!date && part.size() > kButton && part != block.behind_person) return false;
    }
    return dated;
  }

  bool is_headline(std::size_t i) const {
    return i < blocks_.size() && kinds_[i] == LineKind::kLinks &&
           blocks_[i].chars >= kHeadlineChars;
  }

  bool is_summary(std::size_t i) const {
    return i < blocks_.size() && blocks_[i].chars <= kLongestTeaser && blocks_[i].heading == 0 &&
           (kinds_[i] == LineKind::kProse || kinds_[i] == LineKind::kShort);
  }

  // The last block of a linked headline with its date and summary; `i` when it has none.
  std::size_t end_of_unit(std::size_t i) const {
    std::size_t at = i + 1;
    if (at < blocks_.size() && kinds_[at] == LineKind::kDate) ++at;
    const bool summary = is_summary(at) && kinds_[at] == LineKind::kProse;
    if (!summary) return i;
    if (at + 1 < blocks_.size() && kinds_[at + 1] == LineKind::kDate) ++at;
    return at;
  }

  // Entries of one list are marked up alike.
  bool is_alike(std::size_t a, std::size_t b) const {
    const Block& one = blocks_[a];
    const Block& other = blocks_[b];
    return boxes_[one.box].tag == boxes_[other.box].tag && one.heading == other.heading &&
           one.list_item == other.list_item && one.bold == other.bold;
  }

  // Headline, date, summary; and again, with at most a line between.
  void mark_linked_headlines() {
    constexpr std::size_t kGap = 2;
    std::size_t first = 0;  // of the units so far
    std::size_t last = 0;
    std::size_t units = 0;
    const auto flush = [&] {
      for (std::size_t i = first; units >= 2 && i <= last; ++i) kinds_[i] = LineKind::kTeaser;
      units = 0;
    };
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_headline(i)) continue;
      const std::size_t end = end_of_unit(i);
      if (end == i) continue;
      if (units > 0 && (i > last + kGap || !is_alike(first, i))) flush();
      if (units == 0) first = i;
      last = end;
      ++units;
      i = end;
    }
    flush();
  }

  // Blocks that begin with a linked headline and go on with its summary.
  void mark_leading_links() {
    constexpr std::size_t kReach = 2;
    const auto leads = [&](std::size_t i) {
      return i < blocks_.size() && blocks_[i].lead_link_chars >= kHeadlineChars &&
             blocks_[i].chars <= kLongestTeaser && kinds_[i] != LineKind::kHidden;
    };
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!leads(i) || kinds_[i] != LineKind::kProse) continue;
      bool again = false;
      for (std::size_t k = i > kReach ? i - kReach : 0; k <= i + kReach; ++k) {
        again = again || (k != i && leads(k));
      }
      if (again) kinds_[i] = LineKind::kTeaser;
    }
  }

  // Dates at a steady distance, each with a short text, are a list of news.
  void mark_dated_units() {
    std::vector<std::size_t> dates;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i] == LineKind::kDate) dates.push_back(i);
    }
    for (std::size_t i = 0; i + 1 < dates.size();) {
      const std::size_t step = dates[i + 1] - dates[i];
      std::size_t last = i + 1;
      while (last + 1 < dates.size() && dates[last + 1] - dates[last] == step) ++last;
      const bool list = step >= 2 && step <= 3 && last - i + 1 >= kFewUnits;
      if (list && are_small(dates[i], dates[last])) mark_units(dates[i], dates[last], step);
      i = list ? last + 1 : last;  // no shorter run of the same step is a list either
    }
  }

  bool are_small(std::size_t begin, std::size_t end) const {
    return std::all_of(blocks_.begin() + static_cast<std::ptrdiff_t>(begin),
                       blocks_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Block& block) { return block.chars <= kLongestTeaser; });
  }

  void mark_units(std::size_t first, std::size_t last, std::size_t step) {
    std::size_t begin = first;
    // A headline above each date, unless it is the signature of what stands before.
    const bool headed = first > 0 && kinds_[first - 1] == kinds_[first + step - 1] &&
                        kinds_[first - 1] != LineKind::kProse;
    if (headed) --begin;
    std::size_t end = last + 1;
    const std::size_t behind = begin < first ? step - 1 : step;
    while (end < kinds_.size() && end < last + behind && is_summary(end)) ++end;
    for (std::size_t i = begin; i < end; ++i) kinds_[i] = LineKind::kTeaser;
  }

  // An address counts only beside another line of the imprint: announcements give one too.
  void mark_imprint() {
    constexpr std::size_t kReach = 3;
    std::vector<std::size_t> weak;
    std::vector<bool> strong(blocks_.size(), false);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (kinds_[i] != LineKind::kProse && kinds_[i] != LineKind::kShort) continue;
      const ImprintSign sign = imprint_sign(blocks_[i].text, blocks_[i].words);
      if (sign == ImprintSign::kNone) continue;
      if (sign == ImprintSign::kWeak) weak.push_back(i);
      strong[i] = sign == ImprintSign::kStrong;
      if (strong[i]) kinds_[i] = LineKind::kImprint;
    }
    for (const std::size_t i : weak) {
      const std::size_t from = i > kReach ? i - kReach : 0;
      for (std::size_t k = from; k < blocks_.size() && k <= i + kReach; ++k) {
        if (strong[k]) kinds_[i] = LineKind::kImprint;
      }
    }
  }

  const std::vector<Block>& blocks_;
  const std::vector<Box>& boxes_;
  bool show_hidden_;
  std::vector<LineKind> kinds_;
};

}  // namespace

bool ends_sentence(std::string_view text) {
  // The last five are the full stops, exclamation and question marks of other scripts.
  static constexpr std::array<std::string_view, 8> kEnds = {
      ".\"",          "\xE2\x80\xA6", ".\xE2\x80\x9D", "\xE3\x80\x82",
      "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xD8\x9F",      "\xE0\xA5\xA4"};
  if (text.empty()) return false;
  const char last = text.back();
  if (last == '.' || last == '!' || last == '?' || last == ';' || last == ':') return true;
  if (last != '"' && static_cast<unsigned char>(last) < 0x80) return false;
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool is_link_line(const Block& block) { return block.link_share() > kMostlyLinks; }

bool is_prose(const Block& block) {
  if (is_link_line(block)) return false;
  // Chinese, Japanese and Korean say in two signs what takes five letters, mostly without spaces.
  const bool dense = block.text.size() * 2 >= block.chars * 5;
  const std::size_t chars = dense ? block.chars * 5 / 2 : block.chars;
  if (chars >= kProseChars) return true;
  constexpr std::size_t kSentenceSpaces = 6;
  return chars >= kSentenceChars && ends_sentence(block.text) &&
         (dense || count_spaces(block.text) >= kSentenceSpaces);
}

bool is_teaser(const PageBlocks& page, std::size_t i) {
  const auto& blocks = page.blocks;
  const auto is_headline = [&](std::size_t other) {
    return other < blocks.size() && is_link_line(blocks[other]) &&
           blocks[other].chars >= kHeadlineChars;
  };
  if (i == 0 || !is_headline(i - 1)) return false;
  const bool one_more = is_headline(i + 1) || blocks[i].list_item;
  const bool one_before = i >= 3 && is_prose(blocks[i - 2]) && is_headline(i - 3);
  return one_more || one_before;
}

std::vector<LineKind> read_line_kinds(const PageBlocks& page, bool show_hidden) {
  return KindReader(page, show_hidden).read();
}

}  // namespace tinlang::article
