// Pages that were understood while sites were learned, kept for the reading that follows.

#ifndef TINLANG_INDEXER_COMMANDS_PARSED_PAGES_H_
#define TINLANG_INDEXER_COMMANDS_PARSED_PAGES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/archive/page.h"
#include "indexer/article/page_loader.h"

namespace tinlang::indexer {

// Thread-safe. Keeps what comes first, of pages of kMostBytes together; a page is told from
// others by its source.
class ParsedPages {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{24} * 1024 * 1024;

  void keep(const archive::Page& page, article::LoadedPage parsed);
  // Hands it over; nullopt when it was not kept.
  std::optional<article::LoadedPage> take(const archive::Page& page);

 private:
  struct Kept {
    std::uint64_t id;  // of the bytes: a file may change between two readings
    article::LoadedPage parsed;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Kept> pages_;  // by source
  std::size_t bytes_ = 0;                        // of all pages that were ever kept
};

}  // namespace tinlang::indexer

#endif  // TINLANG_INDEXER_COMMANDS_PARSED_PAGES_H_
