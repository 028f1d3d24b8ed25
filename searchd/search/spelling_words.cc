#include "searchd/search/spelling_words.h"

#include <algorithm>
#include <utility>

#include "indexer/text/letter.h"
#include "indexer/text/syllable.h"

namespace tinlang::search {
namespace {

constexpr std::string_view kLetters = "abcdeghiklmnopqrstuvxy";  // of Vietnamese, folded
constexpr std::size_t kLongestSyllable = 7;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_word_character(char32_t c) { return is_digit(c) || text::letter_of(c).is_letter; }

// The end of the run of word characters that begins at `offset`.
std::size_t end_of_run(std::string_view question, std::size_t offset) {
  std::size_t next = offset;
  while (next < question.size()) {
    offset = next;
    if (!is_word_character(text::next_code_point(question, next))) return offset;
  }
  return next;
}

bool is_fixed(std::string_view question, std::size_t begin, std::size_t end) {
  const std::string_view word = question.substr(begin, end - begin);
  const char before = begin > 0 ? question[begin - 1] : ' ';
  const char behind = end < question.size() ? question[end] : ' ';
  // Signs that join a word to another thing: a number, a field, a host, an exclusion.
  constexpr std::string_view kJoining = "-:/.*_@&'";
  if (kJoining.find(before) != std::string_view::npos) return true;
  if (std::string_view("-:/*_@&'").find(behind) != std::string_view::npos) return true;
  if (word == "OR" || word == "AND" || word == "NOT") return true;
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

}  // namespace

std::vector<QuestionWord> read_words(std::string_view question) {
  std::vector<QuestionWord> words;
  bool only_spaces = false;
  for (std::size_t offset = 0; offset < question.size();) {
    const std::size_t end = end_of_run(question, offset);
    if (end == offset) {
      only_spaces = only_spaces && question[offset] == ' ';
      text::next_code_point(question, offset);
      continue;
    }
    const std::string_view text = question.substr(offset, end - offset);
    words.push_back({offset, end, text::canonical_key(text), text::fold_key(text),
                     is_fixed(question, offset, end), only_spaces});
    only_spaces = true;
    offset = end;
  }
  return words;
}

std::string rewritten(std::string_view question, std::span<const QuestionWord> words,
                      std::span<const std::string> texts) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (texts[i].empty()) continue;
    result += question.substr(copied, words[i].begin - copied);
    result += texts[i];
    copied = words[i].end;
  }
  return result += question.substr(copied);
}

std::vector<std::string> one_slip_away(const std::string& folded) {
  if (folded.empty() || folded.size() > kLongestSyllable + 1) return {};
  std::vector<std::string> all;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    for (const char letter : kLetters) {
      std::string more = folded;
      all.push_back(std::move(more.insert(i, 1, letter)));
      if (i == folded.size()) continue;
      std::string other = folded;
      other[i] = letter;
      all.push_back(std::move(other));
    }
    if (i == folded.size()) continue;
    std::string less = folded;
    all.push_back(std::move(less.erase(i, 1)));
    if (i + 1 == folded.size()) continue;
    std::string swapped = folded;
    std::swap(swapped[i], swapped[i + 1]);
    all.push_back(std::move(swapped));
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::erase_if(all, [&](const std::string& word) {
    return word.empty() || word == folded || !text::is_vietnamese_syllable(word);
  });
  return all;
}

}  // namespace tinlang::search
