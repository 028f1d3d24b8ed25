#include "indexer/tables/table.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>

namespace tinlang::tables {
namespace {

constexpr std::streamsize kBlockBytes = 1 << 16;

std::size_t count_of(char byte, std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), byte));
}

void append_cells(std::string_view line, std::vector<std::string_view>* cells) {
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    cells->push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return;
    begin = tab + 1;
  }
}

bool begins_with(std::span<const std::string_view> cells,
                 std::span<const std::string_view> columns) {
  if (cells.size() < columns.size()) return false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (cells[i] != columns[i]) return false;
  }
  return true;
}

std::string joined(std::span<const std::string_view> names) {
  std::string all;
  for (const std::string_view name : names) {
    if (!all.empty()) all += ' ';
    all += name;
  }
  return all;
}

// Takes the next line off `rest`, without its end ("\n" or "\r\n").
std::string_view take_line(std::string_view& rest) {
  const std::size_t newline = rest.find('\n');
  std::string_view line = rest.substr(0, newline);
  rest = newline == std::string_view::npos ? std::string_view() : rest.substr(newline + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Result<Table> Table::read(const std::filesystem::path& path,
                          std::span<const std::string_view> columns) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(ErrorCode::kNotFound, "{}: cannot be read", path.string());
  std::string bytes;
  std::vector<char> block(kBlockBytes);
  while (file.read(block.data(), kBlockBytes), file.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(file.gcount()));
  }
  return parse(path, bytes, columns);
}

Result<Table> Table::parse(const std::filesystem::path& path, std::string_view bytes,
                           std::span<const std::string_view> columns) {
  Table table;
  table.path_ = path;
  table.bytes_.assign(bytes.begin(), bytes.end());
  std::string_view rest(table.bytes_.data(), table.bytes_.size());
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);

  std::size_t column_count = 0;  // 0 until the header was read
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = take_line(rest);
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t count = count_of('\t', line) + 1;
    if (column_count == 0) {
      std::vector<std::string_view> cells;
      append_cells(line, &cells);
      if (!begins_with(cells, columns)) {
        return fail(ErrorCode::kInvalidInput, "{}:{}: expected the columns: {}", path.string(),
                    number, joined(columns));
      }
      column_count = count;
      // Rows are views of cells_, which must not move any more.
      table.cells_.reserve(column_count * (count_of('\n', rest) + 1));
      continue;
    }
    if (count > column_count) {
      return fail(ErrorCode::kInvalidInput, "{}:{}: {} cells, but only {} columns", path.string(),
                  number, count, column_count);
    }
    const std::size_t first = table.cells_.size();
    append_cells(line, &table.cells_);
    table.cells_.resize(first + column_count);
    table.rows_.push_back(Row{number, std::span(table.cells_).subspan(first, column_count)});
  }
  if (column_count == 0) {
    return fail(ErrorCode::kInvalidInput, "{}:1: expected the columns: {}", path.string(),
                joined(columns));
  }
  return table;
}

std::vector<std::string_view> split_cell(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t at = cell.find(separator);
    if (at != 0) parts.push_back(cell.substr(0, at));
    if (at == std::string_view::npos) break;
    cell.remove_prefix(at + 1);
  }
  return parts;
}

}  // namespace tinlang::tables
