#include "indexer/text/abbreviations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/tables/table.h"
#include "indexer/text/syllable.h"

namespace tinlang::text {
namespace {

constexpr std::array<std::string_view, 5> kColumns = {"abbr", "expansion", "domain",
                                                      "other_readings", "hint"};

// "VH-XH" -> "vhxh": the reading that the analyzer gives beside its parts.
std::string joined_key(std::string key) {
  std::erase_if(key, [](char c) { return c == '-' || c == '&' || c == '/' || c == '.'; });
  return key;
}

// Commas and dashes between the words of an expansion do not count.
std::string expansion_key(std::string_view expansion) {
  std::string words(expansion);
  std::replace_if(
      words.begin(), words.end(),
      [](char c) { return c == ',' || c == '-' || c == '(' || c == ')'; }, ' ');
  return fold_key(words);
}

}  // namespace

Result<Abbreviations> Abbreviations::load(const std::filesystem::path& data_folder) {
  const auto table = tables::Table::read(data_folder / "text" / "abbreviations.tsv", kColumns);
  if (!table) return tl::unexpected(table.error());

  Abbreviations all;
  for (const tables::Table::Row& row : table->rows()) {
    Abbreviation entry{std::string(row.cells[0]), canonical_key(row.cells[0]),
                       std::string(row.cells[1]), !row.cells[3].empty()};
    const std::string folded = expansion_key(entry.expansion);
    const auto syllables =
        static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
    const std::size_t index = all.entries_.size();
    all.longest_expansion_ = std::max(all.longest_expansion_, syllables);
    all.by_key_.emplace(entry.key, index);
    all.by_expansion_.emplace(folded, index);
    all.entries_.push_back(std::move(entry));
  }
  for (std::size_t i = 0; i < all.entries_.size(); ++i) {
    all.by_key_.emplace(joined_key(all.entries_[i].key), i);
  }
  return all;
}

const Abbreviation* Abbreviations::find_by_key(std::string_view key) const {
  const auto found = by_key_.find(std::string(key));
  return found == by_key_.end() ? nullptr : &entries_[found->second];
}

std::vector<const Abbreviation*> Abbreviations::find_by_expansion(std::string_view folded) const {
  std::vector<const Abbreviation*> found;
  const auto [begin, end] = by_expansion_.equal_range(std::string(folded));
  for (auto entry = begin; entry != end; ++entry) found.push_back(&entries_[entry->second]);
  return found;
}

}  // namespace tinlang::text
