#include "indexer/article/filing.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/article/line_kinds.h"
#include "indexer/article/linked_files.h"
#include "indexer/article/phrases.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kMostTags = 30;
constexpr std::size_t kLongestTag = 120;  // bytes
constexpr std::size_t kBehindBody = 60;   // blocks in which tags may follow a body
constexpr std::size_t kLastTags = 10;     // blocks in which hashtags and links to tags follow it

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& list, std::string_view words) {
  return std::find(list.begin(), list.end(), words) != list.end();
}

bool is_tags_label(std::string_view words) {
  static constexpr std::array<std::string_view, 18> kLabels = {"tags",
                                                               "tag",
                                                               "tu khoa",
                                                               "the",
                                                               "keywords",
                                                               "keyword",
                                                               "chu de",
                                                               "gan the",
                                                               "tagged",
                                                               "tagged in",
                                                               "topics",
                                                               "cac tu khoa",
                                                               "tu khoa tim kiem",
                                                               "the tag",
                                                               "tu khoa lien quan",
                                                               "topic",
                                                               "filed under tags",
                                                               "tu khoa bai viet"};
  return is_one_of(kLabels, words);
}

// The words before the first colon; all of them when there is none.
std::string label_of(std::string_view text) { return plain_words(text.substr(0, text.find(':'))); }

std::string link_text(const Link& link) { return clean_text(link.raw_text); }

std::string bare_tag(std::string_view text) {
  constexpr std::string_view kAround = " #,;|.:\"";
  const auto first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kAround) - first + 1));
}

class Tags {
 public:
  void add(std::string_view text) {
    std::string tag = bare_tag(text);
    std::string words = plain_words(tag);
    if (words.empty() || tag.size() > kLongestTag || tags_.size() == kMostTags) return;
    // "Tải về", "ke-hoach.pdf": an attachment in a box that is named for tags.
    if (is_file_button(text) || is_file_address(tag)) return;
    if (is_tags_label(words) || std::find(seen_.begin(), seen_.end(), words) != seen_.end()) return;
    tags_.push_back(std::move(tag));
    seen_.push_back(std::move(words));
  }

  bool empty() const { return tags_.empty(); }
  std::vector<std::string> take() { return std::move(tags_); }

 private:
  std::vector<std::string> tags_;
  std::vector<std::string> seen_;
};

class Filing {
 public:
  explicit Filing(const FilingSources& sources) : sources_(sources), page_(sources.page) {
    const std::size_t title = sources.title.block;
    const std::size_t begin = sources.body.begin == kNoIndex ? 0 : sources.body.begin;
    begin_ = std::min(title == kNoIndex ? begin : title, begin);
    elsewhere_ = hints_elsewhere(page_, sources.body, kRelatedHint | kCommentHint | kAsideHint);
    end_ = sources.body.end == kNoIndex ? page_.blocks.size() : sources.body.end;
  }

  std::vector<std::string> tags() {
    take_marked_tags();
    if (tags_.empty()) take_labelled_tags();
    if (tags_.empty()) take_boxed_tags();
    if (tags_.empty()) take_told_tags();
    if (tags_.empty()) take_metadata();
    return tags_.take();
  }

 private:
  // Whether `block` is between the title and the body's end, or so many blocks around them.
  bool is_beside(std::size_t block, std::size_t before, std::size_t behind) const {
    return block + before >= begin_ && block < end_ + behind;
  }

  bool may_hold_tags(const Link& link) const {
    if (link.is_download || is_file_address(link.href)) return false;
    return !link.hidden && is_beside(link.block, 0, kBehindBody) && (link.around & elsewhere_) == 0;
  }

  void take_marked_tags() {
    for (const Link& link : page_.links) {
      if (link.is_tag && may_hold_tags(link)) tags_.add(link_text(link));
    }
  }

  // "Từ khóa: a, b": links or plain text behind a label, in its block or the next ones.
  void take_labelled_tags() {
    const std::size_t stop = std::min(page_.blocks.size(), end_ + kBehindBody);
    for (std::size_t i = begin_; i < stop && tags_.empty(); ++i) {
      const Block& block = page_.blocks[i];
      constexpr std::size_t kLongest = 700;  // bytes
      const bool elsewhere = block.hidden || (block.around & elsewhere_) != 0;
      if (elsewhere || block.text.size() > kLongest || !begins_with_label(block)) continue;
      take_links_of(i);
      if (!tags_.empty()) return;
      const auto colon = block.text.find(':');
      if (colon != std::string::npos) take_list(std::string_view(block.text).substr(colon + 1));
      const std::size_t outer = page_.boxes[block.box].parent;
      if (tags_.empty() && outer != kNoIndex) take_rest_of_box(i + 1, outer, stop);
    }
  }

  static bool begins_with_label(const Block& block) {
    const bool colon = block.text.find(':') != std::string::npos;
    if (colon) return is_tags_label(label_of(block.text));
    if (is_tags_label(plain_words(block.text))) return true;
    return block.parts.size() > 1 && is_tags_label(plain_words(block.parts.front()));
  }

  void take_links_of(std::size_t block) {
    for (const Link& link : links_in(page_, block)) {
      if (may_hold_tags(link)) tags_.add(link_text(link));
    }
  }

  void take_list(std::string_view list) {
    for (const std::string& entry : split_list(list)) tags_.add(entry);
  }

  void take_rest_of_box(std::size_t from, std::size_t outer, std::size_t stop) {
    for (std::size_t i = from; i < stop && page_.is_within(page_.blocks[i].box, outer); ++i) {
      if (!is_link_line(page_.blocks[i])) return;
      take_links_of(i);
    }
  }

  // Links in a box named for tags, which holds nothing to read.
  void take_boxed_tags() {
    for (const Link& link : page_.links) {
      if (!may_hold_tags(link)) continue;
      const bool inline_tag = (link.inline_hints & kTagsHint) != 0;
      if (inline_tag || is_in_tags_box(link.box)) tags_.add(link_text(link));
    }
  }

  bool is_in_tags_box(std::size_t box) const {
    constexpr std::size_t kReach = 4;
    constexpr std::size_t kLargest = 40;  // blocks
    for (std::size_t i = 0; i < kReach && box != kNoIndex; ++i, box = page_.boxes[box].parent) {
      const Box& around = page_.boxes[box];
      if ((around.hints & kTagsHint) == 0) continue;
      if (around.end - around.begin > kLargest || around.begin <= begin_) return false;
      const auto first = page_.blocks.begin() + static_cast<std::ptrdiff_t>(around.begin);
      const auto last = page_.blocks.begin() + static_cast<std::ptrdiff_t>(around.end);
      return std::none_of(first, last, is_prose);
    }
    return false;
  }

  // "#chăn nuôi", or a link to "/tag/chan-nuoi": the first run of them behind the body.
  void take_told_tags() {
    std::size_t last = kNoIndex;
    for (const Link& link : page_.links) {
      if (link.block < end_) continue;
      if (link.block >= end_ + kLastTags) return;
      const std::string text = link_text(link);
      const bool told = link.leads_to_tag || (text.size() > 1 && text.front() == '#');
      if (last != kNoIndex && link.block > last + 1) return;
      if (!told || !may_hold_tags(link)) continue;
      tags_.add(text);
      last = link.block;
    }
  }

  void take_metadata() {
    for (const NamedValue& meta : page_.metas) {
      if (meta.name == "article:tag") take_list(meta.value);
    }
    if (!tags_.empty()) return;
    for (const std::string& keyword : sources_.json.keywords) tags_.add(keyword);
    if (tags_.empty()) take_list(page_.meta("news_keywords"));
  }

  const FilingSources& sources_;
  const PageBlocks& page_;
  std::size_t begin_ = 0;  // the blocks of title and body
  std::size_t end_ = 0;
  Hints elsewhere_ = 0;  // that no tag of the article stands under
  Tags tags_;
};

}  // namespace

std::vector<std::string> find_tags(const FilingSources& sources) { return Filing(sources).tags(); }

}  // namespace tinlang::article
