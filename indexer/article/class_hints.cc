#include "indexer/article/class_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

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
const WordHints& part_hints() {
  static const WordHints hints = {
      {"noidung", kBodyHint},          {"tieude", kTitleHint},
      {"tacgia", kAuthorHint},         {"ngaydang", kDateHint},
      {"lienquan", kRelatedHint},      {"tinkhac", kRelatedHint},
      {"cungchuyenmuc", kRelatedHint}, {"binhluan", kCommentHint},
      {"luotxem", kShareHint},         {"chuthich", kCaptionHint},
      {"comment", kCommentHint},       {"related", kRelatedHint},
      {"caption", kCaptionHint},       {"breadcrumb", kNavigationHint | kCrumbsHint}};
  return hints;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
char lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

Hints hints_of_word(std::string_view word) {
  const auto found = word_hints().find(word);
  return found == word_hints().end() ? 0 : found->second;
}

// Words that libraries of icons begin their names with, and those for a person's icon.
bool is_icon_word(std::string_view word) {
  static constexpr std::array<std::string_view, 21> kWords = {
      "fa",  "fas", "far", "fal", "fad", "icon", "icons", "ico", "glyphicon", "bi",      "ti",
      "mdi", "lnr", "la",  "las", "ion", "ri",   "bx",    "bxs", "icofont",   "flaticon"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_person_word(std::string_view word) {
  return word == "user" || word == "person" || word == "account" || word == "author";
}

// "meta date" in one name: a wrapper of small print is no aside.
class NameReader {
 public:
  explicit NameReader(std::string_view names) : names_(names) {}

  Hints read() {
    for (std::size_t i = 0; i < names_.size(); ++i) step(i);
    end_word();
    end_name();
    return hints_;
  }

 private:
  void step(std::size_t i) {
    const char c = names_[i];
    const bool hump = is_upper(c) && i > 0 && is_lower(names_[i - 1]);
    if (hump) end_word();
    if (is_upper(c) || is_lower(c)) {
      name_ += lower(c);
      return;
    }
    end_word();
    if (c == ' ' || (c >= '\t' && c <= '\r')) end_name();
  }

  void end_word() {
    const std::string_view word = std::string_view(name_).substr(word_);
    word_ = name_.size();
    if (word.empty()) return;
    named_ |= hints_of_word(word);
    icon_ = icon_ || is_icon_word(word);
    person_ = person_ || is_person_word(word);
  }

  // One whole name: also read without its joints ("tin-lien-quan"), and for what hides it.
  void end_name() {
    if (name_ == "hidden" || name_ == "hide" || name_ == "sronly" || name_ == "visuallyhidden" ||
        name_ == "printonly" || name_ == "onlyprint" || name_ == "visibleprint") {
      hints_ |= kHiddenHint;
    }
    // Fonts that draw a picture for the name of the picture: "schedule", "attach_file".
    if (name_ == "maticon" || name_.starts_with("materialicons") ||
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
    // A page builder calls every part of a page a widget.
    if (name_.starts_with("elementorwidget")) named_ &= ~kAsideHint;
    hints_ |= named_ | hints_of_word(name_);
    named_ = 0;
    constexpr std::size_t kLongestListed = 60;
    if (name_.size() <= kLongestListed) {
      for (const auto& [part, hints] : part_hints()) {
        if (name_.find(part) != std::string::npos) hints_ |= hints;
      }
    }
    name_.clear();
    word_ = 0;
    if (display_none_ && !shown_again_) {
      hints_ |= kHiddenHint;
    } else if (shown_again_) {
      hints_ &= ~kHiddenHint;
    }
  }

  std::string_view names_;
  std::string name_;      // so far, in lower case, without its joints
  std::size_t word_ = 0;  // where its last word begins
  Hints hints_ = 0;
  Hints named_ = 0;      // by the words of the name so far
  bool icon_ = false;    // the name so far has a word for icons
  bool person_ = false;  // and one for a person
  bool display_none_ = false;
  bool shown_again_ = false;
};

}  // namespace

Hints NameHints::of(std::string_view names) {
  if (known_ != nullptr) {
    const auto known = known_->seen_.find(names);
    if (known != known_->seen_.end()) return known->second;
  }
  const auto [found, is_new] = seen_.try_emplace(names, 0);
  if (is_new) found->second = hints_of_names(names);
  return found->second;
}

Hints hints_of_names(std::string_view names) { return NameReader(names).read(); }

Hints hints_of_style(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (c != ' ') plain += lower(c);
  }
  const bool hidden = plain.find("display:none") != std::string::npos ||
                      plain.find("visibility:hidden") != std::string::npos;
  return hidden ? kHiddenHint : 0;
}

}  // namespace tinlang::article
