#include "indexer/article/filing.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "indexer/article/line_kinds.h"
#include "indexer/article/linked_files.h"
#include "indexer/article/phrases.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kMostTags = 30;
constexpr std::size_t kLongestTag = 120;  // bytes
constexpr std::size_t kLongestName = 90;  // bytes of a section's name
constexpr std::size_t kBehindBody = 60;   // blocks in which tags may follow a body
constexpr std::size_t kNearBody = 12;     // blocks in which a section may
constexpr std::size_t kAboveTitle = 12;   // blocks in which breadcrumbs stand
constexpr Hints kElsewhere = kRelatedHint | kCommentHint | kAsideHint;

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

bool is_category_label(std::string_view words) {
  static constexpr std::array<std::string_view, 11> kLabels = {
      "chuyen muc", "danh muc", "category",    "categories",       "section",  "posted in",
      "dang trong", "muc",      "filed under", "thuoc chuyen muc", "chuyen de"};
  return is_one_of(kLabels, words);
}

bool names_front_page(std::string_view words) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "trang chu", "home", "trang nhat", "homepage", "home page", "trang dau", "trangchu", "index"};
  return is_one_of(kNames, words);
}

// What some templates print at the end of their breadcrumbs.
bool names_function(std::string_view words) {
  static constexpr std::array<std::string_view, 24> kNames = {"chi tiet",
                                                              "chi tiet tin",
                                                              "chi tiet tin tuc",
                                                              "chi tiet bai viet",
                                                              "xem tin",
                                                              "xem chi tiet",
                                                              "noi dung",
                                                              "noi dung chi tiet",
                                                              "bai viet",
                                                              "thong tin chi tiet",
                                                              "in bai viet",
                                                              "print",
                                                              "english",
                                                              "tieng viet",
                                                              "lien he",
                                                              "gioi thieu",
                                                              "so do site",
                                                              "sitemap",
                                                              "rss",
                                                              "hoi dap",
                                                              "gop y",
                                                              "tim kiem",
                                                              "dang nhap",
                                                              "quay lai"};
  return words.empty() || is_one_of(kNames, words) || names_front_page(words);
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
  explicit Filing(const FilingSources& sources)
      : sources_(sources), page_(sources.page), title_words_(plain_words(sources.title.text)) {
    const std::size_t title = sources.title.block;
    const std::size_t begin = sources.body.begin == kNoIndex ? 0 : sources.body.begin;
    begin_ = std::min(title == kNoIndex ? begin : title, begin);
    end_ = sources.body.end == kNoIndex ? page_.blocks.size() : sources.body.end;
  }

  std::vector<std::string> tags() {
    take_marked_tags();
    if (tags_.empty()) take_labelled_tags();
    if (tags_.empty()) take_boxed_tags();
    if (tags_.empty()) take_metadata();
    return tags_.take();
  }

  std::string category() const {
    for (const std::string_view name :
         {page_.meta("article:section"), std::string_view(sources_.json.section)}) {
      if (is_section(name)) return std::string(name);
    }
    for (const Link& link : page_.links) {
      const bool marked = link.is_category && is_beside(link.block, kNearBody, kNearBody) &&
                          (link.around & kElsewhere) == 0;
      if (!marked) continue;
      if (std::string name = link_text(link); is_section(name)) return name;
    }
    std::string name = last_crumb();
    if (name.empty()) name = last_of(sources_.json.crumbs);
    if (name.empty()) name = labelled_section();
    return name.empty() ? section_above_title() : name;
  }

 private:
  bool is_section(std::string_view name) const {
    if (name.size() > kLongestName) return false;
    const std::string words = plain_words(name);
    return !names_function(words) && words != title_words_ && !names_site(name);
  }

  // Whether `block` is between the title and the body's end, or so many blocks around them.
  bool is_beside(std::size_t block, std::size_t before, std::size_t behind) const {
    return block + before >= begin_ && block < end_ + behind;
  }

  bool may_hold_tags(const Link& link) const {
    if (link.is_download || is_file_address(link.href)) return false;
    return !link.hidden && is_beside(link.block, 0, kBehindBody) && (link.around & kElsewhere) == 0;
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
      const bool elsewhere = block.hidden || (block.around & kElsewhere) != 0;
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
    for (const Link& link : links_of(block)) {
      if (may_hold_tags(link)) tags_.add(link_text(link));
    }
  }

  // Links stand in the order of their blocks.
  std::span<const Link> links_of(std::size_t block) const {
    Link probe;
    probe.block = block;
    const auto [first, last] =
        std::equal_range(page_.links.begin(), page_.links.end(), probe,
                         [](const Link& a, const Link& b) { return a.block < b.block; });
    return {first, last};
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

  void take_metadata() {
    for (const NamedValue& meta : page_.metas) {
      if (meta.name == "article:tag") take_list(meta.value);
    }
    if (!tags_.empty()) return;
    for (const std::string& keyword : sources_.json.keywords) tags_.add(keyword);
    if (tags_.empty()) take_list(page_.meta("news_keywords"));
  }

  std::string last_of(const std::vector<std::string>& names) const {
    for (auto it = names.rbegin(); it != names.rend(); ++it) {
      if (is_section(*it)) return *it;
    }
    return {};
  }

  // The last step before the title itself of the breadcrumbs nearest above the title.
  std::string last_crumb() const {
    std::vector<std::string> names;
    std::size_t last_block = 0;
    for (std::size_t i = 0; i < page_.links.size(); ++i) {
      const Link& link = page_.links[i];
      if (link.block > title_or_body()) break;
      if (!is_crumb(i)) continue;
      constexpr std::size_t kGap = 2;
      if (!names.empty() && link.block > last_block + kGap) names.clear();  // another run
      last_block = link.block;
      names.push_back(link_text(link));
    }
    return last_of(names);
  }

  std::size_t title_or_body() const {
    return sources_.title.block == kNoIndex ? begin_ : sources_.title.block;
  }

  // In a box named for it, or in a line that begins at the front page.
  bool is_crumb(std::size_t i) const {
    const Link& link = page_.links[i];
    if (((link.around | link.inline_hints) & kCrumbsHint) != 0) return true;
    if (link.block >= page_.blocks.size() || link.block + kAboveTitle < title_or_body()) {
      return false;
    }
    std::size_t first = i;
    while (first > 0 && page_.links[first - 1].block == link.block) --first;
    const bool has_steps = page_.links[first].block == link.block && is_path(link.block);
    return has_steps && names_front_page(plain_words(link_text(page_.links[first])));
  }

  // A few links with signs between them: "Home > News > Economy".
  bool is_path(std::size_t i) const {
    const Block& block = page_.blocks[i];
    static constexpr std::array<std::string_view, 5> kSigns = {">", "/", "\xC2\xBB", "\xE2\x80\xBA",
                                                               "\xE2\x86\x92"};
    constexpr std::size_t kLongest = 300;  // bytes
    constexpr std::size_t kMostSteps = 5;
    if (block.text.size() > kLongest || count_links(i) > kMostSteps) return false;
    return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
      return block.text.find(sign) != std::string::npos;
    });
  }

  std::size_t count_links(std::size_t block) const { return links_of(block).size(); }

  // "Chuyên mục: An ninh trật tự".
  std::string labelled_section() const {
    const std::size_t from = begin_ > 3 ? begin_ - 3 : 0;
    const std::size_t stop = std::min(page_.blocks.size(), end_ + kNearBody);
    for (std::size_t i = from; i < stop; ++i) {
      const Block& block = page_.blocks[i];
      const auto colon = block.text.find(':');
      if (colon == std::string::npos || block.hidden || is_prose(block)) continue;
      if (!is_category_label(plain_words(block.text.substr(0, colon)))) continue;
      for (const Link& link : links_of(i)) {
        if (std::string name = link_text(link); is_section(name)) return name;
      }
      if (std::string name = clean_text(block.text.substr(colon + 1)); is_section(name)) {
        return name;
      }
    }
    return {};
  }

  // One linked name right above the title, no list of them.
  std::string section_above_title() const {
    constexpr std::size_t kReach = 3;
    const std::size_t title = sources_.title.block;
    if (title == kNoIndex) return {};
    for (std::size_t back = 1; back <= std::min(kReach, title); ++back) {
      const Block& block = page_.blocks[title - back];
      if (block.hidden) continue;
      if (!is_link_line(block)) {
        if (is_prose(block)) return {};
        continue;
      }
      if (block.list_item || count_links(title - back) != 1 || is_in_list(title - back)) return {};
      // Longer ones are headlines; an office is the site.
      constexpr std::size_t kLongestLone = 28;  // code points
      const bool lone = block.chars <= kLongestLone && is_section(block.text) &&
                        !plain_words(block.text).starts_with("ubnd");
      return lone ? block.text : std::string();
    }
    return {};
  }

  // Beside another line of one link.
  bool is_in_list(std::size_t i) const {
    if (i == 0 || !is_link_line(page_.blocks[i - 1])) return false;
    const Box& before = page_.boxes[page_.blocks[i - 1].box];
    return before.tag == page_.boxes[page_.blocks[i].box].tag && count_links(i - 1) == 1;
  }

  const FilingSources& sources_;
  const PageBlocks& page_;
  std::string title_words_;
  std::size_t begin_ = 0;  // the blocks of title and body
  std::size_t end_ = 0;
  Tags tags_;
};

}  // namespace

std::vector<std::string> find_tags(const FilingSources& sources) { return Filing(sources).tags(); }

std::string find_category(const FilingSources& sources) { return Filing(sources).category(); }

}  // namespace tinlang::article
