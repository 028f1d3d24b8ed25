#include "indexer/article/body_reader.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "indexer/article/credit.h"
#include "indexer/article/head_line.h"
#include "indexer/article/phrases.h"
#include "indexer/article/signature.h"
#include "indexer/calendar/date_finder.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestCaption = 300;  // code points
constexpr std::size_t kLongestPlainCaption = 140;
constexpr std::size_t kLongestRow = 600;
constexpr std::size_t kCopyChars = 60;  // two equal paragraphs so long are one printed twice
constexpr std::string_view kCellSeparator = " | ";

std::size_t chars_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

class Reader {
 public:
  Reader(const PageBlocks& page, const BodyRegion& region, const FoundTitle& title)
      : page_(page), region_(region), title_words_(plain_words(title.text)) {}

  BodyText read() {
    sum_up_prose();
    for (at_ = region_.begin; at_ < region_.end; ++at_) {
      const Block& block = page_.blocks[at_];
      if (is_left_out(block)) continue;
      if (!body_.paragraphs.empty() && ends_body(at_)) break;
      if (is_caption(block)) {
        take_caption(block);
        note_use(at_);
        continue;
      }
      if (last_of_row(at_) == at_ && is_small_print(block)) continue;
      add_paragraph();
    }
    drop_copies();
    return std::move(body_);
  }

 private:
  void note_use(std::size_t block) {
    if (body_.begin == kNoIndex) body_.begin = block;
    body_.end = block + 1;
  }

  bool is_left_out(const Block& block) const {
    const bool hidden = block.hidden && !page_.blocks[region_.begin].hidden;
    if (hidden) return true;
    if (region_.outside[at_]) return true;
    if (!is_link_line(block)) return false;
    // A paragraph that links each of its names is still a paragraph.
    return !(is_long(block) && block.link_share() < 0.8);
  }

  static bool is_long(const Block& block) {
    constexpr std::size_t kLong = 160;
    return block.chars >= kLong;
  }

  void sum_up_prose() {
    std::size_t centred = 0;
    prose_before_.reserve(region_.end - region_.begin + 1);
    prose_before_.push_back(0);
    for (std::size_t i = region_.begin; i < region_.end; ++i) {
      const Block& block = page_.blocks[i];
      const bool counts =
          !block.hidden && !region_.outside[i] && is_prose(block) && !is_teaser(page_, i);
      prose_before_.push_back(prose_before_.back() + (counts ? block.chars : 0));
      if (counts && block.align == Align::kCenter) centred += block.chars;
    }
    is_centred_ = centred * 2 > prose_before_.back();
  }

  // Code points of prose in blocks of the region; 0 when `end` is not behind `begin`.
  double prose_between(std::size_t begin, std::size_t end) const {
    if (begin >= end) return 0;
    return static_cast<double>(prose_before_[end - region_.begin] -
                               prose_before_[begin - region_.begin]);
  }

  // A heading of other matter, or a run of links, with little text behind it.
  bool ends_body(std::size_t i) const {
    constexpr double kTail = 0.34;
    const Block& block = page_.blocks[i];
    const bool heading = begins_other_matter(block.text, block.words);
    const bool dated_list = !heading && is_list_of_links(i);
    if (!heading && !dated_list) return false;
    const double behind = prose_between(i + 1, region_.end);
    const double before = prose_between(region_.begin, i);
    return behind < (behind + before) * kTail;
  }

  // Most of the lines from here on are links.
  bool is_list_of_links(std::size_t i) const {
    constexpr std::size_t kLook = 6;
    if (is_prose(page_.blocks[i]) || page_.blocks[i].chars > kLongestPlainCaption) return false;
    std::size_t links = 0;
    std::size_t seen = 0;
    for (std::size_t k = i; k < region_.end && seen < kLook; ++k, ++seen) {
      links += is_link_line(page_.blocks[k]) ? 1 : 0;
    }
    return seen >= 4 && links * 2 >= seen;
  }

  // A caption, the credit that stands in its place or in an element of its own behind it, or
  // the number of a picture.
  void take_caption(const Block& block) {
    if (take_photo_credit(block.text)) return;
    std::string caption = block.text;
    const bool credited = block.parts.size() > 1 && take_photo_credit(block.parts.back());
    if (credited)
      caption = clean_text(caption.substr(0, caption.size() - block.parts.back().size()));
    const bool number = caption.find_first_not_of("0123456789/. ") == std::string::npos;
    if (!number) body_.captions.push_back(std::move(caption));
  }

  bool take_photo_credit(const std::string& text) {
    const auto credit = parse_credit(text);
    if (!credit || credit->kind != CreditKind::kPhoto) return false;
    if (body_.photo_credit.empty()) body_.photo_credit = credit->name;
    return true;
  }

  // A portrait over the text, and beside it who wrote when.
  bool is_beside_portrait(const Block& block) const {
    if (!body_.paragraphs.empty()) return false;
    const std::size_t parent = page_.boxes[block.box].parent;
    const Hints outer = parent == kNoIndex ? 0 : page_.boxes[parent].hints;
    const Hints hints = block.inline_hints | page_.boxes[block.box].hints | outer;
    return (hints & kAuthorHint) != 0 || !name_at_portrait(page_, at_).empty() ||
           std::any_of(page_.times.begin(), page_.times.end(),
                       [&](const TimeMark& time) { return time.block == at_; });
  }

  // The picture and the text stand alone together in a box of their own.
  bool is_boxed_with_picture(const Block& block) const {
    const std::size_t box = page_.common_box(block.box, block.image_box);
    if (box == region_.box || page_.is_within(region_.box, box)) return false;
    return page_.boxes[box].end - page_.boxes[box].begin <= 2;
  }

  bool is_caption(const Block& block) const {
    if (block.chars > kLongestCaption || block.heading > 0) return false;
    // "By Ann Reed" beside the portrait.
    const Hints box = page_.boxes[block.box].hints;
    if ((box & kAuthorHint) != 0 && without_preposition(block.text).size() < block.text.size()) {
      return false;
    }
    const Hints own = block.inline_hints | page_.boxes[block.box].hints;
    const bool named = (own & kCaptionHint) != 0 || is_in_small_caption_box(block);
    if (named) return true;
    if (block.image_box == kNoIndex || is_beside_portrait(block)) return false;
    // A summary in bold under the picture that opens the article.
    if (block.bold && body_.paragraphs.empty() && is_prose(block) && ends_sentence(block.text)) {
      return false;
    }
    const bool styled = (block.align == Align::kCenter && !is_centred_) || block.italic;
    if (styled) return true;
    const bool sentence = ends_sentence(block.text);
    // A paragraph that begins with a picture: its text flows around it.
    const bool flows = block.beside_image && page_.boxes[block.box].tag == GUMBO_TAG_P;
    if (flows && sentence && is_prose(block)) return false;
    if (is_boxed_with_picture(block)) return !sentence || block.chars <= kLongestPlainCaption;
    return !sentence && !block.bold && !block.list_item && block.align != Align::kRight &&
           block.chars <= kLongestPlainCaption && chars_before() > 0 && !parse_credit(block.text) &&
           at_ + 1 < region_.end;
  }

  bool is_in_small_caption_box(const Block& block) const {
    const std::size_t parent = page_.boxes[block.box].parent;
    if (parent == kNoIndex) return false;
    const Box& box = page_.boxes[parent];
    return (box.hints & kCaptionHint) != 0 && box.end - box.begin <= 2;
  }

  std::size_t chars_before() const { return body_.paragraphs.size(); }

  // What is printed around a body by the site itself.
  bool is_small_print(const Block& block) const {
    if (is_furniture(block.text, block.words)) return true;
    constexpr std::size_t kLongestLine = 240;
    if (block.text.size() > kLongestLine) return block.words == title_words_;
    if (block.words == title_words_) return true;
    // Dates and names may stand behind a summary.
    constexpr std::size_t kHead = 2;  // paragraphs
    if (body_.paragraphs.size() <= kHead && is_head_line(page_, block)) return true;
    const bool started = !body_.paragraphs.empty();
    if (calendar::parse_publish_line(block.text)) {
      return !started || prose_between(at_ + 1, region_.end) == 0;
    }
    if (started) return begins_other_matter(block.text, block.words);
    if (is_prose(block)) return is_dated_prefix(block);
    if (parse_credit(block.text) || begins_other_matter(block.text, block.words)) return true;
    if (has_publish_part(block)) return true;
    const bool stamp = (block.inline_hints & kDateHint) != 0 && block.chars < 90;
    if (stamp && !ends_sentence(block.text)) return true;
    // Before the text: the name of the section, the site or the page.
    const bool lead = ((block.around | block.inline_hints) & kLeadHint) != 0;
    return !lead && block.chars < 45 && !ends_sentence(block.text) && !block.bold;
  }

  // "08/05/2023 | Lượt xem: 70 | ..." printed as one long line.
  static bool is_dated_prefix(const Block& block) {
    return block.chars < 160 && !ends_sentence(block.text) && has_publish_part(block);
  }

  static bool has_publish_part(const Block& block) {
    return std::any_of(block.parts.begin(), block.parts.end(), [](const std::string& part) {
      return calendar::parse_publish_line(part).has_value();
    });
  }

  void add_paragraph() {
    const std::size_t first = at_;
    Paragraph paragraph{page_.blocks[at_].text, first};
    const std::size_t last = last_of_row(first);
    for (std::size_t i = first + 1; i <= last; ++i) {
      paragraph.text += page_.blocks[i].cell == page_.blocks[i - 1].cell ? " " : kCellSeparator;
      paragraph.text += page_.blocks[i].text;
    }
    at_ = last;
    note_use(last);
    if (body_.begin > first) body_.begin = first;
    body_.paragraphs.push_back(std::move(paragraph));
  }

  // The last block of the table row that begins at `first`; `first` when it is no data row.
  std::size_t last_of_row(std::size_t first) const {
    const std::size_t row = page_.blocks[first].row;
    if (row == kNoIndex || !page_.is_within(row, region_.box) || row == region_.box) return first;
    const Box& box = page_.boxes[row];
    if (box.begin != first || box.end > region_.end) return first;
    std::size_t cells = 1;
    std::size_t chars = 0;
    for (std::size_t i = box.begin; i < box.end; ++i) {
      if (i > box.begin && page_.blocks[i].cell != page_.blocks[i - 1].cell) ++cells;
      chars += page_.blocks[i].chars;
      if (page_.blocks[i].image_box != kNoIndex) return first;
    }
    const bool data = cells > 1 && chars <= kLongestRow && box.end - box.begin <= 2 * cells;
    return data ? box.end - 1 : first;
  }

  // A second print of the whole body ends it; a single repeated paragraph is dropped.
  void drop_copies() {
    std::unordered_set<std::string> seen;
    std::vector<Paragraph> kept;
    for (Paragraph& paragraph : body_.paragraphs) {
      if (chars_of(paragraph.text) >= kCopyChars &&
          !seen.insert(plain_words(paragraph.text)).second) {
        continue;
      }
      kept.push_back(std::move(paragraph));
    }
    const bool copied = kept.size() + 1 < body_.paragraphs.size();
    body_.paragraphs = std::move(kept);
    if (copied) drop_short_copies();
    drop_equal(body_.captions);
  }

  // After a whole copy its short lines are left: subheadings and signatures.
  void drop_short_copies() {
    std::unordered_set<std::string> seen;
    std::erase_if(body_.paragraphs,
                  [&](const Paragraph& paragraph) { return !seen.insert(paragraph.text).second; });
  }

  static void drop_equal(std::vector<std::string>& lines) {
    std::unordered_set<std::string> seen;
    std::erase_if(lines, [&](const std::string& line) { return !seen.insert(line).second; });
  }

  const PageBlocks& page_;
  const BodyRegion& region_;
  std::string title_words_;
  std::vector<std::size_t> prose_before_;  // by block from the region's first on
  bool is_centred_ = false;                // the page: that sets no caption apart
  BodyText body_;
  std::size_t at_ = 0;
};

}  // namespace

Hints hints_elsewhere(const PageBlocks& page, const BodyText& body, Hints hints) {
  return body.begin == kNoIndex ? hints : hints & ~page.blocks[body.begin].around;
}

BodyText read_body(const PageBlocks& page, const BodyRegion& region, const FoundTitle& title) {
  if (region.empty()) return {};
  return Reader(page, region, title).read();
}

}  // namespace tinlang::article
