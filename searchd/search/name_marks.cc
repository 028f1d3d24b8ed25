#include "searchd/search/name_marks.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/text/grapheme.h"
#include "indexer/text/syllable.h"
#include "searchd/search/marker.h"

namespace tinlang::search {
namespace {

using schema::TextPart;
using schema::TextSpan;

// A unit's name and the words before it; longer evidence is none.
constexpr std::size_t kMostWords = 24;

struct Claim {
  NamedKind kind = NamedKind::kOfficial;
  std::string_view value;
  std::size_t begin = 0;  // bytes of its text
  std::size_t end = 0;
};

// A text of the article and what is claimed of it.
struct Text {
  std::string_view text;
  std::vector<Claim> claims;
};

using TextKey = std::pair<TextPart, std::size_t>;  // which caption or paragraph

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

bool is_whole(std::string_view text, const TextSpan& span) {
  if (span.begin >= span.end || span.end > text.size()) return false;
  if (is_inside_character(text, span.begin) || is_inside_character(text, span.end)) return false;
  return text::grapheme_boundary(text, span.begin, span.end) == span.end;
}

// Words without marks and case; punctuation parts them.
std::vector<std::string> folded_words(std::string_view text) {
  std::string folded = text::fold_key(text);
  std::vector<std::string> words(1);
  for (const char c : folded) {
    const bool is_ascii_sign = c >= 0 && (c < '0' || (c > '9' && c < 'a') || c > 'z');
    if (!is_ascii_sign) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) text += text.empty() ? word : ' ' + word;
  return text;
}

// Whether `words` are the (folded) name, or the end of it: people are called by that.
bool is_name_of(std::string_view words, const std::vector<std::string>& name) {
  const auto written = folded_words(words);
  return !written.empty() && written.size() <= name.size() &&
         std::equal(written.rbegin(), written.rend(), name.rbegin());
}

// Whether a name or alias of the unit is among `words`.
bool has_name_of(std::string_view words, const schema::LocalityRecord& locality,
                 const gazetteer::Gazetteer& gazetteer) {
  const auto written = folded_words(words);
  if (written.size() > kMostWords || locality.codes.empty()) return false;
  const std::string name = locality.path.empty() ? "" : joined(folded_words(locality.path.back()));
  const auto unit = gazetteer.find_code(locality.codes.back());
  for (std::size_t begin = 0; begin < written.size(); ++begin) {
    for (std::size_t count = 1; begin + count <= written.size(); ++count) {
      const std::string run = joined(std::span(written).subspan(begin, count));
      if (run == name) return true;
      const auto named = gazetteer.find_folded_name(run);
      if (unit && std::find(named.begin(), named.end(), *unit) != named.end()) return true;
    }
  }
  return false;
}

class TextsOfArticle {
 public:
  explicit TextsOfArticle(const schema::ArticleRecord& record) : body_(record.body) {
    texts_[{TextPart::kTitle, 0}].text = record.title;
    texts_[{TextPart::kLead, 0}].text = record.lead;
    for (const std::string_view paragraph : paragraphs_of(record.body)) {
      const std::size_t number = paragraph_begins_.size();
      paragraph_begins_.push_back(static_cast<std::size_t>(paragraph.data() - body_.data()));
      texts_[{TextPart::kBody, number}].text = paragraph;
    }
    for (std::size_t i = 0; i < record.captions.size(); ++i) {
      texts_[{TextPart::kCaption, i}].text = record.captions[i];
    }
  }

  // `says(words)`: whether these are words of what is claimed.
  template <typename Says>
  void claim(TextSpan span, NamedKind kind, std::string_view value, Says says) {
    if (span.part == TextPart::kBody) to_paragraph(span);
    const auto found = texts_.find({span.part, span.item});
    if (found == texts_.end() || !is_whole(found->second.text, span)) return;
    if (!says(found->second.text.substr(span.begin, span.end - span.begin))) return;
    found->second.claims.push_back({kind, value, span.begin, span.end});
  }

  std::map<TextKey, Text>& texts() { return texts_; }

 private:
  // Spans of the body count its bytes; paragraphs are shown one by one.
  void to_paragraph(TextSpan& span) const {
    const auto after =
        std::upper_bound(paragraph_begins_.begin(), paragraph_begins_.end(), span.begin);
    if (after == paragraph_begins_.begin()) {
      span.end = 0;
      return;
    }
    span.item = static_cast<std::size_t>(after - paragraph_begins_.begin()) - 1;
    const std::size_t begin = paragraph_begins_[span.item];
    span.begin -= begin;
    span.end = span.end > begin ? span.end - begin : 0;
  }

  std::string_view body_;
  std::vector<std::size_t> paragraph_begins_;  // bytes of the body
  std::map<TextKey, Text> texts_;
};

// Two people, or two units, of the same words: nobody says which one is meant.
void drop_undecided(std::vector<Claim>& claims) {
  const auto place = [](const Claim& claim) {
    return std::tuple(claim.begin, claim.end, claim.kind);
  };
  std::stable_sort(claims.begin(), claims.end(),
                   [&](const Claim& a, const Claim& b) { return place(a) < place(b); });
  std::vector<Claim> decided;
  for (auto first = claims.begin(); first != claims.end();) {
    const auto last = std::find_if(first, claims.end(),
                                   [&](const Claim& one) { return place(one) != place(*first); });
    if (std::all_of(first, last, [&](const Claim& one) { return one.value == first->value; })) {
      decided.push_back(*first);
    }
    first = last;
  }
  claims = std::move(decided);
}

// By place, disjoint.
std::vector<Claim> disjoint(std::vector<Claim> claims) {
  drop_undecided(claims);
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tuple(a.kind, b.end - b.begin, a.begin) <
           std::tuple(b.kind, a.end - a.begin, b.begin);
  });
  std::map<std::size_t, Claim> taken;  // by end
  for (const Claim& claim : claims) {
    const auto next = taken.upper_bound(claim.begin);
    if (next == taken.end() || next->second.begin >= claim.end) taken.emplace(claim.end, claim);
  }
  std::vector<Claim> kept;
  for (auto& [end, claim] : taken) kept.push_back(claim);
  return kept;
}

}  // namespace

std::vector<std::string_view> paragraphs_of(std::string_view body) {
  constexpr std::string_view kBlankLine = "\n\n";
  std::vector<std::string_view> paragraphs;
  while (!body.empty()) {
    const std::string_view paragraph = body.substr(0, body.find(kBlankLine));
    body.remove_prefix(std::min(paragraph.size() + kBlankLine.size(), body.size()));
    if (!paragraph.empty()) paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

std::vector<NameMark> name_marks(const schema::ArticleRecord& record,
                                 const gazetteer::Gazetteer& gazetteer) {
  TextsOfArticle texts(record);
  for (const auto& official : record.officials) {
    const auto name = folded_words(official.name);
    for (const TextSpan& span : official.evidence) {
      texts.claim(span, NamedKind::kOfficial, official.id,
                  [&](std::string_view words) { return is_name_of(words, name); });
    }
  }
  for (const auto& locality : record.localities) {
    if (locality.codes.empty()) continue;
    for (const TextSpan& span : locality.evidence) {
      texts.claim(span, NamedKind::kLocality, locality.codes.back(),
                  [&](std::string_view words) { return has_name_of(words, locality, gazetteer); });
    }
  }
  std::vector<NameMark> marks;
  for (auto& [key, text] : texts.texts()) {
    const std::vector<Claim> claims = disjoint(std::move(text.claims));
    std::vector<Mark> places;
    for (const Claim& claim : claims) places.push_back({claim.begin, claim.end, 0, false});
    const std::vector<Highlight> points = to_highlights(text.text, 0, places);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      marks.push_back({claims[i].kind, std::string(claims[i].value), key.first, key.second,
                       points[i].begin, points[i].end});
    }
  }
  return marks;
}

}  // namespace tinlang::search
