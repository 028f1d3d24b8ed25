// Onsets and rimes of Vietnamese, the tests' own, so that they do not repeat what they test.

#ifndef TINLANG_TESTS_SUPPORT_SYLLABLE_PARTS_H_
#define TINLANG_TESTS_SUPPORT_SYLLABLE_PARTS_H_

#include <array>

namespace tinlang::testing {

inline constexpr std::array kOnsets = {"",   "b",  "c",  "ch", "d", "đ",  "g",  "gh",  "gi",
                                       "h",  "k",  "kh", "l",  "m", "n",  "ng", "ngh", "nh",
                                       "ph", "qu", "r",  "s",  "t", "th", "tr", "v",   "x"};
inline constexpr std::array kRimes = {
    "a",    "ai",  "an", "ang", "ao", "at",  "au",   "ay",  "ăn",  "ăng", "ăt",   "âm", "ân",
    "âu",   "ây",  "e",  "em",  "eo", "ê",   "ên",   "ênh", "êu",  "i",   "ia",   "in", "iêm",
    "iên",  "iêu", "it", "o",   "oa", "oai", "oan",  "oăn", "oe",  "oi",  "ong",  "ô",  "ôi",
    "ông",  "ơ",   "ơi", "ơn",  "u",  "ua",  "uân",  "ui",  "ung", "uôi", "uông", "uy", "uya",
    "uyên", "uyu", "uơ", "ư",   "ưa", "ươi", "ương", "ươu", "ưu",  "y",   "yên",  "yêu"};

}  // namespace tinlang::testing

#endif  // TINLANG_TESTS_SUPPORT_SYLLABLE_PARTS_H_
