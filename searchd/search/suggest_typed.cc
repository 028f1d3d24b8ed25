#include "searchd/search/suggest_typed.h"

#include <algorithm>

#include "indexer/text/letter.h"
#include "indexer/text/syllable.h"

namespace tinlang::search {
namespace {

constexpr char32_t kFirstBeyondAscii = 0x80;
constexpr char32_t kFirstPunctuation = 0x2000;  // general punctuation, spaces among it
constexpr char32_t kLastPunctuation = 0x206F;

// Apostrophes stand in names: "H'Len".
bool is_word_character(char32_t c) {
  if (c == text::kMalformed || c == 0xA0 || c == 0xAB || c == 0xBB) return false;
  if (c == U'\'' || c == 0x2019) return true;
  if (c < kFirstBeyondAscii) {
    return (c >= U'0' && c <= U'9') || text::letter_of(c).is_letter;
  }
  return c < kFirstPunctuation || c > kLastPunctuation;
}

// Calls `use` with the begin and text of each word.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  std::size_t begin = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t at = offset;
    if (is_word_character(text::next_code_point(text, offset))) continue;
    if (at > begin) use(begin, text.substr(begin, at - begin));
    begin = offset;
  }
  if (text.size() > begin) use(begin, text.substr(begin));
}

template <typename KeyOf>
std::string joined_keys(std::string_view text, KeyOf key_of) {
  std::string joined;
  for_each_word(text, [&](std::size_t, std::string_view word) {
    const std::string key = key_of(word);
    if (key.empty()) return;
    if (!joined.empty()) joined += ' ';
    joined += key;
  });
  return joined;
}

bool is_tone(char c) { return c >= '1' && c <= '5'; }

// A key C in parts: "hôi5" is the letters "hôi" and the tone '5'; 0 is no tone.
struct Parts {
  std::string_view letters;
  char tone = 0;
};

Parts parts_of(std::string_view canonical) {
  if (canonical.size() < 2 || !is_tone(canonical.back())) return {canonical, 0};
  return {canonical.substr(0, canonical.size() - 1), canonical.back()};
}

// Whether `there` may become of `typed` by more letters and marks.
bool may_become(std::string_view typed, std::string_view there) {
  const Parts so_far = parts_of(typed);
  const Parts whole = parts_of(there);
  if (so_far.tone != 0 && so_far.tone != whole.tone) return false;
  std::size_t at = 0;
  std::size_t at_whole = 0;
  while (at < so_far.letters.size()) {
    if (at_whole >= whole.letters.size()) return false;
    const char32_t want = text::next_code_point(so_far.letters, at);
    const char32_t have = text::next_code_point(whole.letters, at_whole);
    if (want != have && want >= kFirstBeyondAscii) return false;
  }
  return true;
}

}  // namespace

std::string TypedText::prefix(std::size_t first) const {
  std::string prefix;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i > first) prefix += ' ';
    prefix += words[i].folded;
  }
  if (!is_last_open) prefix += ' ';
  return prefix;
}

bool TypedText::admits_word(std::size_t word, std::string_view there) const {
  const TypedWord& typed = words[word];
  if (typed.canonical == typed.folded) return true;
  return is_open(word) ? may_become(typed.canonical, there) : typed.canonical == there;
}

bool TypedText::admits(std::size_t first, std::span<const std::string_view> words_there) const {
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i - first >= words_there.size() || !admits_word(i, words_there[i - first])) return false;
  }
  return true;
}

TypedText read_typed(std::string_view question) {
  TypedText typed;
  for_each_word(question, [&](std::size_t begin, std::string_view word) {
    TypedWord keyed{text::canonical_key(word), text::fold_key(word), begin};
    if (!keyed.folded.empty()) typed.words.push_back(std::move(keyed));
    typed.is_last_open = begin + word.size() == question.size();
  });
  return typed;
}

std::string folded_words(std::string_view text) {
  return joined_keys(text, [](std::string_view word) { return text::fold_key(word); });
}

std::string canonical_words(std::string_view text) {
  return joined_keys(text, [](std::string_view word) { return text::canonical_key(word); });
}

std::vector<std::string_view> split_words(std::string_view words) {
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    parts.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return parts;
}

}  // namespace tinlang::search
