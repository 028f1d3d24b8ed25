#include "indexer/article/publish_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/article/head_line.h"
#include "indexer/article/phrases.h"
#include "indexer/calendar/date_finder.h"

namespace tinlang::article {
namespace {

using calendar::Date;
using calendar::Precision;

constexpr int kFirstWebYear = 1995;
constexpr std::size_t kLinesBeside = 6;
constexpr std::size_t kLinesAbove = 3;
constexpr std::size_t kLinesBehind = 6;
constexpr std::size_t kLongestLine = 300;  // bytes

// A day after which no page of the archive can have been published.
std::optional<std::int32_t> last_possible_day(std::string_view captured_at) {
  const auto captured = calendar::parse_machine_date(captured_at);
  if (!captured) return std::nullopt;
  return calendar::last_day(*captured) + 1;
}

class Finder {
 public:
  explicit Finder(const DateSources& sources)
      : sources_(sources), last_day_(last_possible_day(sources.captured_at)) {}

  PublishDates find() {
    read_machine_dates();
    const PublishDates printed = read_printed();
    settle(dates_.published, printed.published);
    settle(dates_.modified, printed.modified);
    if (!dates_.published) dates_.published = dates_.modified;
    if (!dates_.published) dates_.published = day_in_path();
    if (dates_.published == dates_.modified) dates_.modified.reset();
    return dates_;
  }

 private:
  bool is_possible(const Date& date) const {
    if (date.year < kFirstWebYear) return false;
    return !last_day_ || calendar::first_day(date) <= *last_day_;
  }

  std::optional<Date> machine(std::string_view value) const {
    const auto date = calendar::parse_machine_date(value);
    return date && date->precision >= Precision::kDay && is_possible(*date) ? date : std::nullopt;
  }

  // "/2022/03/15/" or "/20220315/".
  std::optional<Date> day_in_path() const {
    const std::string_view url = sources_.url;
    const auto number = [&](std::size_t at, std::size_t length) {
      int value = 0;
      for (const char c : url.substr(at, length)) value = value * 10 + (c - '0');
      return value;
    };
    const auto matches = [&](std::size_t at, std::string_view shape) {
      if (at + shape.size() > url.size()) return false;
      for (std::size_t i = 0; i < shape.size(); ++i) {
        const char c = url[at + i];
        if (shape[i] == '9' ? (c < '0' || c > '9') : c != shape[i]) return false;
      }
      return true;
    };
    for (std::size_t i = url.find('/'); i < url.size(); i = url.find('/', i + 1)) {
      const bool apart = matches(i, "/9999/99/99/");
      if (!apart && !matches(i, "/99999999/")) continue;
      const std::size_t month = apart ? i + 6 : i + 5;
      const std::size_t day = apart ? i + 9 : i + 7;
      const auto date = calendar::make_day(number(i + 1, 4), number(month, 2), number(day, 2));
      if (date && is_possible(*date)) return date;
    }
    return std::nullopt;
  }

  void offer_published(std::string_view value) {
    if (!dates_.published && !value.empty()) dates_.published = machine(value);
  }
  void offer_modified(std::string_view value) {
    if (!dates_.modified && !value.empty()) dates_.modified = machine(value);
  }

  void offer_property(std::string_view name, void (Finder::*offer)(std::string_view)) {
    for (const NamedValue& property : sources_.page.properties) {
      if (property.name == name) (this->*offer)(property.value);
    }
  }

  void read_machine_dates() {
    offer_published(sources_.json.published);
    offer_published(sources_.page.meta("article:published_time"));
    offer_property("datepublished", &Finder::offer_published);
    for (const char* name :
         {"pubdate", "publishdate", "publish-date", "publication_date", "publish_date",
          "og:published_time", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
          "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime"}) {
      offer_published(sources_.page.meta(name));
    }
    offer_modified(sources_.json.modified);
    for (const char* name : {"article:modified_time", "og:updated_time", "dcterms.modified"}) {
      offer_modified(sources_.page.meta(name));
    }
    offer_property("datemodified", &Finder::offer_modified);
  }

  // The metadata's word counts; the printed line may give a finer moment of the same day.
  static void settle(std::optional<Date>& said, const std::optional<Date>& printed) {
    if (!said) {
      said = printed;
    } else if (printed && calendar::first_day(*printed) == calendar::first_day(*said) &&
               said->precision == Precision::kDay) {
      said = printed;
    }
  }

  PublishDates read_printed() {
    printed_ = {};
    read_beside_title();
    if (!printed_.published && !printed_.modified && !stamp_) read_behind_body();
    read_times();
    if (!printed_.published) printed_.published = stamp_;
    if (!printed_.published && !printed_.modified) printed_.published = received_;
    return printed_;
  }

  // <time datetime> beside the title: finer than what is printed, or instead of it.
  void read_times() {
    const std::size_t title = sources_.title.block;
    const std::size_t begin = sources_.body.begin;
    const bool lone = sources_.page.times.size() == 1;
    for (const TimeMark& time : sources_.page.times) {
      const std::size_t from = title > kLinesAbove ? title - kLinesAbove : 0;
      const bool beside =
          title != kNoIndex && begin != kNoIndex && time.block >= from && time.block <= begin;
      if (beside || lone) take_exact(time.value, time.is_update);
    }
    take_exact(sources_.json.uploaded, false);
  }

  void take_exact(std::string_view value, bool is_update) {
    const auto date = machine(value);
    if (!date) return;
    const bool published = sharpen(printed_.published, *date);
    const bool refined = sharpen(printed_.modified, *date) || published;
    if (refined) return;
    auto& field = is_update ? printed_.modified : printed_.published;
    if (!field) field = *date;
  }

  // Replaces a date by the same moment told more exactly.
  static bool sharpen(std::optional<Date>& known, const Date& exact) {
    if (!known || calendar::first_day(*known) != calendar::first_day(exact)) return false;
    const bool timed = known->precision >= Precision::kMinute;
    if (timed && (known->hour != exact.hour || known->minute != exact.minute)) return false;
    if (exact.precision > known->precision) known = exact;
    return true;
  }

  // The publish line that a block or one of its parts is.
  std::optional<calendar::PublishLine> read_line(const Block& block) const {
    if (block.text.size() > kLongestLine) return std::nullopt;
    if (const auto line = usable(block.text)) return line;
    if (const auto line = usable(joined(block.parts))) return line;
    std::optional<calendar::PublishLine> found;
    for (const std::string& piece : pieces_of(block)) {
      const auto line = usable(piece);
      if (!line) continue;
      if (!found) {
        found = line;
      } else if (found->is_update && !line->is_update) {
        const Date update = found->date;
        found = line;
        found->update = update;
      } else if (line->is_update && !found->is_update && !found->update) {
        found->update = line->date;
      }
    }
    return found;
  }

  // Elements that only their style keeps apart: <span>04/10/2023</span><span>16:45</span>.
  static std::string joined(const std::vector<std::string>& parts) {
    std::string line;
    for (const std::string& part : parts) line += (line.empty() ? "" : " ") + part;
    return line;
  }

  std::optional<calendar::PublishLine> usable(const std::string& text) const {
    const auto line = calendar::parse_publish_line(text);
    return line && is_possible(line->date) ? line : std::nullopt;
  }

  // Pieces at inline elements, then at bars and bullets.
  static std::vector<std::string> pieces_of(const Block& block) {
    std::vector<std::string> pieces;
    std::string piece;
    for (const std::string& part : block.parts) {
      piece += piece.empty() ? part : " " + part;
      if (part.ends_with(':')) continue;  // a label: its value comes next
      pieces.push_back(piece);
      piece.clear();
    }
    piece.clear();
    for (std::size_t i = 0; i < block.text.size(); ++i) {
      const bool bar = block.text[i] == '|' || block.text.compare(i, 2, "\xC2\xB7") == 0 ||
                       block.text.compare(i, 3, "\xE2\x80\xA2") == 0;
      if (!bar) {
        piece += block.text[i];
        continue;
      }
      pieces.push_back(piece);
      piece.clear();
      i += block.text[i] == '|' ? 0 : (block.text[i] == '\xC2' ? 1 : 2);
    }
    pieces.push_back(piece);
    return pieces;
  }

  // Keeps what a line gives; the first line of each kind counts.
  void take(std::size_t i) {
    const Block& block = sources_.page.blocks[i];
    const bool shown = !block.hidden && (!sources_.region.outside[i] || is_share_bar(block));
    if (!shown || (is_link_line(block) && !is_head_line(sources_.page, block))) return;
    const auto line = read_line(block);
    if (!line) return note_stamp(block);
    if (tells_of_receipt(block)) {
      if (!received_) received_ = line->date;
      return;
    }
    const auto keep = [](std::optional<Date>& field, const std::optional<Date>& date) {
      if (!field) field = date;
    };
    keep(line->is_update ? printed_.modified : printed_.published, line->date);
    keep(printed_.modified, line->update);
  }

  // A line with a date and a time in words of another language. A change comes later than what
  // it changes, so the earliest counts.
  void note_stamp(const Block& block) {
    if (is_prose(block) && !is_head_line(sources_.page, block)) return;
    const auto stamp = calendar::find_stamp(block.text);
    if (!stamp || !is_possible(*stamp)) return;
    if (!stamp_ || calendar::first_day(*stamp) < calendar::first_day(*stamp_)) stamp_ = stamp;
  }

  // "Ngày hỏi: 08/03/2023" above "Ngày đăng: 13/03/2023": published then only if nothing else says.
  static bool tells_of_receipt(const Block& block) {
    static constexpr std::array<std::string_view, 4> kLabels = {"ngay hoi", "ngay gui", "ngay nhan",
                                                                "ngay tiep nhan"};
    return std::any_of(kLabels.begin(), kLabels.end(),
                       [&](std::string_view label) { return block.words.starts_with(label); });
  }

  // View counters and print buttons often share their box with the date.
  static bool is_share_bar(const Block& block) {
    constexpr Hints kOthers = kRelatedHint | kCommentHint | kNavigationHint | kAsideHint;
    return (block.around & kShareHint) != 0 && (block.around & kOthers) == 0;
  }

  void read_beside_title() {
    const std::size_t title = sources_.title.block;
    const std::size_t count = sources_.page.blocks.size();
    if (title == kNoIndex) return read_before_body();
    take(title);
    constexpr std::size_t kSummary = 2;  // paragraphs that end the head
    std::size_t lead = 0;
    std::size_t lines = 0;
    for (std::size_t i = title + 1; i < count && lines < kLinesBeside; ++i) {
      const Block& block = sources_.page.blocks[i];
      if (block.hidden) continue;
      // Behind a summary only what is named for a date.
      if (lead == 0 || is_head_line(sources_.page, block)) take(i);
      if (is_prose(block) && !sources_.region.outside[i] && ++lead == kSummary) break;
      ++lines;
    }
    if (!printed_.published) read_above_title(title);
  }

  // A date over the headline, in the same part of the page and not in its header.
  void read_above_title(std::size_t title) {
    const auto& page = sources_.page;
    for (std::size_t back = 1; back <= std::min(kLinesAbove, title); ++back) {
      const Block& block = page.blocks[title - back];
      if (is_link_line(block) || is_prose(block)) return;
      const std::size_t box = page.common_box(block.box, page.blocks[title].box);
      constexpr std::size_t kSmallBox = 8;  // blocks before the body that a header may have
      const std::size_t body = sources_.body.begin == kNoIndex ? title : sources_.body.begin;
      const bool near = page.boxes[box].begin + kSmallBox >= title && body >= title;
      if (near && page.boxes[box].tag != GUMBO_TAG_BODY) take(title - back);
    }
  }

  void read_before_body() {
    const std::size_t begin = sources_.body.begin;
    if (begin == kNoIndex) return;
    for (std::size_t back = 1; back <= std::min(kLinesBeside, begin); ++back) {
      take(begin - back);
    }
  }

  void read_behind_body() {
    const std::size_t end = sources_.body.end;
    if (end == kNoIndex) return;
    const std::size_t stop = std::min(sources_.page.blocks.size(), end + kLinesBehind);
    // Signatures and dates may stand among the last lines that the body used.
    for (std::size_t i = end > 3 ? end - 3 : 0; i < stop; ++i) {
      const Block& block = sources_.page.blocks[i];
      if (i >= end && begins_other_matter(block.text, block.words)) return;
      take(i);
      if (printed_.published || (i >= end && is_prose(block))) return;
    }
  }

  const DateSources& sources_;
  std::optional<std::int32_t> last_day_;
  PublishDates dates_;            // what machines are told
  PublishDates printed_;          // what readers see
  std::optional<Date> stamp_;     // of a line that is read by its numbers alone
  std::optional<Date> received_;  // a question that the page answers
};

}  // namespace

PublishDates find_dates(const DateSources& sources) { return Finder(sources).find(); }

}  // namespace tinlang::article
