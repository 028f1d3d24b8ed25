#include "indexer/tables/table.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace tinlang::tables {
namespace {

std::vector<std::string_view> split_row(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    cells.push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return cells;
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
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
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
    std::vector<std::string_view> cells = split_row(line);
    if (column_count == 0) {
      if (!begins_with(cells, columns)) {
        return fail(ErrorCode::kInvalidInput, "{}:{}: expected the columns: {}", path.string(),
                    number, joined(columns));
      }
      column_count = cells.size();
      continue;
    }
    if (cells.size() > column_count) {
      return fail(ErrorCode::kInvalidInput, "{}:{}: {} cells, but only {} columns", path.string(),
                  number, cells.size(), column_count);
    }
    cells.resize(column_count);
    table.rows_.push_back(Row{number, std::move(cells)});
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
