#include "indexer/article/section_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "indexer/article/line_kinds.h"
#include "indexer/article/phrases.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestName = 90;  // bytes of a section's name
constexpr std::size_t kNearBody = 12;     // blocks around title and body in which it may stand
constexpr std::size_t kAboveTitle = 12;   // blocks in which breadcrumbs stand

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& list, std::string_view words) {
  return std::find(list.begin(), list.end(), words) != list.end();
}

bool is_category_label(std::string_view words) {
  static constexpr std::array<std::string_view, 12> kLabels = {
      "chuyen muc", "danh muc", "category",    "categories",       "section",   "posted in",
      "dang trong", "muc",      "filed under", "thuoc chuyen muc", "chuyen de", "duoc dang trong"};
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

std::string link_text(const Link& link) { return clean_text(link.raw_text); }

class Finder {
 public:
  explicit Finder(const FilingSources& sources)
      : sources_(sources), page_(sources.page), title_words_(plain_words(sources.title.text)) {
    const std::size_t title = sources.title.block;
    const std::size_t begin = sources.body.begin == kNoIndex ? 0 : sources.body.begin;
    begin_ = std::min(title == kNoIndex ? begin : title, begin);
    elsewhere_ = hints_elsewhere(page_, sources.body, kRelatedHint | kCommentHint | kAsideHint);
    end_ = sources.body.end == kNoIndex ? page_.blocks.size() : sources.body.end;
  }

  std::string category() const {
    for (const std::string_view name :
         {page_.meta("article:section"), std::string_view(sources_.json.section)}) {
      if (is_section(name)) return std::string(name);
    }
    for (const Link& link : page_.links) {
      const bool marked =
          link.is_category && is_near(link.block) && (link.around & elsewhere_) == 0;
      if (!marked) continue;
      if (std::string name = link_text(link); is_section(name)) return name;
    }
    std::string name = last_crumb();
    if (name.empty()) name = last_of(sources_.json.crumbs);
    if (name.empty()) name = labelled_section();
    if (name.empty()) name = boxed_section();
    return name.empty() ? section_above_title() : name;
  }

 private:
  bool is_section(std::string_view name) const {
    if (name.size() > kLongestName) return false;
    const std::string words = plain_words(name);
    return !names_function(words) && words != title_words_ && !names_site(name);
  }

  // "TIN BUỒN" in the section of that name.
  bool is_short_title() const {
    constexpr std::ptrdiff_t kMostSpaces = 2;
    return std::count(title_words_.begin(), title_words_.end(), ' ') <= kMostSpaces;
  }

  // A link alone in an element named for sections.
  std::string boxed_section() const {
    for (const Link& link : page_.links) {
      if (link.hidden || !is_near(link.block) || (link.around & elsewhere_) != 0) continue;
      const bool named = (link.inline_hints & kSectionHint) != 0 || is_in_section_box(link.box);
      if (!named) continue;
      if (std::string name = link_text(link); is_section(name)) return name;
    }
    return {};
  }

  bool is_in_section_box(std::size_t box) const {
    constexpr std::size_t kReach = 4;
    constexpr std::size_t kLargest = 2;  // blocks
    for (std::size_t i = 0; i < kReach && box != kNoIndex; ++i, box = page_.boxes[box].parent) {
      const Box& around = page_.boxes[box];
      if (around.end - around.begin > kLargest) return false;
      if ((around.hints & kSectionHint) != 0) return is_link_line(page_.blocks[around.begin]);
    }
    return false;
  }

  // Whether `block` is between the title and the body's end, or so many blocks around them.
  bool is_near(std::size_t block) const {
    return block + kNearBody >= begin_ && block < end_ + kNearBody;
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
    if (names.empty()) return {};
    names.push_back(unlinked_crumb(last_block));
    std::string name = last_of(names);
    const std::string& last = names[names.size() - 2];
    const bool named_alike = name.empty() && is_short_title() && plain_words(last) == title_words_;
    return named_alike ? last : name;
  }

  // The step behind the last link, in its block or in the next of the box: where the reader is.
  // Mostly that is the article itself.
  std::string unlinked_crumb(std::size_t last) const {
    constexpr std::size_t kLongestStep = 48;  // bytes
    for (std::size_t i = last; i <= last + 1 && i < title_or_body(); ++i) {
      const Block& block = page_.blocks[i];
      if ((block.around & kCrumbsHint) == 0 || block.hidden) continue;
      const std::string& step = block.parts.empty() ? block.text : block.parts.back();
      const std::string words = plain_words(step);
      const bool told = i == last && words == plain_words(last_link_of(i));
      const bool title = words.empty() || title_words_.starts_with(words);
      if (!told && !title && step.size() <= kLongestStep && !is_link_line(block)) return step;
    }
    return {};
  }

  std::string last_link_of(std::size_t block) const {
    const auto links = links_in(page_, block);
    return links.empty() ? std::string() : link_text(links.back());
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
    if (!is_path(link.block)) return false;
    // Anchors without text stand before the first step.
    for (const Link& step : links_in(page_, link.block)) {
      const std::string words = plain_words(link_text(step));
      if (!words.empty()) return names_front_page(words);
    }
    return false;
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

  std::size_t count_links(std::size_t block) const { return links_in(page_, block).size(); }

  // "Chuyên mục: An ninh trật tự".
  std::string labelled_section() const {
    const std::size_t from = begin_ > 3 ? begin_ - 3 : 0;
    const std::size_t stop = std::min(page_.blocks.size(), end_ + kNearBody);
    for (std::size_t i = from; i < stop; ++i) {
      const Block& block = page_.blocks[i];
      const auto colon = block.text.find(':');
      if (block.hidden || is_prose(block)) continue;
      // "<span>Được đăng trong</span> <a>Hoạt động ngoại khóa</a>"
      const bool bare = colon == std::string::npos && block.parts.size() == 2;
      if (colon == std::string::npos && !bare) continue;
      const std::string_view label = bare ? std::string_view(block.parts.front())
                                          : std::string_view(block.text).substr(0, colon);
      if (!is_category_label(plain_words(label))) continue;
      for (const Link& link : links_in(page_, i)) {
        if (std::string name = link_text(link); is_section(name)) return name;
      }
      if (bare) continue;
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
  Hints elsewhere_ = 0;  // that no section of the article stands under
};

}  // namespace

std::string find_category(const FilingSources& sources) { return Finder(sources).category(); }

}  // namespace tinlang::article
