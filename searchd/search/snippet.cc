#include "searchd/search/snippet.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "indexer/text/grapheme.h"

namespace tinlang::search {
namespace {

constexpr std::size_t kMaxBodyBytes = 256 * 1024;
constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kEllipsisPoints = 2;  // with its space

// What makes a passage good: different parts of the question first, those that the article
// seldom has more than those that it has everywhere; then parts side by side as they were
// typed; then how often it has them, up to a few.
constexpr double kPartScore = 10;
constexpr double kRowScore = 3;
constexpr double kRepeatScore = 0.5;
constexpr std::size_t kMostRepeats = 5;

// Of a part that the passage before shows already.
constexpr double kShownShare = 0.1;

// Of a word found without its marks and beside no other part: perhaps another word.
constexpr double kLooseShare = 0.5;

constexpr std::size_t kNearPoints = 30;  // before the end of a word that has to be cut
constexpr std::size_t kRowGapBytes = 3;

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool overlaps(const Range& other) const { return begin < other.end && other.begin < end; }
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_sign(char c) { return c > ' ' && c < '\x7F' && std::isalnum(c) == 0 && c != '\''; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// At most kMaxBodyBytes of `body`, whole code points.
std::string_view beginning(std::string_view body) {
  if (body.size() <= kMaxBodyBytes) return body;
  std::size_t end = kMaxBodyBytes;
  while (end > 0 && is_continuation(body[end])) --end;
  return body.substr(0, end);
}

struct Window {
  std::size_t first = 0;  // marks [first, last)
  std::size_t last = 0;
  double score = 0;
  std::map<std::size_t, double> parts;  // and what each counts
};

using Parts = std::map<std::size_t, double>;

// One body, its marks, and the passages cut from it.
class Excerpter {
 public:
  Excerpter(std::string_view body, std::vector<Mark> marks)
      : body_(body), marks_(std::move(marks)), points_(body.size() + 1) {
    for (std::size_t i = 0; i < body.size(); ++i) {
      points_[i + 1] = points_[i] + (is_continuation(body[i]) ? 0U : 1U);
    }
    for (const Mark& mark : marks_) ++times_[mark.part];
  }

  std::vector<MarkedText> passages() const {
    const std::optional<Range> first_words = first_paragraph();
    if (!first_words) return {};
    if (marks_.empty()) return {cut(passage({first_words->begin, first_words->begin + 1}, {}))};

    std::vector<Range> ranges;
    const Window best = best_window(std::nullopt, {});
    ranges.push_back(passage(core(best), {}));
    const Window second = best_window(ranges.front(), best.parts);
    // A second passage must tell something: a new part, or half of what the first has.
    const bool tells =
        std::any_of(second.parts.begin(), second.parts.end(),
                    [&](const auto& part) { return !best.parts.contains(part.first); }) ||
        2 * second.parts.size() >= best.parts.size();
    if (second.last > second.first && tells)
      ranges.push_back(passage(core(second), ranges.front()));
    std::vector<MarkedText> result;
    for (const Range& range : ranges) result.push_back(cut(range));
    return result;
  }

 private:
  std::size_t length(std::size_t begin, std::size_t end) const {
    return points_[end] - points_[begin];
  }
  bool fits(const Range& range) const {
    return length(range.begin, range.end) <= kSnippetCodePoints;
  }

  // Where a passage from `begin` must end: at a sign such as '/' if one is near, else between
  // two characters.
  std::size_t longest_end(std::size_t begin, std::size_t limit) const {
    std::size_t end = begin;
    while (end < limit && length(begin, end + 1) <= kSnippetCodePoints) ++end;
    if (end == limit) return end;
    for (std::size_t near = end; near > begin && length(near, end) < kNearPoints; --near) {
      if (is_sign(body_[near - 1])) return near;
    }
    const std::size_t between = text::grapheme_boundary(body_, begin, end);
    return between > begin ? between : end;
  }

  std::optional<Range> first_paragraph() const {
    const auto begin = static_cast<std::size_t>(
        std::find_if_not(body_.begin(), body_.end(), is_space) - body_.begin());
    if (begin == body_.size()) return std::nullopt;
    return paragraph_around(begin);
  }

  // The paragraph that holds byte `at`, without spaces at its ends.
  Range paragraph_around(std::size_t at) const {
    const std::size_t before = body_.rfind('\n', at);
    Range range{before == std::string_view::npos ? 0 : before + 1,
                std::min(body_.find('\n', at), body_.size())};
    while (range.begin < at && is_space(body_[range.begin])) ++range.begin;
    while (range.end > at + 1 && is_space(body_[range.end - 1])) --range.end;
    return range;
  }

  Range core(const Window& window) const {
    Range range{marks_[window.first].begin, 0};
    for (std::size_t i = window.first; i < window.last; ++i) {
      range.end = std::max(range.end, marks_[i].end);
    }
    return range;
  }

  // The best run of marks that fits one passage, outside `taken`; a part
  // that is in `shown` already counts little. Empty when there is none.
  Window best_window(const std::optional<Range>& taken, const Parts& shown) const {
    Window best;
    for (std::size_t first = 0; first < marks_.size(); ++first) {
      Window window = window_from(first, taken, shown);
      if (window.score > best.score) best = std::move(window);
    }
    return best;
  }

  Window window_from(std::size_t first, const std::optional<Range>& taken,
                     const Parts& shown) const {
    Window window{first, first, 0, {}};
    const std::size_t paragraph_end = std::min(body_.find('\n', marks_[first].begin), body_.size());
    std::size_t rows = 0;
    for (; window.last < marks_.size(); ++window.last) {
      const Mark& mark = marks_[window.last];
      if (taken && taken->overlaps({marks_[first].begin, mark.end})) break;
      if (mark.end > paragraph_end || !fits({marks_[first].begin, mark.end})) break;
      double& score = window.parts[mark.part];
      score = std::max(score, score_of(window.last));
      if (window.last > first && is_row(window.last)) ++rows;
    }
    if (window.last == first) return window;
    for (const auto& [part, score] : window.parts) {
      window.score += shown.contains(part) ? kShownShare * score : score;
    }
    window.score += kRowScore * static_cast<double>(rows) +
                    kRepeatScore * static_cast<double>(std::min(window.last - first, kMostRepeats));
    return window;
  }

  // Whether the mark stands behind the one before it as the parts do in the question.
  bool is_row(std::size_t mark) const {
    if (mark == 0 || mark >= marks_.size()) return false;
    const Mark& before = marks_[mark - 1];
    return marks_[mark].part == before.part + 1 && marks_[mark].begin <= before.end + kRowGapBytes;
  }

  // What its part counts where `mark` is the best of it.
  double score_of(std::size_t mark) const {
    const double score = kPartScore / std::sqrt(static_cast<double>(times_.at(marks_[mark].part)));
    const bool alone = !is_row(mark) && !is_row(mark + 1);
    return marks_[mark].loose && alone ? kLooseShare * score : score;
  }

  // The runs between spaces of `bounds`: a passage begins and ends with one.
  std::vector<Range> chunks(const Range& bounds) const {
    std::vector<Range> result;
    std::size_t at = bounds.begin;
    while (at < bounds.end) {
      while (at < bounds.end && is_space(body_[at])) ++at;
      const std::size_t begin = at;
      while (at < bounds.end && !is_space(body_[at])) ++at;
      if (at > begin) result.push_back({begin, at});
    }
    return result;
  }

  bool ends_sentence(const Range& chunk) const {
    constexpr std::array<char, 5> kEnds = {'.', '!', '?', ';', ':'};
    return std::find(kEnds.begin(), kEnds.end(), body_[chunk.end - 1]) != kEnds.end();
  }

  // The passage around `core`, in its paragraph and outside `taken`.
  Range passage(const Range& core, const std::optional<Range>& taken) const {
    Range bounds = paragraph_around(core.begin);
    if (taken && taken->end <= core.begin) bounds.begin = std::max(bounds.begin, taken->end);
    if (taken && taken->begin >= core.end) bounds.end = std::min(bounds.end, taken->begin);
    const std::vector<Range> words = chunks(bounds);

    std::size_t first = 0;
    while (first + 1 < words.size() && words[first].end <= core.begin) ++first;
    std::size_t last = first;  // included
    while (last + 1 < words.size() && words[last + 1].begin < core.end &&
           fits({words[first].begin, words[last + 1].end})) {
      ++last;
    }
    if (!fits({words[first].begin, words[last].end})) {
      const std::size_t begin = std::max(core.begin, words[first].begin);
      return {begin, longest_end(begin, words[first].end)};
    }
    grow(words, first, last);
    return {words[first].begin, words[last].end};
  }

  // Back to the beginning of the sentence where that is near, on as far as
  // the passage may reach, and back again when the paragraph ends before that.
  void grow(const std::vector<Range>& words, std::size_t& first, std::size_t& last) const {
    const std::size_t room = kSnippetCodePoints - length(words[first].begin, words[last].end);
    std::size_t sentence = first;
    while (sentence > 0 && !ends_sentence(words[sentence - 1]) &&
           fits({words[sentence - 1].begin, words[last].end})) {
      --sentence;
    }
    const bool reached = sentence == 0 || ends_sentence(words[sentence - 1]);
    const std::size_t reach = reached ? room : room / 3;
    const std::size_t core_begin = words[first].begin;
    while (first > sentence && length(words[first - 1].begin, core_begin) <= reach) --first;
    while (last + 1 < words.size() && fits({words[first].begin, words[last + 1].end})) ++last;
    if (last + 1 < words.size()) return;
    while (first > 0 && fits({words[first - 1].begin, words[last].end})) --first;
  }

  MarkedText cut(const Range& range) const {
    const Range paragraph = paragraph_around(range.begin);
    const std::string_view text = body_.substr(range.begin, range.end - range.begin);
    MarkedText result{std::string(text), to_highlights(text, range.begin, marks_)};
    if (range.begin > paragraph.begin) {
      result.text = std::string(kEllipsis) + " " + result.text;
      for (Highlight& highlight : result.highlights) {
        highlight.begin += kEllipsisPoints;
        highlight.end += kEllipsisPoints;
      }
    }
    if (range.end < paragraph.end) result.text += " " + std::string(kEllipsis);
    return result;
  }

  std::string_view body_;
  std::vector<Mark> marks_;
  std::vector<std::uint32_t> points_;         // by byte: code points before it
  std::map<std::size_t, std::size_t> times_;  // by part: how many marks it has
};

}  // namespace

std::vector<MarkedText> best_passages(std::string_view body, const Marker& marker,
                                      text::Analyzer& analyzer) {
  const std::string_view text = beginning(body);
  return Excerpter(text, marker.find(analyzer.analyze(text))).passages();
}

}  // namespace tinlang::search
