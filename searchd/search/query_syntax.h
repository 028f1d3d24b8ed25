// The question language: text -> tree -> text. Knows no words, only syntax.
// The grammar in prose: searchd/http/API.md.

#ifndef TINLANG_SEARCHD_SEARCH_QUERY_SYNTAX_H_
#define TINLANG_SEARCHD_SEARCH_QUERY_SYNTAX_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/calendar/date.h"

namespace tinlang::search {

enum class SyntaxKind : std::uint8_t {
  kWords,   // plain words, `text` with one space between
  kPrefix,  // the beginning of a word, `text` without its star
  kPhrase,  // what stood between quotes, never blank
  kTitle,   // one child, sought in the title
  kSite,    // `text`: a host in lower case
  kNumber,  // `text`: a document number as typed
  kDate,    // `text`: what read_period() reads
  kNot,     // one child
  kAll,     // two children or more, none of them kAll
  kAny,     // two children or more, none of them kAny
};

// kWords without text is the empty question.
struct Syntax {
  SyntaxKind kind = SyntaxKind::kWords;
  std::string text;
  std::vector<Syntax> children;

  bool operator==(const Syntax&) const = default;
};

// Parentheses inside parentheses are read this deep; those below are spaces.
inline constexpr std::size_t kMaxSyntaxDepth = 32;

// Reads any bytes in linear time; never fails. A quote or parenthesis without
// its partner reaches to the end, a closing one too many is a space, an OR
// with one side is left out, an unknown or empty field is a word.
Syntax parse_syntax(std::string_view question);

// One spelling of `syntax`: parse_syntax(to_text(s)) == s for every s that
// parse_syntax() gives.
std::string to_text(const Syntax& syntax);

// Both ends included; an absent one is open.
struct Period {
  std::optional<calendar::Date> from;
  std::optional<calendar::Date> to;
};

// "2023", "2023-05", "2023-05-08", or two of them around "..", one of which may
// be missing; nullopt for anything else.
std::optional<Period> read_period(std::string_view text);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_QUERY_SYNTAX_H_
