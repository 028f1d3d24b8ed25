#include "indexer/gazetteer/name_lengths.h"

#include <algorithm>

namespace tinlang::gazetteer {
namespace {

constexpr std::size_t kAnyLength = 100;

}  // namespace

void NameLengths::note(std::string_view name, std::string_view key) {
  const auto count = [&](char byte) {
    return static_cast<std::size_t>(std::count(name.begin(), name.end(), byte));
  };
  const std::size_t words = 1 + count(' ') + count('.') + count('-') + count('\'');
  auto& most = most_[std::string(key.substr(0, key.find(' ')))];
  most = std::max(most, words);
}

std::size_t NameLengths::longest(std::string_view word,
                                 const StringMap<std::string>& spellings) const {
  // A word with an apostrophe may be half of one: "m' dang".
  if (word.find_first_of("'-.,") != std::string_view::npos) return kAnyLength;
  const auto spelling = spellings.find(word);
  const auto found = most_.find(spelling == spellings.end() ? word : spelling->second);
  return found == most_.end() ? 0 : found->second;
}

}  // namespace tinlang::gazetteer
