#include "searchd/search/expander.h"

#include <algorithm>
#include <utility>

#include "indexer/text/syllable.h"
#include "searchd/search/rows.h"

namespace tinlang::search {
namespace {

// Letters d tried as đ: beyond this the spelling is no abbreviation.
constexpr std::size_t kMaxHastyLetters = 3;

bool is_letter_byte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Vietnamese words and abbreviations nearly all have an ASCII letter: enough to tell the case.
bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}
bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// `key` with the letters d whose turn `mask` says written as đ.
std::string with_strokes(std::string_view key, unsigned mask) {
  std::string result;
  unsigned letter = 0;
  for (const char c : key) {
    if (c == 'd' && ((mask >> letter++) & 1U) != 0) {
      result += "đ";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

Expander::Expander(std::string_view question, text::Analyzer& analyzer,
                   const text::Abbreviations& abbreviations, const ReadingRules& reading)
    : analyzer_(analyzer),
      abbreviations_(abbreviations),
      reading_(reading),
      case_tells_(has_capital(question) && has_small_letter(question)) {}

bool Expander::is_written_as(std::string_view written, const text::Abbreviation& listed) const {
  if (case_tells_) return !has_small_letter(written) || written == listed.letters;
  return !text::is_vietnamese_syllable(written);
}

std::optional<Expanded> Expander::analyzed(std::string_view spelling) const {
  Expanded expanded{std::string(spelling),
                    words_only(analyzer_.analyze(spelling).tokens, reading_.exact)};
  if (expanded.tokens.empty()) return std::nullopt;
  return expanded;
}

std::optional<Expanded> Expander::full_form_of(std::string_view written) const {
  if (!reading_.expand) return std::nullopt;
  if (std::count_if(written.begin(), written.end(), is_letter_byte) < 2) return std::nullopt;
  const std::string key = text::canonical_key(written);
  const auto letters = static_cast<std::size_t>(std::count(key.begin(), key.end(), 'd'));
  const unsigned masks = 1U << std::min(letters, kMaxHastyLetters);
  for (unsigned mask = 0; mask < masks; ++mask) {
    const auto* found = abbreviations_.find_by_key(with_strokes(key, mask));
    if (found == nullptr) continue;
    if (found->ambiguous || !is_written_as(written, *found)) return std::nullopt;
    return analyzed(found->expansion);
  }
  return std::nullopt;
}

std::vector<Expanded> Expander::abbreviations_of(std::span<const text::Token> words) const {
  if (!reading_.expand) return {};
  std::string folded;
  for (const text::Token& word : words) folded += (folded.empty() ? "" : " ") + word.folded;

  std::vector<Expanded> result;
  for (const text::Abbreviation* found : abbreviations_.find_by_expansion(folded)) {
    if (found->ambiguous) continue;
    const auto full = analyzed(found->expansion);
    const bool same =
        full && std::equal(words.begin(), words.end(), full->tokens.begin(), full->tokens.end(),
                           [](const text::Token& typed, const text::Token& listed) {
                             return answers(listed, word_of(typed));
                           });
    if (!same) continue;
    if (auto letters = analyzed(found->letters)) result.push_back(std::move(*letters));
  }
  return result;
}

}  // namespace tinlang::search
