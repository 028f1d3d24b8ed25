// Reading the value streams of a build into columns by docid.

#ifndef TINLANG_SEARCHD_SEARCH_COLUMN_READER_H_
#define TINLANG_SEARCHD_SEARCH_COLUMN_READER_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/schema/fields.h"

namespace tinlang::search {

// A value and in how many articles of a set it stands.
struct ValueCount {
  std::string value;
  std::uint64_t count = 0;
};

// Numbers strings from 0 in the order of their first appearance.
class Interner {
 public:
  std::uint32_t number(std::string_view name) {
    const auto [it, is_new] =
        numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return it->second;
  }

  std::optional<std::uint32_t> find(const std::string& name) const {
    const auto known = numbers_.find(name);
    return known == numbers_.end() ? std::nullopt : std::optional(known->second);
  }

  const std::vector<std::string>& names() const { return names_; }  // by number

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Calls `use` with each part of `text` between `separator`s that is not empty.
template <typename Use>
void for_each_part(std::string_view text, char separator, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) use(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Calls `use` with docid and value of each document that has a value, by docid. Throws
// Xapian::Error.
template <typename Use>
void for_each_value(const Xapian::Database& database, schema::ValueSlot slot, Use use) {
  const auto number = static_cast<Xapian::valueno>(slot);
  const auto end = database.valuestream_end(number);
  for (auto value = database.valuestream_begin(number); value != end; ++value) {
    use(value.get_docid(), *value);
  }
}

// Places of a column by docid; docids begin at 1.
inline std::size_t column_size(const Xapian::Database& database) {
  return static_cast<std::size_t>(database.get_lastdocid()) + 1;
}

// For each docid a list of numbers, one after another in one array.
class ListColumn {
 public:
  ListColumn() = default;
  // Reads `slot`: `number` gives each part between `separator`s its number. Throws Xapian::Error.
  template <typename Number>
  static ListColumn read(const Xapian::Database& database, schema::ValueSlot slot, char separator,
                         Number number) {
    ListColumn column;
    column.begin_.resize(column_size(database) + 1);
    Xapian::docid filled = 0;
    const auto begin_until = [&](Xapian::docid docid) {
      for (; filled <= docid; ++filled) {
        column.begin_[filled] = static_cast<std::uint32_t>(column.numbers_.size());
      }
    };
    for_each_value(database, slot, [&](Xapian::docid docid, const std::string& all) {
      begin_until(docid);
      for_each_part(all, separator,
                    [&](std::string_view part) { column.numbers_.push_back(number(part)); });
    });
    begin_until(static_cast<Xapian::docid>(column.begin_.size() - 1));
    return column;
  }

  const std::uint32_t* begin(std::uint32_t docid) const { return numbers_.data() + begin_[docid]; }
  const std::uint32_t* end(std::uint32_t docid) const {
    return numbers_.data() + begin_[docid + 1];
  }

 private:
  std::vector<std::uint32_t> begin_;  // by docid, and one more
  std::vector<std::uint32_t> numbers_;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_COLUMN_READER_H_
