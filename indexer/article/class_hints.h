// What an element's tag, class and id say about its use. Hints only add to a
// score: no page is understood by them alone.

#ifndef TINLANG_INDEXER_ARTICLE_CLASS_HINTS_H_
#define TINLANG_INDEXER_ARTICLE_CLASS_HINTS_H_

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace tinlang::article {

using Hints = std::uint32_t;

inline constexpr Hints kNavigationHint = 1U << 0;  // menus, breadcrumbs, paging
inline constexpr Hints kRelatedHint = 1U << 1;     // other articles
inline constexpr Hints kCommentHint = 1U << 2;
inline constexpr Hints kShareHint = 1U << 3;  // share bars, print, rating, tags, attachments
inline constexpr Hints kAsideHint = 1U << 4;  // sidebars, banners, widgets, footers
inline constexpr Hints kBodyHint = 1U << 5;
inline constexpr Hints kTitleHint = 1U << 6;
inline constexpr Hints kLeadHint = 1U << 7;
inline constexpr Hints kCaptionHint = 1U << 8;
inline constexpr Hints kDateHint = 1U << 9;
inline constexpr Hints kAuthorHint = 1U << 10;
inline constexpr Hints kHiddenHint = 1U << 11;   // not shown on a screen
inline constexpr Hints kTagsHint = 1U << 12;     // what the article is filed under
inline constexpr Hints kCrumbsHint = 1U << 13;   // the way from the front page to the article
inline constexpr Hints kFilesHint = 1U << 14;    // attachments
inline constexpr Hints kIconHint = 1U << 15;     // text that a font shows as a picture
inline constexpr Hints kPersonHint = 1U << 16;   // a picture of a person: "fa fa-user"
inline constexpr Hints kSectionHint = 1U << 17;  // the section that the article is filed under

// Parts of a page that hold no article text.
inline constexpr Hints kOutsideHints =
    kNavigationHint | kRelatedHint | kCommentHint | kShareHint | kAsideHint;

// Hints of the words in a class or id attribute: "News_Content", "tin-lien-quan".
Hints hints_of_names(std::string_view names);

// What names hint at, each read once a page: templates repeat them. The names must outlive it.
class NameHints {
 public:
  Hints of(std::string_view names);

 private:
  std::unordered_map<std::string_view, Hints> seen_;
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_CLASS_HINTS_H_
