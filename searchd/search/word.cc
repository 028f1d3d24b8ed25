#include "searchd/search/word.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tinlang::search {
namespace {

constexpr std::string_view kTones = "12345";

// Behind other onsets than k, l, m and t only these are spelt both ways.
constexpr std::array<std::string_view, 6> kOthers = {"qui1", "quy1", "si4", "sy4", "hi3", "hy3"};

// The letters of a key C without its tone, and the tone.
struct Parts {
  std::string_view letters;
  std::string_view tone;
};

Parts parts_of(std::string_view key) {
  const bool toned =
      !key.empty() && kTones.find(key.back()) != std::string_view::npos && key.size() > 1;
  const std::size_t letters = toned ? key.size() - 1 : key.size();
  return {key.substr(0, letters), key.substr(letters)};
}

}  // namespace

bool answers(const text::Token& token, const Word& asked) {
  if (asked.prefix) {
    if (!asked.marked) return token.folded.starts_with(asked.folded);
    return std::find(asked.forms.begin(), asked.forms.end(), token.canonical) != asked.forms.end();
  }
  if (!asked.marked) return token.folded == asked.folded;
  return token.canonical == asked.canonical ||
         (!asked.twin.empty() && token.canonical == asked.twin);
}

std::string other_spelling(std::string_view canonical) {
  const auto [letters, tone] = parts_of(canonical);
  if (tone.empty() || letters.size() < 2) return {};
  const char vowel = letters.back();
  if (vowel != 'i' && vowel != 'y') return {};
  constexpr std::string_view kOnsets = "klmt";
  const bool listed =
      std::find(kOthers.begin(), kOthers.end(), canonical) != kOthers.end() ||
      (letters.size() == 2 && kOnsets.find(letters.front()) != std::string_view::npos);
  if (!listed) return {};
  std::string other(letters.substr(0, letters.size() - 1));
  other += vowel == 'i' ? 'y' : 'i';
  other += tone;
  return other;
}

}  // namespace tinlang::search
