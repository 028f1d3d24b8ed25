// tinlang-indexer add: pages into the index.

#ifndef TINLANG_INDEXER_COMMANDS_ADD_H_
#define TINLANG_INDEXER_COMMANDS_ADD_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/archive/reader.h"
#include "indexer/result/result.h"

namespace tinlang::indexer {

struct AddRequest {
  std::filesystem::path index;
  std::vector<std::filesystem::path> inputs;
  std::filesystem::path data;
  unsigned workers = 0;  // 0: one a core
  // Called after each page, on the calling thread; may be empty.
  std::function<void(std::size_t pages)> on_page;
  // Asked before each page; true ends the run with what was read so far.
  std::function<bool()> is_stopped;
};

struct AddReport {
  std::size_t pages = 0;
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;
  std::size_t older = 0;        // captures of an address whose newer one is kept
  std::size_t no_article = 0;   // front pages, sections, lists
  std::size_t other_files = 0;  // no page
  std::size_t revisits = 0;     // records of a page that had not changed since it was captured
  std::vector<archive::Refusal> refused;
  std::string build_id;
  std::uint64_t articles = 0;  // in the index now
  bool switched = false;       // a new build was made
  bool interrupted = false;    // is_stopped() ended it: the next run goes on from here
};

// Errors: those of read_pages(), PageReader::load() and IndexWriter. A page
// that cannot be read never fails the run: it is in `refused`.
Result<AddReport> add_pages(const AddRequest& request);

}  // namespace tinlang::indexer

#endif  // TINLANG_INDEXER_COMMANDS_ADD_H_
