// What a reader may have meant whose question the archive does not know.

#ifndef TINLANG_SEARCHD_SEARCH_SPELLING_H_
#define TINLANG_SEARCHD_SEARCH_SPELLING_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searchd/search/spelling_readings.h"

namespace tinlang::search {

// What the corrections of one question are judged by. Refers to what it is made
// of; `database` serves one thread at a time.
struct Vocabulary {
  const Xapian::Database& database;
  const Readings& readings;
};

// Each correction costs its caller a search.
inline constexpr std::size_t kMostCorrections = 4;

// Other ways to write `question`, best first, at most kMostCorrections, none
// equal to it: keys of Telex and VNI decoded, marks restored or exchanged, one
// letter of a syllable inserted, left out, replaced or swapped with its neighbour, chosen by what
// follows what in the archive. Quotes, signs and spaces stay. Left alone are
// excluded words, numbers, `field:value`, OR and what ends in `*`. They may find nothing: the
// caller tries them.
//
// None when every word is known and `nothing_found` is false, and for a question
// of more than 24 words. Time: a few hundred term look-ups for each unknown word, or for each of up
// to 8 words when all are known. Throws Xapian::Error.
std::vector<std::string> corrections(std::string_view question, const Vocabulary& vocabulary,
                                     bool nothing_found);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SPELLING_H_
