#include "indexer/article/language.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/article/legacy_text.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kSampleBytes = 3000;  // five hundred words
constexpr double kVietnameseShare = 0.15;  // of words; running text has more than half
constexpr double kEnglishShare = 0.12;
constexpr std::size_t kLeastWords = 12;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) >= 0x80);
}

struct WordCount {
  std::size_t all = 0;
  std::size_t english = 0;  // words that hold English sentences together
};

WordCount count_words(std::string_view text) {
  static constexpr std::array<std::string_view, 18> kEnglish = {
      "the", "of",   "and", "to",  "in",   "is",  "for",  "that", "was",
      "on",  "with", "as",  "are", "from", "has", "have", "said", "by"};
  WordCount count;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++count.all;
    constexpr std::size_t kLongestListed = 4;
    const bool english = word.size() <= kLongestListed &&
                         std::find(kEnglish.begin(), kEnglish.end(), word) != kEnglish.end();
    count.english += english ? 1 : 0;
    word.clear();
  };
  for (const char c : text) {
    if (is_letter(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    } else {
      end_word();
    }
  }
  end_word();
  return count;
}

}  // namespace

std::string find_language(std::string_view text, std::string_view declared) {
  std::size_t cut = std::min(text.size(), kSampleBytes);
  while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) ++cut;
  const std::string_view sample = text.substr(0, cut);
  const WordCount words = count_words(sample);
  const SyllableCount syllables = count_syllables(sample);
  const auto all = static_cast<double>(words.all);
  const bool vietnamese = static_cast<double>(syllables.valid) > all * kVietnameseShare &&
                          syllables.valid > 2 * syllables.invalid;
  if (vietnamese && syllables.valid > 2) return "vi";
  if (words.all >= kLeastWords && static_cast<double>(words.english) > all * kEnglishShare) {
    return "en";
  }
  if (words.all >= kLeastWords) return {};
  return declared.starts_with("vi") ? "vi" : std::string();
}

}  // namespace tinlang::article
