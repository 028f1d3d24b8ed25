// What the word breaks of ICU leave together and our tokens do not.

#ifndef TINLANG_INDEXER_TEXT_WORD_SPLITTER_H_
#define TINLANG_INDEXER_TEXT_WORD_SPLITTER_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace tinlang::text {

// A part of a text, in bytes.
struct Piece {
  enum class Reading {
    kWord,    // a token by itself
    kWhole,   // an alternative: several words as they are written together
    kJoined,  // an alternative: the part without its apostrophes, dots, dashes and '&'
  };
  std::size_t begin = 0;
  std::size_t end = 0;
  Reading reading = Reading::kWord;
};

// Appends the pieces of the word [begin, end) of `text` in the order of the
// tokens: an alternative comes right after the first word that it stands
// beside. The words of a word are never split again.
void split_word(std::string_view text, std::size_t begin, std::size_t end,
                std::vector<Piece>& pieces);

// Whether `part` is nothing but capital letters and could be (a piece of) an
// abbreviation: one letter, or letters that are no syllable.
bool is_abbreviation_part(std::string_view part);

// Whether a dot without a space joins two parts of one abbreviation: "TP.HCM",
// "Th.S", but not "P.Bến".
bool joins_over_dot(std::string_view before, std::string_view after);

// Whether `part` is not empty and nothing but capital letters.
bool is_all_capitals(std::string_view part);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_WORD_SPLITTER_H_
