#include "indexer/article/class_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/article/ascii.h"

namespace tinlang::article {
namespace {

using WordHints = std::unordered_map<std::string_view, Hints>;

// Whole words of class and id names, English and unaccented Vietnamese.
const WordHints& word_hints() {
  static const WordHints hints = {{"nav", kNavigationHint},
                                  {"navbar", kNavigationHint},
                                  {"navigation", kNavigationHint},
                                  {"menu", kNavigationHint},
                                  {"menus", kNavigationHint},
                                  {"mainmenu", kNavigationHint},
                                  {"submenu", kNavigationHint},
                                  {"topmenu", kNavigationHint},
                                  {"leftmenu", kNavigationHint},
                                  {"breadcrumb", kNavigationHint | kCrumbsHint},
                                  {"breadcrumbs", kNavigationHint | kCrumbsHint},
                                  {"crumb", kNavigationHint | kCrumbsHint},
                                  {"crumbs", kNavigationHint | kCrumbsHint},
                                  {"pathway", kNavigationHint | kCrumbsHint},
                                  {"pagination", kNavigationHint},
                                  {"paging", kNavigationHint},
                                  {"pager", kNavigationHint},
                                  {"phantrang", kNavigationHint},
                                  {"toc", kNavigationHint},
                                  {"sitemap", kNavigationHint},
                                  {"skip", kNavigationHint},
                                  {"related", kRelatedHint},
                                  {"relate", kRelatedHint},
                                  {"other", kRelatedHint},
                                  {"others", kRelatedHint},
                                  {"othernews", kRelatedHint},
                                  {"newsother", kRelatedHint},
                                  {"tinkhac", kRelatedHint},
                                  {"tinlienquan", kRelatedHint},
                                  {"lienquan", kRelatedHint},
                                  {"cungchuyenmuc", kRelatedHint},
                                  {"tincungchuyenmuc", kRelatedHint},
                                  {"khac", kRelatedHint},
                                  {"recommend", kRelatedHint},
                                  {"recommended", kRelatedHint},
                                  {"readmore", kRelatedHint},
                                  {"tinmoi", kRelatedHint},
                                  {"docnhieu", kRelatedHint},
                                  {"tindocnhieu", kRelatedHint},
                                  {"xemnhieu", kRelatedHint},
                                  {"latest", kRelatedHint},
                                  {"popular", kRelatedHint},
                                  {"trending", kRelatedHint},
                                  {"mostread", kRelatedHint},
                                  {"promo", kRelatedHint},
                                  {"outbrain", kRelatedHint},
                                  {"taboola", kRelatedHint},
                                  {"comment", kCommentHint},
                                  {"comments", kCommentHint},
                                  {"commentlist", kCommentHint},
                                  {"cmt", kCommentHint},
                                  {"respond", kCommentHint},
                                  {"disqus", kCommentHint},
                                  {"binhluan", kCommentHint},
                                  {"ykien", kCommentHint},
                                  {"share", kShareHint},
                                  {"sharing", kShareHint},
                                  {"social", kShareHint},
                                  {"chiase", kShareHint},
                                  {"addthis", kShareHint},
                                  {"sharethis", kShareHint},
                                  {"tags", kShareHint | kTagsHint},
                                  {"tag", kShareHint | kTagsHint},
                                  {"tukhoa", kShareHint | kTagsHint},
                                  {"keywords", kShareHint | kTagsHint},
                                  {"rating", kShareHint},
                                  {"danhgia", kShareHint},
                                  {"vote", kShareHint},
                                  {"attach", kShareHint | kFilesHint},
                                  {"attachment", kShareHint | kFilesHint},
                                  {"attachments", kShareHint | kFilesHint},
                                  {"dinhkem", kShareHint | kFilesHint},
                                  {"toolbar", kShareHint},
                                  {"luotxem", kShareHint},
                                  {"print", kShareHint},
                                  {"newsletter", kShareHint},
                                  {"subscribe", kShareHint},
                                  {"sidebar", kAsideHint},
                                  {"aside", kAsideHint},
                                  {"footer", kAsideHint},
                                  {"banner", kAsideHint},
                                  {"banners", kAsideHint},
                                  {"ads", kAsideHint},
                                  {"advert", kAsideHint},
                                  {"advertisement", kAsideHint},
                                  {"sponsored", kAsideHint},
                                  {"quangcao", kAsideHint},
                                  {"widget", kAsideHint},
                                  {"popup", kAsideHint},
                                  {"modal", kAsideHint},
                                  {"cookie", kAsideHint},
                                  {"cookies", kAsideHint},
                                  {"consent", kAsideHint},
                                  {"thongke", kAsideHint},
                                  {"lienket", kAsideHint},
                                  {"weblink", kAsideHint},
                                  {"copyright", kAsideHint},
                                  {"login", kAsideHint},
                                  {"hotline", kAsideHint},
                                  {"marquee", kAsideHint},
                                  {"noprint", 0},
                                  {"content", kBodyHint},
                                  {"contents", kBodyHint},
                                  {"noidung", kBodyHint},
                                  {"body", kBodyHint},
                                  {"bodytext", kBodyHint},
                                  {"detail", kBodyHint},
                                  {"details", kBodyHint},
                                  {"chitiet", kBodyHint},
                                  {"article", kBodyHint},
                                  {"articlebody", kBodyHint},
                                  {"entry", kBodyHint},
                                  {"story", kBodyHint},
                                  {"journal", kBodyHint},
                                  {"fulltext", kBodyHint},
                                  {"title", kTitleHint},
                                  {"tieude", kTitleHint},
                                  {"headline", kTitleHint},
                                  {"heading", kTitleHint},
                                  {"subject", kTitleHint},
                                  {"sapo", kLeadHint},
                                  {"lead", kLeadHint},
                                  {"lede", kLeadHint},
                                  {"summary", kLeadHint},
                                  {"hometext", kLeadHint},
                                  {"tomtat", kLeadHint},
                                  {"trichyeu", kLeadHint},
                                  {"trichdan", kLeadHint},
                                  {"abstract", kLeadHint},
                                  {"excerpt", kLeadHint},
                                  {"mota", kLeadHint},
                                  {"description", kLeadHint},
                                  {"standfirst", kLeadHint},
                                  {"caption", kCaptionHint},
                                  {"captions", kCaptionHint},
                                  {"figcaption", kCaptionHint},
                                  {"chuthich", kCaptionHint},
                                  {"date", kDateHint},
                                  {"datetime", kDateHint},
                                  {"time", kDateHint},
                                  {"ngay", kDateHint},
                                  {"ngaydang", kDateHint},
                                  {"thoigian", kDateHint},
                                  {"published", kDateHint},
                                  {"publish", kDateHint},
                                  {"pubdate", kDateHint},
                                  {"posted", kDateHint},
                                  {"created", kDateHint},
                                  {"category", kSectionHint},
                                  {"categories", kSectionHint},
                                  {"cate", kSectionHint},
                                  {"chuyenmuc", kSectionHint},
                                  {"author", kAuthorHint},
                                  {"authors", kAuthorHint},
                                  {"tacgia", kAuthorHint},
                                  {"byline", kAuthorHint},
                                  {"butdanh", kAuthorHint},
                                  {"writer", kAuthorHint},
                                  {"nguoidang", kAuthorHint}};
  return hints;
}

// Distinctive enough to be found inside run-together names ("divtinlienquan").
constexpr std::array<std::pair<std::string_view, Hints>, 14> kPartHints = {
    {{"noidung", kBodyHint},
     {"tieude", kTitleHint},
     {"tacgia", kAuthorHint},
     {"ngaydang", kDateHint},
     {"lienquan", kRelatedHint},
     {"tinkhac", kRelatedHint},
     {"cungchuyenmuc", kRelatedHint},
     {"binhluan", kCommentHint},
     {"luotxem", kShareHint},
     {"chuthich", kCaptionHint},
     {"comment", kCommentHint},
     {"related", kRelatedHint},
     {"caption", kCaptionHint},
     {"breadcrumb", kNavigationHint | kCrumbsHint}}};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// What a word is besides, in the bits that no hint has.
constexpr Hints kIconWord = 1U << 28;    // libraries of icons begin their names with it
constexpr Hints kPersonWord = 1U << 29;  // the name of a person's icon
constexpr Hints kHidingName = 1U << 30;  // as a whole name, without its joints
constexpr Hints kIconName = 1U << 31;    // a font that draws a picture for the picture's name
constexpr Hints kOnlyHints = kIconWord - 1;

const WordHints& words_and_names() {
  static const WordHints words = [] {
    WordHints all = word_hints();
    for (const char* word :
         {"fa",  "fas",     "far",      "fal", "fad", "icon", "icons", "ico",    "glyphicon",
          "bi",  "ti",      "mdi",      "lnr", "la",  "las",  "ion",   "ri",     "bx",
          "bxs", "icofont", "flaticon", "pi",  "ph",  "uil",  "cil",   "anticon"}) {
      all[word] |= kIconWord;
    }
    for (const char* word : {"user", "person", "account", "author"}) all[word] |= kPersonWord;
    for (const char* name :
         {"hidden", "hide", "sronly", "visuallyhidden", "printonly", "onlyprint", "visibleprint"}) {
      all[name] |= kHidingName;
    }
    all["maticon"] |= kIconName;
    return all;
  }();
  return words;
}

Hints look_up(std::string_view word) {
  constexpr std::size_t kLongest = 24;                          // bytes of a word of the table
  if (word.size() > kLongest || word.front() <= '9') return 0;  // no word begins with a digit
  const auto found = words_and_names().find(word);
  return found == words_and_names().end() ? 0 : found->second;
}

constexpr bool begins_part(char c) {
  return std::any_of(kPartHints.begin(), kPartHints.end(),
                     [c](const auto& part) { return part.first.front() == c; });
}

// Hints of the parts that a name without joints holds.
Hints hints_of_parts(std::string_view name) {
  constexpr std::size_t kShortest = 6;
  constexpr std::size_t kLongestName = 60;
  static constexpr std::array<bool, 128> kBegins = [] {
    std::array<bool, 128> begins{};
    for (char c = 'a'; c <= 'z'; ++c) begins[static_cast<std::size_t>(c)] = begins_part(c);
    return begins;
  }();
  Hints hints = 0;
  if (name.size() < kShortest || name.size() > kLongestName) return hints;
  for (std::size_t i = 0; i + kShortest <= name.size(); ++i) {
    if (!kBegins[static_cast<std::size_t>(name[i])]) continue;
    const std::string_view rest = name.substr(i);
    for (const auto& [part, hint] : kPartHints) {
      if (part[0] == rest[0] && part[1] == rest[1] && rest.starts_with(part)) hints |= hint;
    }
  }
  return hints;
}

// "meta date" in one name: a wrapper of small print is no aside.
class NameReader {
 public:
  explicit NameReader(std::string_view names) : names_(names) {}

  Hints read() {
    for (std::size_t i = 0; i < names_.size();) {
      if (is_lower(names_[i])) {
        const std::size_t begin = i;
        while (i < names_.size() && is_lower(names_[i])) ++i;
        name_.append(names_.substr(begin, i - begin));
      } else {
        step(i++);
      }
    }
    end_word();
    end_name();
    return hints_;
  }

 private:
  // A capital or what stands between words.
  void step(std::size_t i) {
    const char c = names_[i];
    if (is_upper(c)) {
      const bool hump = i > 0 && is_lower(names_[i - 1]);
      if (hump) end_word();
      name_ += lower_ascii(c);
      return;
    }
    end_word();
    if (c == ' ' || (c >= '\t' && c <= '\r')) end_name();
  }

  void end_word() {
    const std::string_view word = std::string_view(name_).substr(word_);
    if (word.empty()) return;
    const Hints found = look_up(word);
    if (word_ == 0) first_word_ = found;
    ++words_;
    word_ = name_.size();
    named_ |= found & kOnlyHints;
    icon_ = icon_ || (found & kIconWord) != 0;
    person_ = person_ || (found & kPersonWord) != 0;
  }

  // One whole name: also read without its joints ("tin-lien-quan"), and for what hides it.
  void end_name() {
    const Hints whole = words_ < 2 ? first_word_ : look_up(name_);
    if ((whole & kHidingName) != 0) hints_ |= kHiddenHint;
    // Fonts that draw a picture for the name of the picture: "schedule", "attach_file".
    if ((whole & kIconName) != 0 || name_.starts_with("materialicons") ||
        name_.starts_with("materialsymbols")) {
      hints_ |= kIconHint;
    }
    if (icon_ && person_) hints_ |= kPersonHint;
    icon_ = false;
    person_ = false;
    if (name_ == "dnone") display_none_ = true;
    if (display_none_ && name_.size() > 1 && name_.front() == 'd' && name_.ends_with("block")) {
      shown_again_ = true;
    }
    // The end of an article, not of the page: its tags, files and buttons.
    for (const std::string_view foot : {"postfooter", "entryfooter", "articlefooter"}) {
      if (name_.starts_with(foot)) named_ = (named_ & ~kAsideHint) | kShareHint;
    }
    // A page builder calls every part of a page a widget.
    if (name_.starts_with("elementorwidget")) named_ &= ~kAsideHint;
    hints_ |= named_ | (whole & kOnlyHints) | hints_of_parts(name_);
    named_ = 0;
    name_.clear();
    word_ = 0;
    words_ = 0;
    first_word_ = 0;
    if (display_none_ && !shown_again_) {
      hints_ |= kHiddenHint;
    } else if (shown_again_) {
      hints_ &= ~kHiddenHint;
    }
  }

  std::string_view names_;
  std::string name_;      // so far, in lower case, without its joints
  std::size_t word_ = 0;  // where its last word begins
  std::size_t words_ = 0;
  Hints first_word_ = 0;  // what was found of its first
  Hints hints_ = 0;
  Hints named_ = 0;      // by the words of the name so far
  bool icon_ = false;    // the name so far has a word for icons
  bool person_ = false;  // and one for a person
  bool display_none_ = false;
  bool shown_again_ = false;
};

}  // namespace

Hints NameHints::of(std::string_view names) {
  const auto [found, is_new] = seen_.try_emplace(names, 0);
  if (is_new) found->second = hints_of_names(names);
  return found->second;
}

Hints hints_of_names(std::string_view names) { return NameReader(names).read(); }

}  // namespace tinlang::article
