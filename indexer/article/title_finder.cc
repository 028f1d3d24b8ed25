#include "indexer/article/title_finder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/credit.h"
#include "indexer/article/phrases.h"
#include "indexer/calendar/date_finder.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kShortestTitle = 8;   // code points
constexpr std::size_t kLongestTitle = 400;  // code points
constexpr std::size_t kLeastAgreeing = 10;  // plain characters that two titles must share
constexpr std::size_t kMostSegments = 40;   // of a <title>; every line is compared with each
constexpr std::size_t kMostClaims = 40;

// One part of a <title> between its separators.
struct Segment {
  std::string text;
  std::string words;
};

// Separators between a headline and a site's name; a plain hyphen needs spaces around it.
constexpr std::array<std::string_view, 10> kSeparators = {
    " | ",  " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ",
    " :: ", " \xC2\xBB ", " \xE2\x80\xA2 ", " \xC2\xB7 ",
    " > ",  " / "};

std::vector<Segment> split_title(std::string_view title) {
  std::vector<Segment> segments;
  std::size_t from = 0;
  for (std::size_t at = 0; at < title.size() && segments.size() + 1 < kMostSegments;) {
    std::size_t length = 0;
    const std::string_view rest = title.substr(at);
    for (const std::string_view separator : kSeparators) {
      const bool may_begin = rest.front() == separator.front();
      if (may_begin && rest.starts_with(separator)) length = separator.size();
    }
    if (length == 0 && rest.starts_with("::")) length = 2;
    if (length == 0) {
      ++at;
      continue;
    }
    segments.push_back({std::string(title.substr(from, at - from)), {}});
    at += length;
    from = at;
  }
  segments.push_back({std::string(title.substr(from)), {}});
  for (Segment& segment : segments) segment.words = plain_words(segment.text);
  return segments;
}

// What machines are told the title is, to be recognised among the headings.
struct Claims {
  std::vector<std::string> titles;  // plain words of og:title, headline and the like
  std::string page_title;           // plain words of <title>
  std::vector<Segment> segments;    // of <title>
  std::string site;                 // plain words of og:site_name
};

Claims collect_claims(const PageBlocks& page, const JsonLdArticle& json) {
  Claims claims;
  claims.page_title = plain_words(page.title);
  claims.segments = split_title(page.title);
  claims.site = plain_words(page.meta("og:site_name"));
  for (const std::string_view text :
       {page.meta("og:title"), page.meta("twitter:title"), page.meta("title"),
        page.meta("dc.title"), std::string_view(json.headline)}) {
    std::string words = plain_words(text);
    const bool site = words == claims.site || names_section(text);
    if (!words.empty() && !site) claims.titles.push_back(std::move(words));
  }
  for (const NamedValue& property : page.properties) {
    if (claims.titles.size() == kMostClaims) break;
    if (property.name == "headline") claims.titles.push_back(plain_words(property.value));
  }
  return claims;
}

bool is_prefix_of(const std::string& part, const std::string& whole) {
  return part.size() >= kLeastAgreeing && whole.starts_with(part);
}

// "Lê Lợi" is how the headline "Lê Lợi trong sử sách" begins, not what it says.
bool is_most_of(const std::string& part, const std::string& whole) {
  return part.size() * 2 > whole.size();
}

// A part of <title> that stands on many pages: the site, a section, an office.
bool names_place_of_text(const Segment& segment) {
  return names_site(segment.text) || names_section(segment.text);
}

// How well printed words agree with what the page says of itself: 0 to 10.
double agreement(const std::string& words, const Claims& claims) {
  if (words.size() < 4) return 0;
  double best = 0;
  for (const std::string& title : claims.titles) {
    if (title == words) best = std::max(best, 10.0);
    if (is_prefix_of(title, words)) best = std::max(best, 6.0);
    if (is_prefix_of(words, title)) best = std::max(best, is_most_of(words, title) ? 6.0 : 3.0);
  }
  if (claims.page_title == words) best = std::max(best, 10.0);
  for (const Segment& segment : claims.segments) {
    if (segment.words == words && !names_place_of_text(segment)) best = std::max(best, 8.0);
  }
  // The headline may itself hold separators, or be cut short in <title>.
  if (is_prefix_of(words, claims.page_title)) {
    const bool most = is_most_of(words, claims.segments.front().words);
    best = std::max(best, most ? 8.5 : 4.0);
  }
  if (words.size() >= kLeastAgreeing && claims.page_title.ends_with(words)) {
    best = std::max(best, 8.0);
  }
  // Cut short, not the name of the office that a first sentence begins with.
  constexpr std::size_t kLeastShare = 3;  // one in so many letters
  const std::string& cut = claims.segments.front().words;
  if (cut.size() * kLeastShare >= words.size() && is_prefix_of(cut, words)) {
    best = std::max(best, 6.0);
  }
  return best;
}

Hints own_hints(const PageBlocks& page, const Block& block) {
  Hints hints = block.inline_hints | page.boxes[block.box].hints;
  const std::size_t parent = page.boxes[block.box].parent;
  // A heading wrapped alone in a box named for it.
  if (parent != kNoIndex && page.boxes[parent].end - page.boxes[parent].begin <= 2) {
    hints |= page.boxes[parent].hints;
  }
  return hints;
}

// What speaks for a line by itself; `leads` is what its place speaks for it.
double score_block(const PageBlocks& page, const Block& block, const Claims& claims,
                   const std::string& words, double leads) {
  const bool section = names_section(block.text, block.words);
  const double agreed = section && leads == 0 ? 0 : agreement(words, claims);
  double score = agreed + leads;
  if (section) score -= leads > 0 ? 3 : 6;
  if (block.heading == 1) score += 4;
  if (block.heading == 2) score += 2.5;
  if (block.heading > 2) score += 1;
  const Hints hints = own_hints(page, block);
  if ((hints & kTitleHint) != 0) score += 2.5;
  if (block.bold && block.heading == 0) score += 0.5;
  if ((block.around & (kNavigationHint | kRelatedHint | kCommentHint)) != 0) score -= 5;
  if ((block.around & kAsideHint) != 0) score -= 3;
  if (block.link_share() > 0.5) score -= block.heading > 0 ? 1.5 : 4;
  if (block.list_item) score -= 2;
  if (words == claims.site || names_site_in_words(block.words))
    score -= agreed >= 10 && leads > 0 ? 2 : 8;
  if (agreed == 0 && block.heading == 0 && (hints & kTitleHint) == 0) score -= 3;
  if (score > 0 &&
      (begins_other_matter(block.text, block.words) || is_furniture(block.text, block.words)))
    score -= 6;
  return score;
}

constexpr double kBeforeDate = 6.5;   // for the line above a publish line and its text
constexpr double kBeforeProse = 2.5;  // for the line above a text without one

// Which lines stand like a headline: nearest above a publish line or a run of text.
class Leads {
 public:
  Leads(const PageBlocks& page, const std::vector<LineKind>& kinds)
      : blocks_(page.blocks), kinds_(kinds), points_(blocks_.size(), 0) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (kinds_[i] == LineKind::kDate && prose_behind(i)) credit_above(i, kBeforeDate);
      if (begins_text(i)) credit_above(i, kBeforeProse);
    }
  }

  double of(std::size_t i) const { return points_[i]; }

 private:
  bool is_prose_line(std::size_t i) const {
    return i < kinds_.size() && kinds_[i] == LineKind::kProse;
  }

  // Prose in the next lines, before any link to another article.
  bool prose_behind(std::size_t i) const {
    constexpr std::size_t kReach = 6;
    constexpr std::size_t kHeadline = 30;
    for (std::size_t k = i + 1; k < kinds_.size() && k <= i + kReach; ++k) {
      if (kinds_[k] == LineKind::kProse) return true;
      if (kinds_[k] == LineKind::kTeaser || kinds_[k] == LineKind::kImprint) return false;
      if (kinds_[k] == LineKind::kLinks && blocks_[k].chars >= kHeadline) return false;
    }
    return false;
  }

  // The first of two paragraphs, or a long one.
  bool begins_text(std::size_t i) const {
    constexpr std::size_t kLong = 250;
    if (!is_prose_line(i) || (i > 0 && is_prose_line(i - 1))) return false;
    // A long headline: its publish line follows.
    const bool dated = i + 1 < kinds_.size() && kinds_[i + 1] == LineKind::kDate;
    if (dated && !ends_sentence(blocks_[i].text)) return false;
    return blocks_[i].chars >= kLong || is_prose_line(i + 1) || is_prose_line(i + 2);
  }

  void credit_above(std::size_t i, double points) {
    constexpr std::size_t kReach = 4;
    for (std::size_t back = 1; back <= std::min(kReach, i); ++back) {
      const std::size_t at = i - back;
      if (kinds_[at] == LineKind::kTeaser || kinds_[at] == LineKind::kMatter) return;
      if (kinds_[at] == LineKind::kDate || is_small(blocks_[at])) continue;
      if (kinds_[at] == LineKind::kLinks && blocks_[at].heading == 0 && !is_linked_title(at)) {
        continue;
      }
      if (blocks_[at].chars > kLongestTitle || blocks_[at].hidden) return;
      points_[at] = std::max(points_[at], points);
      return;
    }
  }

  // A headline that links to its own page stands alone, not in a list.
  bool is_linked_title(std::size_t at) const {
    constexpr std::size_t kLine = 20;
    const bool list = blocks_[at].list_item || (at > 0 && kinds_[at - 1] == LineKind::kLinks);
    return blocks_[at].chars >= kLine && !list;
  }

  static bool is_small(const Block& block) {
    constexpr std::size_t kShort = 15;
    return block.chars < kShort || is_furniture(block.text, block.words) ||
           block.text.ends_with(':') || block.image_box != kNoIndex ||
           parse_credit(block.text).has_value();
  }

  const std::vector<Block>& blocks_;
  const std::vector<LineKind>& kinds_;
  std::vector<double> points_;
};

struct Candidate {
  std::size_t block = kNoIndex;
  double score = 0;
  std::string text;
};

// The printed title, a whole block or one part of it.
Candidate best_printed(const PageBlocks& page, const std::vector<LineKind>& kinds,
                       const Claims& claims) {
  constexpr double kLeastScore = 3;
  Candidate best;
  best.score = kLeastScore - 0.01;
  const Leads leads(page, kinds);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    if (block.hidden || block.repeated || block.chars > kLongestTitle) continue;
    // An entry of a menu or a list, be it of this very article.
    if (block.list_item && block.heading == 0 && is_link_line(block)) continue;
    // "(12/05/2020 15:47) A+ A- In trang" stands where a headline may stand.
    const bool stamp = !block.parts.empty() && calendar::parse_publish_line(block.parts.front());
    if (stamp && agreement(block.words, claims) == 0) continue;
    const auto consider = [&](const std::string& text, const std::string& words, double penalty) {
      if (words.size() < kShortestTitle && agreement(words, claims) < 8) return;
      const double score = score_block(page, block, claims, words, leads.of(i)) - penalty;
      if (score > best.score) best = {i, score, text};
    };
    consider(block.text, block.words, 0);
    const bool headed = block.heading > 0 || (own_hints(page, block) & kTitleHint) != 0;
    if (block.parts.size() < 2 || !headed) continue;
    for (const std::string& part : block.parts) consider(part, plain_words(part), 1);
  }
  return best;
}

// The <title> without the parts that name the site.
std::string without_site(const Claims& claims, std::string_view title) {
  std::vector<const Segment*> kept;
  for (const Segment& segment : claims.segments) {
    const bool site = (!claims.site.empty() && segment.words == claims.site) ||
                      names_place_of_text(segment) || segment.words.empty();
    if (!site) kept.push_back(&segment);
  }
  if (kept.empty()) return {};
  if (kept.size() == claims.segments.size() && kept.size() > 1) {
    // No part names a site: the last one does, when it is short beside the rest.
    const bool short_tail = kept.back()->words.size() * 2 < kept.front()->words.size();
    if (short_tail) kept.pop_back();
  }
  const auto begin = title.find(kept.front()->text);
  const auto end = title.rfind(kept.back()->text);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return std::string(title.substr(begin, end - begin + kept.back()->text.size()));
}

std::string site_name_of(const PageBlocks& page, const Claims& claims, const std::string& title) {
  const std::string_view named = page.meta("og:site_name");
  if (!named.empty()) return std::string(named);
  const std::string words = plain_words(title);
  for (auto it = claims.segments.rbegin(); it != claims.segments.rend(); ++it) {
    if (claims.segments.size() > 1 && names_site(it->text)) return it->text;
  }
  const bool suffixed = claims.segments.size() > 1 && is_prefix_of(words, claims.page_title) &&
                        claims.page_title.size() > words.size() &&
                        words.find(claims.segments.back().words) == std::string::npos;
  return suffixed ? claims.segments.back().text : std::string();
}

std::string claimed_title(const PageBlocks& page, const JsonLdArticle& json, const Claims& claims) {
  std::string_view claimed = page.meta("og:title");
  if (plain_words(claimed) == claims.site || names_site(claimed) || names_section(claimed)) {
    claimed = {};
  }
  if (claimed.empty()) claimed = json.headline;
  if (claimed.empty()) return without_site(claims, page.title);
  Claims own = claims;
  own.segments = split_title(claimed);
  const std::string plain = without_site(own, claimed);
  return plain.empty() ? std::string(claimed) : plain;
}

// Arrows, bullets and bars around a headline; "«Câu nói» ..." keeps its quotation marks.
std::string without_signs(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kBefore = {" ",
                                                              "|",
                                                              "\xC2\xBB",
                                                              "\xE2\x80\xA2",
                                                              "\xE2\x80\xBA",
                                                              "\xE2\x86\x90",
                                                              "\xE2\x86\x92",
                                                              "\xE2\x96\xBA"};
  static constexpr std::array<std::string_view, 5> kBehind = {" ", "|", "\xC2\xAB", "\xE2\x86\x90",
                                                              "\xE2\x86\x92"};
  const auto* sign = kBefore.begin();
  const auto begins = [&](std::string_view before) { return line.starts_with(before); };
  while ((sign = std::find_if(kBefore.begin(), kBefore.end(), begins)) != kBefore.end()) {
    line.remove_prefix(sign->size());
  }
  const auto ends = [&](std::string_view behind) { return line.ends_with(behind); };
  while ((sign = std::find_if(kBehind.begin(), kBehind.end(), ends)) != kBehind.end()) {
    line.remove_suffix(sign->size());
  }
  return std::string(line);
}

}  // namespace

FoundTitle find_title(const PageBlocks& page, const std::vector<LineKind>& kinds,
                      const JsonLdArticle& json) {
  const Claims claims = collect_claims(page, json);
  FoundTitle found;
  Candidate printed = best_printed(page, kinds, claims);
  found.block = printed.block;
  found.text = without_signs(printed.text);
  if (found.block == kNoIndex) found.text = claimed_title(page, json, claims);
  found.site_name = site_name_of(page, claims, found.text);
  return found;
}

void take_title_above(const PageBlocks& page, std::size_t body_begin, FoundTitle& title) {
  constexpr std::size_t kReach = 6;
  constexpr std::size_t kLongestUnmarked = 200;  // code points
  constexpr std::size_t kAbove = 2;
  const std::size_t from = body_begin > kAbove ? body_begin - kAbove : 0;
  for (std::size_t i = from; i < page.blocks.size() && i < body_begin + kReach; ++i) {
    const Block& block = page.blocks[i];
    const bool line = block.chars >= kShortestTitle && block.chars <= kLongestUnmarked &&
                      !is_link_line(block) && !block.hidden && !ends_sentence(block.text);
    if (!line || is_furniture(block.text, block.words) ||
        calendar::parse_publish_line(block.text)) {
      if (is_prose(block)) return;
      continue;
    }
    const bool marked = block.bold || block.align == Align::kCenter || block.heading > 0;
    const bool leads = i + 1 < page.blocks.size() && is_prose(page.blocks[i + 1]);
    constexpr std::size_t kLeastUnmarked = 20;  // code points
    const bool place = names_section(block.text) || names_site(block.text);
    if (place || begins_other_matter(block.text)) continue;
    if (i < body_begin && !leads) continue;
    if (!marked && !(leads && block.chars >= kLeastUnmarked)) return;
    title.text = block.text;
    title.block = i;
    return;
  }
}

bool same_words(const std::string& a, const std::string& b) {
  return plain_words(a) == plain_words(b);
}

}  // namespace tinlang::article
