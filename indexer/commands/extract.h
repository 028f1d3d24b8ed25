// tinlang-indexer extract: what is understood from each page, without an index.

#ifndef TINLANG_INDEXER_COMMANDS_EXTRACT_H_
#define TINLANG_INDEXER_COMMANDS_EXTRACT_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/archive/reader.h"
#include "indexer/commands/page_reader.h"
#include "indexer/result/result.h"

namespace tinlang::indexer {

struct ExtractRequest {
  std::vector<std::filesystem::path> inputs;
  std::filesystem::path data;
  unsigned workers = 0;                                // 0: one a core
  std::function<bool(const std::string& line)> print;  // takes each line; false ends the run
};

struct ExtractReport {
  std::size_t pages = 0;
  std::size_t no_article = 0;  // front pages, sections, lists: no line
  std::size_t other_files = 0;
  std::vector<archive::Refusal> refused;
};

// Prints one JSON object a line (README.md, "The extract line") in the order of reading.
// Errors: those of read_pages() and PageReader::load().
Result<ExtractReport> extract_pages(const ExtractRequest& request);

// The line of one page, without its end of line.
std::string extract_line(const ReadPage& page);

}  // namespace tinlang::indexer

#endif  // TINLANG_INDEXER_COMMANDS_EXTRACT_H_
