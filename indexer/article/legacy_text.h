// Vietnamese typed for fonts of the years before Unicode: bytes, or the Latin-1
// characters that a page shows when nobody knew what the bytes meant.

#ifndef TINLANG_INDEXER_ARTICLE_LEGACY_TEXT_H_
#define TINLANG_INDEXER_ARTICLE_LEGACY_TEXT_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/legacy_tables.h"

namespace tinlang::article {

inline constexpr std::array kLegacyCodes = {LegacyCode::kWindows1258, LegacyCode::kTcvn3,
                                            LegacyCode::kViscii,      LegacyCode::kVni,
                                            LegacyCode::kVps,         LegacyCode::kWindows1252};

// "windows-1252", "windows-1258", "tcvn3", "viscii", "vni-windows", "vps".
std::string_view name_of(LegacyCode code);

// `bytes` in `code` as UTF-8, composed (NFC). Every byte string has a reading.
std::string decode_legacy(std::string_view bytes, LegacyCode code);

// How Vietnamese a text reads: words with letters outside ASCII that are
// spelt like a Vietnamese syllable, and those that are not.
struct SyllableCount {
  std::size_t valid = 0;
  std::size_t invalid = 0;

  double score() const { return static_cast<double>(valid) - 1.5 * static_cast<double>(invalid); }
};
SyllableCount count_syllables(std::string_view utf8);

// Whether `utf8` holds characters that written Vietnamese never has, enough
// to be worth a look at repair_text().
bool looks_garbled(std::string_view utf8);

// The code in which the bytes behind `utf8`, read as windows-1252 by mistake,
// make Vietnamese; nullopt unless that beats the text as it stands by a wide
// margin. Never decided on a few letters.
std::optional<LegacyCode> find_legacy_code(std::string_view utf8);

// `utf8` with its windows-1252 characters taken for bytes of `code`.
std::string repair_legacy(std::string_view utf8, LegacyCode code);

// `utf8` with every run that is UTF-8 read as windows-1252 decoded once more.
std::string repair_double_utf8(std::string_view utf8);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_LEGACY_TEXT_H_
