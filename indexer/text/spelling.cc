#include "indexer/text/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tinlang::text {
namespace {

using std::u16string_view;
using Code = std::uint64_t;

// A few letters as one number, five bits a letter: 0 is none, kForeign is any
// letter that Vietnamese does not use.
constexpr u16string_view kAlphabet = u"aăâbcdđeêghiklmnoôơpqrstuưvxy";
constexpr std::uint8_t kForeign = 31;
static_assert(kAlphabet.size() < kForeign);

constexpr std::size_t kLettersEnd = 0x1B1;  // behind the last letter of the alphabet, U+01B0

constexpr std::array<std::uint8_t, kLettersEnd> kLetterCodes = [] {
  std::array<std::uint8_t, kLettersEnd> codes{};
  codes.fill(kForeign);
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    codes[kAlphabet[i]] = static_cast<std::uint8_t>(i + 1);
  }
  return codes;
}();

constexpr Code code_of(char16_t letter) {
  return letter < kLettersEnd ? kLetterCodes[letter] : kForeign;
}

constexpr Code code_of(u16string_view letters) {
  Code code = 0;
  for (const char16_t letter : letters) code = (code << 5) | code_of(letter);
  return code;
}

constexpr Code folded_code_of(u16string_view letters) {
  Code code = 0;
  for (const char16_t letter : letters) {
    code = (code << 5) | code_of(static_cast<char16_t>(letter_of(letter).folded));
  }
  return code;
}

// Every rime, as written after an onset; "yê" begins a syllable without onset.
constexpr auto kRimeList = std::to_array<u16string_view>({
    u"a",    u"ac",  u"ach",  u"ai",   u"am",   u"an",   u"ang",  u"anh",  u"ao",   u"ap",
    u"at",   u"au",  u"ay",   u"ăc",   u"ăm",   u"ăn",   u"ăng",  u"ăp",   u"ăt",   u"âc",
    u"âm",   u"ân",  u"âng",  u"âp",   u"ât",   u"âu",   u"ây",   u"e",    u"ec",   u"em",
    u"en",   u"eng", u"eo",   u"ep",   u"et",   u"ê",    u"êch",  u"êm",   u"ên",   u"êng",
    u"ênh",  u"êp",  u"êt",   u"êu",   u"i",    u"ia",   u"ich",  u"im",   u"in",   u"inh",
    u"ip",   u"it",  u"iu",   u"iêc",  u"iêm",  u"iên",  u"iêng", u"iêp",  u"iêt",  u"iêu",
    u"o",    u"oc",  u"oi",   u"om",   u"on",   u"ong",  u"ooc",  u"oong", u"op",   u"ot",
    u"oa",   u"oac", u"oach", u"oai",  u"oam",  u"oan",  u"oang", u"oanh", u"oao",  u"oap",
    u"oat",  u"oay", u"oăc",  u"oăm",  u"oăn",  u"oăng", u"oăt",  u"oe",   u"oem",  u"oen",
    u"oeo",  u"oet", u"ô",    u"ôc",   u"ôi",   u"ôm",   u"ôn",   u"ông",  u"ôp",   u"ôt",
    u"ơ",    u"ơi",  u"ơm",   u"ơn",   u"ơp",   u"ơt",   u"u",    u"ua",   u"uc",   u"ui",
    u"um",   u"un",  u"ung",  u"up",   u"ut",   u"uôc",  u"uôi",  u"uôm",  u"uôn",  u"uông",
    u"uôt",  u"uân", u"uâng", u"uât",  u"uây",  u"uê",   u"uêch", u"uên",  u"uênh", u"uêt",
    u"uơ",   u"uy",  u"uya",  u"uych", u"uyn",  u"uynh", u"uyp",  u"uyt",  u"uyu",  u"uyên",
    u"uyêt", u"ư",   u"ưa",   u"ưc",   u"ưi",   u"ưm",   u"ưn",   u"ưng",  u"ưt",   u"ưu",
    u"ươc",  u"ươi", u"ươm",  u"ươn",  u"ương", u"ươp",  u"ươt",  u"ươu",  u"y",    u"ych",
    u"yn",   u"ynh", u"yp",   u"yt",   u"yu",   u"yêm",  u"yên",  u"yêng", u"yêt",  u"yêu",
});

template <typename ToCode>
constexpr auto sorted_codes(ToCode to_code) {
  std::array<Code, kRimeList.size()> codes{};
  std::transform(kRimeList.begin(), kRimeList.end(), codes.begin(), to_code);
  std::sort(codes.begin(), codes.end());
  return codes;
}
constexpr auto kRimes = sorted_codes([](u16string_view rime) { return code_of(rime); });
constexpr auto kFoldedRimes = sorted_codes(folded_code_of);

bool is_rime(u16string_view letters, bool folded) {
  const auto& rimes = folded ? kFoldedRimes : kRimes;
  return std::binary_search(rimes.begin(), rimes.end(), code_of(letters));
}

// What the spelling asks of the rime that follows an onset.
enum class Before { kAny, kFront, kBack, kGlide };

struct Onset {
  u16string_view letters;
  Before rime;
};

// Longer onsets before their own beginnings.
constexpr std::array kOnsets = {
    Onset{u"ngh", Before::kFront}, Onset{u"ng", Before::kBack}, Onset{u"nh", Before::kAny},
    Onset{u"gh", Before::kFront},  Onset{u"gi", Before::kAny},  Onset{u"g", Before::kBack},
    Onset{u"kh", Before::kAny},    Onset{u"k", Before::kFront}, Onset{u"qu", Before::kGlide},
    Onset{u"ch", Before::kAny},    Onset{u"c", Before::kBack},  Onset{u"ph", Before::kAny},
    Onset{u"p", Before::kAny},     Onset{u"th", Before::kAny},  Onset{u"tr", Before::kAny},
    Onset{u"t", Before::kAny},     Onset{u"b", Before::kAny},   Onset{u"d", Before::kAny},
    Onset{u"đ", Before::kAny},     Onset{u"h", Before::kAny},   Onset{u"l", Before::kAny},
    Onset{u"m", Before::kAny},     Onset{u"n", Before::kAny},   Onset{u"r", Before::kAny},
    Onset{u"s", Before::kAny},     Onset{u"v", Before::kAny},   Onset{u"x", Before::kAny},
    Onset{u"", Before::kAny},
};

bool contains(u16string_view letters, char16_t letter) {
  return letters.find(letter) != u16string_view::npos;
}

constexpr std::array kRimesAfterG = {u16string_view(u"i"),    u16string_view(u"in"),
                                     u16string_view(u"iêng"), u16string_view(u"iêt"),
                                     u16string_view(u"ieng"), u16string_view(u"iet")};

// "g" and "gi" before i are one spelling: gì, gìn, giếng.
bool is_shared_i(u16string_view onset, u16string_view rime) {
  if (onset != u"g") return false;
  return std::find(kRimesAfterG.begin(), kRimesAfterG.end(), rime) != kRimesAfterG.end();
}

// y where i is usual: alone after some onsets, before a consonant only after qu.
bool allows_y(u16string_view onset, u16string_view rime) {
  if (onset == u"qu" || onset.empty()) return true;
  return rime == u"y" && onset != u"gi" && onset != u"gh" && onset != u"ngh";
}

// "quở", "quốc": the only rimes with o after qu.
bool is_rounded_after_qu(u16string_view rime, bool folded) {
  return folded ? rime == u"o" || rime == u"oc" : rime == u"ơ" || rime == u"ôc";
}

bool go_together(const Onset& onset, u16string_view rime, bool folded) {
  const char16_t first = rime.front();
  const bool front = contains(u"eêiy", first);
  if (first == u'y' && !allows_y(onset.letters, rime)) return false;
  if (onset.letters.empty()) return first != u'i' || rime.size() == 1 || rime[1] != u'ê';
  if (onset.letters == u"gi") return first != u'i';
  if (is_shared_i(onset.letters, rime)) return true;
  switch (onset.rime) {
    case Before::kAny:
      return true;
    case Before::kFront:
      return front;
    case Before::kBack:
      return !front;
    case Before::kGlide:
      return front || contains(u"aăâ", first) || is_rounded_after_qu(rime, folded);
  }
  return false;
}

bool tone_fits(u16string_view letters, Tone tone) {
  const bool ends_in_stop = contains(u"cpt", letters.back()) ||
                            letters.substr(letters.size() > 1 ? letters.size() - 2 : 0) == u"ch";
  return !ends_in_stop || tone == Tone::kAcute || tone == Tone::kDot;
}

// The onset of a syllable, or nothing when the letters are none.
std::optional<u16string_view> onset_of(const SpeltWord& word) {
  const u16string_view letters = word.letters();
  for (const Onset& onset : kOnsets) {
    if (!onset.letters.empty() && onset.letters.front() != letters.front()) continue;
    if (letters.size() <= onset.letters.size() || !letters.starts_with(onset.letters)) continue;
    const u16string_view rime = letters.substr(onset.letters.size());
    const bool folded = !word.is_marked();
    if (is_rime(rime, folded) && go_together(onset, rime, folded)) return onset.letters;
  }
  return std::nullopt;
}

}  // namespace

std::optional<SpeltWord> spelt_word(std::string_view word) {
  SpeltWord spelt;
  for (std::size_t i = 0; i < word.size();) {
    const Letter letter = letter_of(next_letter(word, i));
    if (!letter.is_letter || spelt.size == kMostLetters) return std::nullopt;
    if (letter.tone != Tone::kNone) {
      if (spelt.tone != Tone::kNone) return std::nullopt;
      spelt.tone = letter.tone;
    }
    spelt.has_quality = spelt.has_quality || letter.plain >= 0x80;
    spelt.plain[spelt.size] = letter.plain;
    spelt.is_upper[spelt.size] = letter.is_upper;
    ++spelt.size;
  }
  if (spelt.size == 0) return std::nullopt;
  return spelt;
}

bool is_syllable(const SpeltWord& word) {
  if (word.size == 0 || !onset_of(word)) return false;
  return !word.is_marked() || tone_fits(word.letters(), word.tone);
}

std::size_t tone_position(const SpeltWord& word) {
  const u16string_view letters = word.letters();
  const std::size_t first = onset_of(word).value_or(u16string_view()).size();
  const std::size_t quality = letters.find_last_of(u"ăâêôơư");
  if (quality != u16string_view::npos) return quality;
  std::size_t end = first;
  while (end < letters.size() && letter_of(letters[end]).is_vowel) ++end;
  if (end < letters.size()) return end - 1;
  return end - first == 3 ? first + 1 : first;
}

}  // namespace tinlang::text
