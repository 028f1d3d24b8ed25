#include "indexer/entities/respect.h"

#include <algorithm>
#include <optional>

namespace tinlang::entities {
namespace {

std::optional<Match> longest_respect(const PostTable& table, std::span<const Word> words,
                                     std::size_t at) {
  for (const auto kind : {EntryKind::kHonorific, EntryKind::kRank, EntryKind::kDegree}) {
    if (auto match = table.longest(kind, words, at)) return match;
  }
  return std::nullopt;
}

}  // namespace

bool is_any(std::span<const Word> words, std::size_t at,
            std::initializer_list<std::string_view> keys) {
  return at < words.size() && std::find(keys.begin(), keys.end(), words[at].key) != keys.end();
}

bool starts_respect(const PostTable& table, std::span<const Word> words, std::size_t at) {
  return longest_respect(table, words, at).has_value();
}

Respect read_respect(const PostTable& table, std::span<const Word> words, std::size_t at,
                     bool plural) {
  Respect respect{at, plural};
  std::size_t next = at;
  bool abbreviated = false;
  while (next < words.size()) {
    if (const auto match = longest_respect(table, words, next)) {
      if (match->entry->kind == EntryKind::kHonorific) respect.plural = match->entry->plural;
      abbreviated = words[match->end - 1].text.size() <= 3;
      respect.end = next = match->end;
      continue;
    }
    if (next == at) break;
    // "TS. Trương ...": the full stop of an abbreviation, between words of one name.
    const bool dotted = abbreviated && words[next].key == "." && words[next].glued;
    const bool colon = words[next].key == ":";
    const bool joined = is_any(words, next, {".", ",", "-"}) && next + 1 < words.size() &&
                        starts_respect(table, words, next + 1);
    if (!dotted && !colon && !joined) break;
    ++next;
    abbreviated = false;
    if (colon || dotted) respect.end = next;
  }
  return respect;
}

}  // namespace tinlang::entities
