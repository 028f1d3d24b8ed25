#include "searchd/search/marker.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace tinlang::search {
namespace {

using text::Token;

// Whether `tokens` begin with `row`, each word but the first following the one before.
bool begins_with(std::span<const Token* const> tokens, const std::vector<Word>& row) {
  if (tokens.size() < row.size()) return false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0 && !tokens[i]->follows) return false;
    if (!answers(*tokens[i], row[i])) return false;
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

Marker::Marker(const Question& question) {
  for (const auto* nodes : {&question.required, &question.restricting}) {
    for (const Node& node : *nodes) {
      add(node);
      ++part_;
    }
  }
}

void Marker::add(const Node& node) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kAdjacent:
    case NodeKind::kPhrase:
      return add_row(node.words);
    case NodeKind::kTerms:
      return;
    case NodeKind::kFiled: {
      const Node& child = node.children.front();
      add(child);
      if (node.words.empty() || child.words.empty()) return;
      std::vector<Word> row = node.words;  // "huyện Tam Nông" as one stretch
      row.insert(row.end(), child.words.begin(), child.words.end());
      return add_row(row);
    }
    case NodeKind::kNumber:
      number_parts_.emplace(node.number, part_);
      return;
    case NodeKind::kAll:
      // "nông thôn mới" as typed is three parts: a passage with all of them is the better one.
      for (const Node& child : node.children) {
        add(child);
        ++part_;
      }
      return;
    case NodeKind::kAny:
      for (const Node& child : node.children) add(child);
      return;
    case NodeKind::kEither:
      for (const Node& child : node.children) {
        add(child);
        ++part_;
      }
      return;
  }
}

void Marker::add_row(const std::vector<Word>& words) {
  const auto [first, last] = rows_by_fold_.equal_range(words.front().folded);
  const bool is_known = std::any_of(
      first, last, [&](const auto& entry) { return rows_[entry.second].words == words; });
  if (is_known) return;
  // A word of another spelling, or of any ending, is not found by its own fold.
  const Word& word = words.front();
  if (word.prefix) {
    prefix_rows_.push_back(rows_.size());
  } else {
    rows_by_fold_.emplace(word.folded, rows_.size());
    // A twin's letters have no marks: without its tone it is its own fold.
    if (!word.twin.empty()) {
      rows_by_fold_.emplace(word.twin.substr(0, word.twin.size() - 1), rows_.size());
    }
  }
  rows_.push_back({words, part_});
}

std::vector<Mark> Marker::find(const text::AnalyzedText& analyzed) const {
  std::vector<Mark> marks;
  std::vector<const Token*> words;
  const auto add_row_at = [&](std::span<const Token* const> tokens, const Row& row) {
    if (!begins_with(tokens, row.words)) return;
    const bool loose = row.words.size() == 1 && !row.words.front().marked && tokens.front()->marked;
    marks.push_back({tokens.front()->begin, tokens[row.words.size() - 1]->end, row.part, loose});
  };
  const auto add_rows_at = [&](std::span<const Token* const> tokens) {
    const auto [first, last] = rows_by_fold_.equal_range(tokens.front()->folded);
    for (auto it = first; it != last; ++it) add_row_at(tokens, rows_[it->second]);
    for (const std::size_t row : prefix_rows_) add_row_at(tokens, rows_[row]);
  };
  for (const Token& token : analyzed.tokens) {
    if (!token.alternative) {
      words.push_back(&token);
      continue;
    }
    const Token* alone = &token;
    add_rows_at(std::span(&alone, 1));
  }
  for (std::size_t i = 0; i < words.size(); ++i) add_rows_at(std::span(words).subspan(i));
  for (const auto& number : analyzed.document_numbers) {
    const auto it = number_parts_.find(number.number);
    if (it != number_parts_.end()) marks.push_back({number.begin, number.end, it->second, false});
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tie(a.begin, a.end, a.part) < std::tie(b.begin, b.end, b.part);
  });
  // One mark a stretch, however often the question repeats itself.
  const auto same = [](const Mark& a, const Mark& b) {
    return a.begin == b.begin && a.end == b.end;
  };
  marks.erase(std::unique(marks.begin(), marks.end(), same), marks.end());
  return marks;
}

std::vector<Highlight> to_highlights(std::string_view text, std::size_t begin,
                                     const std::vector<Mark>& marks) {
  std::vector<Highlight> highlights;
  std::size_t seen_bytes = 0;  // of `text`
  std::size_t seen = 0;        // code points of those
  const auto to_code_points = [&](std::size_t bytes) {
    seen += code_points(text.substr(seen_bytes, bytes - seen_bytes));
    seen_bytes = bytes;
    return seen;
  };
  std::size_t covered = begin;
  for (const Mark& mark : marks) {
    const std::size_t from = std::max(mark.begin, covered);
    const std::size_t to = std::min(mark.end, begin + text.size());
    if (from >= to) continue;
    const bool overlaps = mark.begin < covered && !highlights.empty();
    const std::size_t from_point = to_code_points(from - begin);
    const std::size_t to_point = to_code_points(to - begin);
    if (overlaps) {
      highlights.back().end = to_point;
    } else {
      highlights.push_back({from_point, to_point});
    }
    covered = to;
  }
  return highlights;
}

MarkedText mark_text(std::string_view text, const Marker& marker, text::Analyzer& analyzer) {
  return {std::string(text), to_highlights(text, 0, marker.find(analyzer.analyze(text)))};
}

}  // namespace tinlang::search
