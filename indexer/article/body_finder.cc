#include "indexer/article/body_finder.h"

#include <algorithm>
#include <utility>

#include "indexer/article/story.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kSentenceChars = 40;
constexpr double kTeaserFactor = 0.2;
constexpr double kBeforeTitleFactor = 0.3;
constexpr double kOtherMatterFactor = 0.3;  // behind a heading of other matter
constexpr double kBodyHintFactor = 1.15;
constexpr double kLinkLineDecay = 0.06;  // per line of links between the title and the text

// Sums over ranges of blocks in constant time.
class RangeSums {
 public:
  explicit RangeSums(const std::vector<double>& values) : sums_(values.size() + 1, 0) {
    for (std::size_t i = 0; i < values.size(); ++i) sums_[i + 1] = sums_[i] + values[i];
  }
  double between(std::size_t begin, std::size_t end) const { return sums_[end] - sums_[begin]; }
  double of(const Box& box) const { return between(box.begin, box.end); }

 private:
  std::vector<double> sums_;
};

class Finder {
 public:
  Finder(const PageBlocks& page, const std::vector<LineKind>& kinds, std::size_t title_block,
         bool show_hidden)
      : page_(page),
        kinds_(kinds),
        title_(title_block),
        show_hidden_(show_hidden),
        link_lines_(count_link_lines(page)) {
    if (title_ == kNoIndex) return;
    const auto other = std::find_if(
        kinds.begin() + static_cast<std::ptrdiff_t>(title_), kinds.end(),
        [](LineKind kind) { return kind == LineKind::kMatter || kind == LineKind::kImprint; });
    first_other_matter_ = static_cast<std::size_t>(other - kinds.begin());
  }

  BodyRegion find() {
    mark_outside();
    const Story story =
        title_ == kNoIndex ? Story() : follow_story(page_, kinds_, outside_, title_);
    mark_other_matter();
    const RangeSums sums(weights());
    const std::size_t box = widen(narrow(best_box(sums), sums));
    if (story.begin != story.end && prefers(story, box, sums)) return region_of(story);
    BodyRegion region;
    region.outside = std::move(outside_);
    if (box == kNoIndex) return region;
    region.box = box;
    region.begin = page_.boxes[box].begin;
    region.end = page_.boxes[box].end;
    const bool inside = title_ != kNoIndex && title_ >= region.begin && title_ < region.end;
    if (inside && sums.between(title_ + 1, region.end) > 0) region.begin = title_ + 1;
    if (title_ != kNoIndex && title_ < region.begin) reach_back(region);
    return region;
  }

 private:
  static std::vector<double> count_link_lines(const PageBlocks& page) {
    std::vector<double> lines;
    lines.reserve(page.blocks.size());
    for (const Block& block : page.blocks) lines.push_back(is_link_line(block) ? 1 : 0);
    return lines;
  }

  bool is_shown(const Block& block) const { return show_hidden_ || !block.hidden; }

  bool holds_title(const Box& box) const {
    return title_ != kNoIndex && box.begin <= title_ && title_ < box.end;
  }

  // What follows the headline is its text, unless it is little beside another part.
  bool prefers(const Story& story, std::size_t box, const RangeSums& sums) const {
    constexpr double kClearlyMore = 2.5;
    constexpr double kMuchMore = 5;  // in another column than the title and what follows it
    if (box == kNoIndex) return true;
    const Box& other = page_.boxes[box];
    // Where both begin alike, the story ends where the page turns to something else.
    constexpr std::size_t kEnough = 200;  // code points
    if (other.begin <= story.begin && story.chars >= kEnough) return true;
    const double more = shares_home(story, box) ? kClearlyMore : kMuchMore;
    return sums.of(other) * nearness(other) < static_cast<double>(story.chars) * more;
  }

  // Whether `box` stands in what holds the title and its story, or shares an <article> with them.
  bool shares_home(const Story& story, std::size_t box) const {
    const std::size_t title = page_.blocks[title_].box;
    const std::size_t outer = page_.common_box(title, box);
    return outer == page_.common_box(title, story.box) ||
           page_.boxes[outer].tag == GUMBO_TAG_ARTICLE;
  }

  BodyRegion region_of(const Story& story) {
    BodyRegion region;
    region.begin = story.begin;
    region.end = story.end;
    while (kinds_[region.begin] == LineKind::kHidden && region.begin + 1 < region.end) {
      ++region.begin;
    }
    region.box = story.box;
    region.outside = std::move(outside_);
    for (const std::size_t i : story.excluded) region.outside[i] = true;
    for (std::size_t i = region.begin; i < region.end; ++i) {
      if (!region.outside[i]) region.box = page_.common_box(region.box, page_.blocks[i].box);
    }
    return region;
  }

  // Teasers and the imprint belong to no article, whatever box they stand in.
  void mark_other_matter() {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i] == LineKind::kTeaser || kinds_[i] == LineKind::kImprint) outside_[i] = true;
    }
  }

  // A box named for something else is believed unless it holds the title or most of the text.
  // A form asks for an address or an opinion, unless it holds a part of the page.
  void mark_outside() {
    constexpr double kMostOfForm = 0.15;
    std::vector<double> prose;
    for (const Block& block : page_.blocks) {
      const double chars = static_cast<double>(block.chars - block.link_chars);
      prose.push_back(is_shown(block) && is_prose(block) ? chars : 0);
    }
    const RangeSums sums(prose);
    const double all = sums.between(0, prose.size());
    outside_.assign(page_.blocks.size(), false);
    std::size_t marked = 0;  // up to here; boxes come in the order of their begins
    for (const Box& box : page_.boxes) {
      const bool named = (box.hints & kOutsideHints) != 0;
      if ((!named && box.tag != GUMBO_TAG_FORM) || holds_title(box) || box.end <= marked) continue;
      const double most = named ? most_that_is_outside(box.hints) : kMostOfForm;
      if (sums.of(box) > all * most) continue;
      marked = box.end;
      std::fill(outside_.begin() + static_cast<std::ptrdiff_t>(box.begin),
                outside_.begin() + static_cast<std::ptrdiff_t>(box.end), true);
    }
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const bool passed_over = page_.blocks[i].repeated && kinds_[i] == LineKind::kHidden;
      const bool about_author = kinds_[i] == LineKind::kProse && is_about_author(i, sums, all);
      if ((passed_over || about_author) && i != title_) outside_[i] = true;
    }
  }

  // Prose in a box named for the author that holds little beside it: who he is, not what he wrote.
  bool is_about_author(std::size_t i, const RangeSums& sums, double all) const {
    constexpr double kLittle = 0.4;
    constexpr std::size_t kLongLine = 160;  // code points: more than names, posts and dates
    const Block& block = page_.blocks[i];
    if ((block.around & kAuthorHint) == 0) return false;
    if (block.chars < kLongLine && !ends_sentence(block.text)) return false;
    std::size_t box = block.box;
    while (box != kNoIndex && (page_.boxes[box].hints & kAuthorHint) == 0) {
      box = page_.boxes[box].parent;
    }
    return box != kNoIndex && !holds_title(page_.boxes[box]) &&
           sums.of(page_.boxes[box]) < all * kLittle;
  }

  // The share of a page's text above which the name of a box is not believed. Comments
  // may well be longer than a short article.
  static double most_that_is_outside(Hints hints) {
    if ((hints & kCommentHint) != 0) return 0.9;
    return (hints & kBodyHint) != 0 ? 0.25 : 0.5;
  }

  // Positive for text that is read, negative for what one clicks on or skips.
  double weight(std::size_t i) const {
    const Block& block = page_.blocks[i];
    if (!is_shown(block)) return 0;
    const auto chars = static_cast<double>(block.chars);
    if (outside_[i]) return -10 - 0.3 * chars;
    if (is_link_line(block)) return -10 - 0.5 * static_cast<double>(block.link_chars);
    if (is_prose(block)) {
      const double text = chars - static_cast<double>(block.link_chars);
      return is_teaser(page_, i) ? text * kTeaserFactor : text;
    }
    if (block.heading > 0 || block.list_item) return 0;
    return block.cell != kNoIndex ? -1 : -4;
  }

  std::vector<double> weights() const {
    std::vector<double> result;
    result.reserve(page_.blocks.size());
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) result.push_back(weight(i));
    return result;
  }

  double nearness(const Box& box) const {
    if (title_ == kNoIndex || holds_title(box)) return 1;
    if (box.end <= title_) return kBeforeTitleFactor;
    const double links = link_lines_.between(title_, box.begin);
    const double factor = box.begin > first_other_matter_ ? kOtherMatterFactor : 1;
    return factor / (1 + kLinkLineDecay * links);
  }

  // The box with most text over what is none; of equals the innermost.
  std::size_t best_box(const RangeSums& sums) const {
    std::size_t best = kNoIndex;
    double best_value = 0;
    for (std::size_t i = 0; i < page_.boxes.size(); ++i) {
      const Box& box = page_.boxes[i];
      const double sum = sums.of(box);
      if (sum <= 0 || sum * kBodyHintFactor < best_value) continue;
      const double value =
          sum * nearness(box) * ((box.hints & kBodyHint) != 0 ? kBodyHintFactor : 1);
      if (value < best_value) continue;
      best = i;
      best_value = value;
    }
    return best;
  }

  // Leaves a box for one inside it while what is left out looks like lists of links.
  std::size_t narrow(std::size_t box, const RangeSums& sums) const {
    while (box != kNoIndex) {
      const std::size_t inner = main_part(box, sums);
      if (inner == kNoIndex || !rest_is_links(box, inner)) break;
      box = inner;
    }
    return box;
  }

  // A single paragraph is seldom all there is: takes in the short lines, rows and
  // captions around it as long as no links come along.
  std::size_t widen(std::size_t box) const {
    constexpr std::size_t kFewBlocks = 3;
    while (box != kNoIndex && page_.boxes[box].parent != kNoIndex) {
      const Box& inner = page_.boxes[box];
      if (holds_title(inner) || inner.end - inner.begin > kFewBlocks) break;
      if (!is_free_of_links(page_.boxes[inner.parent], inner)) break;
      box = inner.parent;
    }
    return box;
  }

  bool is_free_of_links(const Box& outer, const Box& inner) const {
    constexpr double kLinkShare = 0.2;
    double chars = 0;
    double links = 0;
    for (std::size_t i = outer.begin; i < outer.end; ++i) {
      if ((i >= inner.begin && i < inner.end) || i == title_) continue;
      if (outside_[i]) return false;
      if (!is_shown(page_.blocks[i])) continue;
      chars += static_cast<double>(page_.blocks[i].chars);
      links += static_cast<double>(page_.blocks[i].link_chars);
    }
    return links <= chars * kLinkShare;
  }

  std::size_t main_part(std::size_t box, const RangeSums& sums) const {
    constexpr double kMainShare = 0.6;
    const Box& outer = page_.boxes[box];
    std::size_t best = kNoIndex;
    double best_sum = sums.of(outer) * kMainShare;
    for (std::size_t i = box + 1; i < page_.boxes.size(); ++i) {
      const Box& inner = page_.boxes[i];
      if (inner.begin >= outer.end && inner.begin != inner.end) break;
      const bool smaller = inner.end - inner.begin < outer.end - outer.begin;
      const double sum = sums.of(inner);
      if (!smaller || inner.begin == inner.end || sum < best_sum) continue;
      best = i;
      best_sum = sum;
    }
    return best;
  }

  bool rest_is_links(std::size_t box, std::size_t inner) const {
    constexpr double kLinkShare = 0.3;
    double chars = 0;
    double links = 0;
    for (std::size_t i = page_.boxes[inner].end; i < page_.boxes[box].end; ++i) {
      if (!is_shown(page_.blocks[i])) continue;
      chars += static_cast<double>(page_.blocks[i].chars);
      links += static_cast<double>(page_.blocks[i].link_chars);
    }
    return links > chars * kLinkShare;
  }

  // Takes in the text between the title and the box: a summary in a box of its own.
  void reach_back(BodyRegion& region) const {
    constexpr std::size_t kReach = 40;
    if (region.begin - title_ > kReach) return;
    for (std::size_t i = title_ + 1; i < region.begin; ++i) {
      const Block& block = page_.blocks[i];
      const bool lead = (block.around & kLeadHint) != 0 && block.chars >= kSentenceChars;
      if (!is_shown(block) || region.outside[i] || is_link_line(block)) continue;
      if (!lead && !is_prose(block)) continue;
      region.begin = i;
      return;
    }
  }

  const PageBlocks& page_;
  const std::vector<LineKind>& kinds_;
  std::size_t title_;
  bool show_hidden_;
  RangeSums link_lines_;
  std::size_t first_other_matter_ = kNoIndex;  // from the title on
  std::vector<bool> outside_;
};

}  // namespace

BodyRegion find_body(const PageBlocks& page, const std::vector<LineKind>& kinds,
                     std::size_t title_block) {
  BodyRegion region = Finder(page, kinds, title_block, false).find();
  if (!region.empty()) return region;
  // Some pages are shown only by their scripts.
  return Finder(page, read_line_kinds(page, true), title_block, true).find();
}

}  // namespace tinlang::article
