// A post that articles give to a name, over all of them.

#ifndef TINLANG_SEARCHD_OFFICIALS_HOLDING_H_
#define TINLANG_SEARCHD_OFFICIALS_HOLDING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::officials {

// Days since 1970-01-01 of the first and of the last article, a vague date at its nearest end.
struct DaySpan {
  std::int32_t first = 0;
  std::int32_t last = 0;

  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// What all articles together say of one (bearer, post, place): a line of somebody's record.
struct Holding {
  std::string bearer;                      // the id in the index: a name in a district or province
  std::string name_key;                    // text::canonical_key() of the name
  std::string post;                        // slug of the post's title without "nguyên"
  std::optional<gazetteer::UnitId> place;  // of the post; nullopt when no article says it
  bool former = false;                     // "nguyên ...": the span is not the post's
  std::optional<DaySpan> span;             // nullopt when all its articles are undated
  std::uint32_t articles = 0;
};

// Whether a post is a seat on a committee or council, which goes with any office elsewhere
// ("Huyện ủy viên", "đại biểu HĐND").
bool is_membership(const Holding& holding);

// Whether one person at a time holds the post with this slug in a place. Only secretaries of
// committees and chairmen of people's committees and councils: a commune has dozens of party cells
// and associations, each with a secretary or a chairman.
bool has_one_holder(std::string_view post);

}  // namespace tinlang::officials

#endif  // TINLANG_SEARCHD_OFFICIALS_HOLDING_H_
