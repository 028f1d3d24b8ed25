#include "indexer/text/word_keys.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/text/key_builder.h"
#include "indexer/text/letter.h"

namespace tinlang::text {
namespace {

// The keys by the letter table alone. False, and nothing written, when the word
// has a code point outside the table, more than one tone, or more letters than any syllable.
bool make_quick_keys(std::string_view word, std::string& canonical, std::string& folded) {
  if (word.empty() || word.size() > KeyBuilder::kLongest) return false;
  KeyBuilder key;
  std::array<char, KeyBuilder::kLongest> f;  // NOLINT: written before it is read
  std::size_t f_size = 0;
  for (std::size_t i = 0; i < word.size();) {
    const Letter letter = letter_of(next_letter(word, i));
    if (letter.plain == 0 || letter.plain == u'/') return false;
    f[f_size++] = letter.folded;
    key.add(letter);
  }
  const std::string_view c = key.key();
  if (c.empty()) return false;
  canonical.assign(c);
  folded.assign(f.data(), f_size);
  return true;
}

struct Normalizers {
  const icu::Normalizer2* nfc;
  const icu::Normalizer2* nfd;
  const icu::Normalizer2* nfkc;
};

Normalizers normalizers() {
  UErrorCode status = U_ZERO_ERROR;
  const Normalizers all{icu::Normalizer2::getNFCInstance(status),
                        icu::Normalizer2::getNFDInstance(status),
                        icu::Normalizer2::getNFKCInstance(status)};
  assert(U_SUCCESS(status));
  return all;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = form.normalize(text, status);
  assert(U_SUCCESS(status));
  return result;
}

// Punctuation with many code points and one meaning; eth typed for đ.
UChar32 unified(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x02B9:
    case 0x02BB:
    case 0x2032:
    case 0x0060:
    case 0x00B4:
    case 0xFF07:
      return u'\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return u'-';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return u'"';
    case 0x00D0:
    case 0x0189:
      return u'Đ';
    case 0x00F0:
    case 0x0256:
      return u'đ';
    default:
      return c;
  }
}

constexpr std::u16string_view kCyrillic = u"аеорсухіАВЕКМНОРСТХУІ";
constexpr std::u16string_view kLatin = u"aeopcyxiABEKMHOPCTXYI";
static_assert(kCyrillic.size() == kLatin.size());

// The Latin letter that a Cyrillic one is typed for, or `c` itself.
UChar32 latin_look_alike(UChar32 c) {
  if (c < 0x0400 || c > 0x04FF) return c;
  const std::size_t found = kCyrillic.find(static_cast<char16_t>(c));
  return found == std::u16string_view::npos ? c : kLatin[found];
}

bool is_latin(UChar32 c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         letter_of(static_cast<char32_t>(c)).is_letter;
}

bool has_latin_letter(const icu::UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (is_latin(text.char32At(i))) return true;
  }
  return false;
}

template <typename Change>
icu::UnicodeString changed(const icu::UnicodeString& text, Change change) {
  icu::UnicodeString result;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = change(text.char32At(i));
    if (c >= 0) result.append(c);
  }
  return result;
}

constexpr UChar32 kNothing = -1;

Tone tone_of_mark(UChar32 c) {
  switch (c) {
    case 0x0300:
      return Tone::kGrave;
    case 0x0301:
      return Tone::kAcute;
    case 0x0303:
      return Tone::kTilde;
    case 0x0309:
      return Tone::kHook;
    case 0x0323:
      return Tone::kDot;
    default:
      return Tone::kNone;
  }
}

// Lower-case NFKC with everything unified, nothing invisible and no white space.
// Look-alikes are taken from decomposed text, so that a mark does not hide one.
icu::UnicodeString unified_word(const icu::UnicodeString& word) {
  const Normalizers forms = normalizers();
  icu::UnicodeString text = normalized(*forms.nfkc, changed(word, unified));
  text = normalized(*forms.nfd, text);
  const bool latin = has_latin_letter(text);
  text = changed(text, [latin](UChar32 c) {
    if (u_charType(c) == U_FORMAT_CHAR || u_isUWhiteSpace(c)) return kNothing;
    return u_tolower(unified(latin ? latin_look_alike(c) : c));
  });
  return normalized(*forms.nfkc, text);
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

bool is_well_formed(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    if (next_code_point(utf8, i) == kMalformed) return false;
  }
  return true;
}

std::string canonical_by_marks(const icu::UnicodeString& composed,
                               const icu::UnicodeString& marks) {
  Tone tone = Tone::kNone;
  std::size_t tones = 0;
  const icu::UnicodeString plain = changed(marks, [&](UChar32 c) {
    if (tone_of_mark(c) == Tone::kNone) return c;
    tone = tone_of_mark(c);
    ++tones;
    return kNothing;
  });
  if (tones != 1 || plain.isEmpty()) return to_utf8(composed);
  std::string key = to_utf8(normalized(*normalizers().nfc, plain));
  key.push_back(static_cast<char>('0' + static_cast<int>(tone)));
  return key;
}

bool make_slow_keys(std::string_view word, std::string& canonical, std::string& folded) {
  if (!is_well_formed(word)) return false;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  const icu::UnicodeString composed = unified_word(source);
  const icu::UnicodeString decomposed = normalized(*normalizers().nfd, composed);
  const icu::UnicodeString unmarked = changed(decomposed, [](UChar32 c) {
    if (u_charType(c) == U_NON_SPACING_MARK) return kNothing;
    return c == u'đ' ? UChar32{u'd'} : c;
  });
  if (unmarked.isEmpty()) return false;
  canonical = canonical_by_marks(composed, decomposed);
  folded = to_utf8(normalized(*normalizers().nfc, unmarked));
  if (is_slashed_abbreviation(word)) {
    std::replace(canonical.begin(), canonical.end(), '/', '.');
    std::replace(folded.begin(), folded.end(), '/', '.');
  }
  return true;
}

}  // namespace

bool make_keys(std::string_view word, std::string& canonical, std::string& folded) {
  if (make_quick_keys(word, canonical, folded)) return true;
  if (make_slow_keys(word, canonical, folded)) return true;
  canonical.clear();
  folded.clear();
  return false;
}

bool is_slashed_abbreviation(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return false;
  const auto is_capital = [](std::string_view part) {
    std::size_t end = 0;
    return !part.empty() && letter_of(next_letter(part, end)).is_upper && end == part.size();
  };
  return is_capital(word.substr(0, slash)) && is_capital(word.substr(slash + 1));
}

std::string lower_case(std::string_view word) {
  if (!is_well_formed(word)) return {};
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  const icu::UnicodeString lower = changed(source, [](UChar32 c) { return u_tolower(unified(c)); });
  return to_utf8(normalized(*normalizers().nfc, lower));
}

}  // namespace tinlang::text
