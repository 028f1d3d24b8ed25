#include "indexer/article/story.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kHeadlineChars = 15;
constexpr std::size_t kMostLinksBefore = 14;  // lines of links between a title and its text
constexpr std::size_t kMostNotices = 3;       // of copyright within a story
constexpr std::size_t kLongParagraph = 160;
constexpr double kAllLinks = 0.8;

class Follower {
 public:
  Follower(const PageBlocks& page, const std::vector<LineKind>& kinds,
           const std::vector<bool>& outside, std::size_t title)
      : page_(page), kinds_(kinds), outside_(outside), title_(title) {}

  Story follow() {
    story_.begin = title_ + 1;
    story_.end = title_ + 1;
    for (std::size_t i = title_ + 1; i < page_.blocks.size(); ++i) {
      if (kinds_[i] == LineKind::kHidden || outside_[i]) continue;
      if (!step(i)) break;
    }
    return std::move(story_);
  }

 private:
  bool started() const { return last_prose_ != kNoIndex; }

  // False when the story is over.
  bool step(std::size_t i) {
    switch (kinds_[i]) {
      case LineKind::kImprint:
        broken_ = true;
        passed_other_ = true;
        return started() && ++notices_ <= kMostNotices && much_follows(i);
      case LineKind::kLinks:
        return pass_links(i);
      case LineKind::kTeaser:
      case LineKind::kMatter:
        passed_other_ = passed_other_ || started();
        broken_ = broken_ || started();
        return true;
      case LineKind::kProse:
        return take_prose(i);
      default:
        if (broken_ || !started()) return true;
        if (stands_with_prose(i)) story_.end = i + 1;
        if (i == story_.end && is_table_beside(i)) story_.end = page_.boxes[table_of(i)].end;
        return true;
    }
  }

  // A notice of copyright on the first page of a long text, not the end of it.
  bool much_follows(std::size_t i) const {
    constexpr std::size_t kTimesLonger = 2;
    std::size_t chars = 0;
    for (std::size_t k = i + 1; k < page_.blocks.size(); ++k) {
      const bool text = kinds_[k] == LineKind::kProse && !outside_[k] && is_sibling(k);
      if (text) chars += page_.blocks[k].chars;
      if (chars >= story_.chars * kTimesLonger) return true;
    }
    return false;
  }

  bool pass_links(std::size_t i) {
    const Block& block = page_.blocks[i];
    const bool named_paragraph = block.chars >= kLongParagraph && block.link_share() < kAllLinks;
    if (named_paragraph) return take_prose(i);
    if (started()) {
      broken_ = broken_ || block.chars >= kHeadlineChars;
      return true;
    }
    if (!block.repeated) ++links_before_;
    return links_before_ <= kMostLinksBefore;
  }

  bool take_prose(std::size_t i) {
    if (started() && broken_ && !is_sibling(i) && !comes_back(i) && !begins_text(i)) return false;
    if (started() && !broken_ && !goes_on(i)) return false;
    if (broken_) exclude(last_prose_ + 1, i);
    broken_ = false;
    story_.box =
        started() ? page_.common_box(story_.box, page_.blocks[i].box) : page_.blocks[i].box;
    story_.chars += page_.blocks[i].chars - page_.blocks[i].link_chars;
    story_.end = i + 1;
    last_prose_ = i;
    if (!page_.blocks[i].list_item) last_paragraph_ = i;
    ++paragraphs_;
    return true;
  }

  // A list after a link to another article, in the box of the story, which goes on behind it.
  bool comes_back(std::size_t i) const {
    constexpr std::size_t kReach = 12;
    const std::size_t parent = page_.boxes[page_.blocks[last_prose_].box].parent;
    if (parent == kNoIndex) return false;
    for (std::size_t k = i; k < page_.blocks.size() && k <= i + kReach; ++k) {
      const bool inside = page_.is_within(page_.blocks[k].box, parent);
      if (!inside || kinds_[k] == LineKind::kTeaser || kinds_[k] == LineKind::kImprint)
        return false;
      if (kinds_[k] == LineKind::kProse && is_sibling(k)) return true;
    }
    return false;
  }

  // The text behind its summary: buttons, links and pictures may stand between them. It is a run
  // of paragraphs in one box, much longer than what was read so far.
  bool begins_text(std::size_t i) const {
    constexpr std::size_t kSummary = 2;  // paragraphs
    constexpr std::size_t kLeastParagraphs = 3;
    constexpr std::size_t kTimesLonger = 3;
    if (paragraphs_ > kSummary || passed_other_ || !belongs_to_title(i)) return false;
    std::size_t paragraphs = 0;
    std::size_t chars = 0;
    for (std::size_t k = i; k < page_.blocks.size(); ++k) {
      if (kinds_[k] == LineKind::kTeaser || kinds_[k] == LineKind::kImprint) break;
      if (kinds_[k] != LineKind::kProse || outside_[k]) continue;
      if (!are_siblings(i, k)) break;
      ++paragraphs;
      chars += page_.blocks[k].chars - page_.blocks[k].link_chars;
    }
    return paragraphs >= kLeastParagraphs && chars >= story_.chars * kTimesLonger;
  }

  // Whether block `i` stands in what holds the title: with the summary, or in the same <article>.
  bool belongs_to_title(std::size_t i) const {
    const std::size_t title = page_.blocks[title_].box;
    const std::size_t outer = page_.common_box(title, page_.blocks[i].box);
    return outer == page_.common_box(title, story_.box) ||
           page_.boxes[outer].tag == GUMBO_TAG_ARTICLE;
  }

  // What stands between the paragraphs of a story around a list of links.
  void exclude(std::size_t begin, std::size_t end) {
    bool other = false;
    for (std::size_t i = begin; i < end; ++i) {
      const bool leads_away = kinds_[i] == LineKind::kLinks || kinds_[i] == LineKind::kTeaser ||
                              kinds_[i] == LineKind::kMatter;
      if (leads_away && !other && i > begin && is_heading_of(i - 1, i)) {
        story_.excluded.push_back(i - 1);
      }
      other = other || leads_away;
      if (leads_away || (other && !is_sibling(i) && !is_caption(i))) story_.excluded.push_back(i);
    }
  }

  // A short line in a part of the page that the story has no share in, and link `i` has.
  bool is_heading_of(std::size_t heading, std::size_t i) const {
    if (kinds_[heading] != LineKind::kShort || is_caption(heading)) return false;
    const std::size_t part = page_.common_box(page_.blocks[heading].box, page_.blocks[i].box);
    return !page_.is_within(page_.blocks[last_prose_].box, part);
  }

  bool is_caption(std::size_t i) const {
    const Block& block = page_.blocks[i];
    return ((block.inline_hints | page_.boxes[block.box].hints) & kCaptionHint) != 0;
  }

  // A paragraph beside the last one, or beside the last before a list.
  bool is_sibling(std::size_t i) const {
    return are_siblings(last_prose_, i) ||
           (last_paragraph_ != kNoIndex && are_siblings(last_paragraph_, i));
  }

  // In the same box, or in a box of the same kind.
  bool are_siblings(std::size_t one, std::size_t other) const {
    const std::size_t a = page_.blocks[one].box;
    const std::size_t b = page_.blocks[other].box;
    if (a == b) return true;
    if (page_.blocks[other].list_item != page_.blocks[one].list_item) return false;
    return page_.boxes[a].parent == page_.boxes[b].parent &&
           page_.boxes[a].tag == page_.boxes[b].tag && page_.boxes[a].tag != GUMBO_TAG_TD;
  }

  // The box around the story so far; of a single paragraph the box that it stands in.
  std::size_t home() const {
    if (paragraphs_ > 1 || page_.boxes[story_.box].parent == kNoIndex) return story_.box;
    return page_.boxes[story_.box].parent;
  }

  bool stands_with_prose(std::size_t i) const {
    return page_.is_within(page_.blocks[i].box, home()) || is_sibling(i);
  }

  std::size_t table_of(std::size_t i) const { return page_.blocks[i].table; }

  // Number, day and subject of a document, in rows under the sentence that announces it.
  bool is_table_beside(std::size_t i) const {
    constexpr std::size_t kFew = 3;  // paragraphs and rows
    const std::size_t table = table_of(i);
    const std::size_t outer = page_.boxes[home()].parent;
    if (table == kNoIndex || outer == kNoIndex || paragraphs_ > kFew) return false;
    const bool beside = page_.is_within(table, outer) && !page_.is_within(home(), table) &&
                        page_.is_within(page_.blocks[title_].box, outer);
    const Box& box = page_.boxes[table];
    if (!beside || box.begin != i) return false;
    std::size_t rows = 0;
    for (std::size_t k = box.begin; k < box.end; k += 2, ++rows) {
      if (k + 1 == box.end || !is_pair(page_.blocks[k], page_.blocks[k + 1])) return false;
    }
    return rows >= kFew;
  }

  // A label and its value: two cells of one row.
  static bool is_pair(const Block& label, const Block& value) {
    constexpr std::size_t kLongestLabel = 40;
    return label.row != kNoIndex && label.row == value.row && label.cell != value.cell &&
           label.chars <= kLongestLabel && label.link_chars + value.link_chars == 0;
  }

  // Whether prose without links before it belongs to the story: in its box, in a box
  // of the same kind beside it, or behind what is only a summary.
  bool goes_on(std::size_t i) const {
    if (stands_with_prose(i)) return true;
    constexpr std::size_t kSummary = 2;  // paragraphs
    if (paragraphs_ < kSummary) return true;
    const std::size_t outer = page_.common_box(story_.box, page_.blocks[i].box);
    const std::size_t own = child_of(outer, story_.box);
    const std::size_t next = child_of(outer, page_.blocks[i].box);
    if (own == kNoIndex || next == kNoIndex) return own == kNoIndex;
    const GumboTag tag = page_.boxes[own].tag;
    return tag == page_.boxes[next].tag && tag != GUMBO_TAG_TD &&
           page_.boxes[own].hints == page_.boxes[next].hints &&
           (page_.boxes[next].begin == i || (!holds_title(own) && is_next_part(next, i)));
  }

  // What holds the title and text is the whole article, not a part of it.
  bool holds_title(std::size_t box) const {
    return page_.boxes[box].begin <= title_ && title_ < page_.boxes[box].end;
  }

  // Whether `box` goes on with the story down to its block `i`, below a smaller heading than the
  // title's, a label or a caption. Another article brings its own head along.
  bool is_next_part(std::size_t box, std::size_t i) const {
    constexpr Hints kHead = kTitleHint | kDateHint | kAuthorHint;
    constexpr std::uint8_t kSubheading = 3;
    if (page_.boxes[box].tag == GUMBO_TAG_ARTICLE) return false;
    for (std::size_t k = page_.boxes[box].begin; k < i; ++k) {
      const Block& block = page_.blocks[k];
      if (kinds_[k] == LineKind::kHidden) continue;
      if (kinds_[k] != LineKind::kShort || block.image_box != kNoIndex) return false;
      if (((block.inline_hints | page_.boxes[block.box].hints) & kHead) != 0) return false;
      if (block.heading > 0 && block.heading < kSubheading) return false;
    }
    return true;
  }

  // The box directly in `outer` that holds `box`; kNoIndex when it is `outer` itself.
  std::size_t child_of(std::size_t outer, std::size_t box) const {
    if (box == outer) return kNoIndex;
    while (page_.boxes[box].parent != outer) box = page_.boxes[box].parent;
    return box;
  }

  const PageBlocks& page_;
  const std::vector<LineKind>& kinds_;
  const std::vector<bool>& outside_;
  std::size_t title_;
  Story story_;
  std::size_t last_prose_ = kNoIndex;
  std::size_t last_paragraph_ = kNoIndex;  // the last that is no entry of a list
  std::size_t paragraphs_ = 0;
  std::size_t links_before_ = 0;
  std::size_t notices_ = 0;
  bool broken_ = false;        // something else stands behind the last paragraph
  bool passed_other_ = false;  // announcements, headings of other matter, an imprint
};

}  // namespace

Story follow_story(const PageBlocks& page, const std::vector<LineKind>& kinds,
                   const std::vector<bool>& outside, std::size_t title) {
  return Follower(page, kinds, outside, title).follow();
}

}  // namespace tinlang::article
