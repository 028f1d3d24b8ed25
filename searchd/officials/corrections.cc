#include "searchd/officials/corrections.h"

#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "indexer/tables/table.h"

namespace tinlang::officials {
namespace {

using tables::Table;

constexpr std::array<std::string_view, 3> kMergeColumns = {"official", "other", "note"};
constexpr std::array<std::string_view, 4> kSplitColumns = {"official", "place", "post", "note"};

tl::unexpected<Error> broken_row(const Table& table, const Table::Row& row,
                                 std::string_view reason) {
  return fail(ErrorCode::kInvalidInput, "{}:{}: {}", table.path().string(), row.line, reason);
}

// Who stands for whom; a row that joins two who are joined already closes a circle.
class Representatives {
 public:
  std::string of(std::string id) const {
    for (auto next = above_.find(id); next != above_.end(); next = above_.find(id)) {
      id = next->second;
    }
    return id;
  }

  bool join(const std::string& a, const std::string& b) {
    const std::string left = of(a);
    const std::string right = of(b);
    if (left == right) return false;
    above_.emplace(right, left);
    return true;
  }

 private:
  std::map<std::string, std::string> above_;
};

Result<std::vector<Merge>> load_merges(const std::filesystem::path& path) {
  const auto table = Table::read(path, kMergeColumns);
  if (!table) return tl::unexpected(table.error());
  std::vector<Merge> merges;
  Representatives known;
  for (const auto& row : table->rows()) {
    Merge merge{std::string(row.cells[0]), std::string(row.cells[1]), row.line};
    if (merge.official.empty() || merge.other.empty()) {
      return broken_row(*table, row, "names no two officials");
    }
    if (!known.join(merge.official, merge.other)) {
      return broken_row(
          *table, row,
          merge.official + " and " + merge.other + " are one already: the rows run in a circle");
    }
    merges.push_back(std::move(merge));
  }
  return merges;
}

Result<std::vector<Split>> load_splits(const std::filesystem::path& path) {
  const auto table = Table::read(path, kSplitColumns);
  if (!table) return tl::unexpected(table.error());
  std::vector<Split> splits;
  for (const auto& row : table->rows()) {
    Split split{std::string(row.cells[0]), std::string(row.cells[1]), std::string(row.cells[2]),
                row.line};
    if (split.official.empty()) return broken_row(*table, row, "names no official");
    if (split.place.empty() && split.post.empty()) {
      return broken_row(*table, row, "says neither the place nor the post of the other person");
    }
    splits.push_back(std::move(split));
  }
  return splits;
}

}  // namespace

Result<Corrections> load_corrections(const std::filesystem::path& data_folder) {
  auto merges = load_merges(data_folder / "officials" / "merge.tsv");
  if (!merges) return tl::unexpected(std::move(merges).error());
  auto splits = load_splits(data_folder / "officials" / "split.tsv");
  if (!splits) return tl::unexpected(std::move(splits).error());
  return Corrections{*std::move(merges), *std::move(splits)};
}

}  // namespace tinlang::officials
