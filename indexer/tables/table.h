// Tables of data/: UTF-8 text, one row a line, columns separated by tabs, the
// first line names the columns, lines that start with '#' are comments.

#ifndef TINLANG_INDEXER_TABLES_TABLE_H_
#define TINLANG_INDEXER_TABLES_TABLE_H_

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/result/result.h"

namespace tinlang::tables {

// The whole table in memory. Rows are views into it: they live as long as the
// Table does, also after a move.
class Table {
 public:
  struct Row {
    std::size_t line;                         // 1-based line in the file, for messages
    std::span<const std::string_view> cells;  // exactly as many as columns; empty cells are kept
  };

  // Reads `path` and checks its header: the columns named must be its first
  // columns, in this order.
  // Errors: kNotFound when the file cannot be read; kInvalidInput for another
  // header or a row with too many cells; the message gives file and line.
  // A row may have fewer cells than columns: the rest are empty.
  static Result<Table> read(const std::filesystem::path& path,
                            std::span<const std::string_view> columns);

  // The same of bytes that are no file; `path` only names them in messages.
  static Result<Table> parse(const std::filesystem::path& path, std::string_view bytes,
                             std::span<const std::string_view> columns);

  std::span<const Row> rows() const { return rows_; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::vector<char> bytes_;  // a vector, since moving a short string would move its bytes
  std::vector<std::string_view> cells_;  // of all rows
  std::vector<Row> rows_;
};

// The parts of a cell between `separator`s, without the empty ones.
std::vector<std::string_view> split_cell(std::string_view cell, char separator);

}  // namespace tinlang::tables

#endif  // TINLANG_INDEXER_TABLES_TABLE_H_
