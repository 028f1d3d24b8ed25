// Splits a question into its quoted, excluded and plain parts.

#ifndef TINLANG_SEARCHD_SEARCH_QUESTION_PIECES_H_
#define TINLANG_SEARCHD_SEARCH_QUESTION_PIECES_H_

#include <string_view>
#include <vector>

namespace tinlang::search {

// A part of a question; `text` is a view of it, without quotes and sign.
struct Piece {
  std::string_view text;
  bool quoted = false;
  bool excluded = false;
};

// The parts of `question` in order, none of them blank. A '-' excludes when it
// opens a word ("-word"), not between numbers ("2020 -2025") nor alone. A
// quote without its partner reaches to the end. Never fails, on any bytes.
std::vector<Piece> split_pieces(std::string_view question);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_QUESTION_PIECES_H_
