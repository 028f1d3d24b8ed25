#include "searchd/search/page_cache.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <ios>
#include <limits>
#include <string>
#include <vector>

namespace tinlang::search {
namespace {

constexpr std::size_t kChunk = 1024 * 1024;

// The most asked first. Words of an article (termlist) are read by the indexer alone.
constexpr const char* kTables[] = {"postlist.glass", "docdata.glass", "position.glass"};

std::uint64_t read_file(const std::filesystem::path& path, std::uint64_t budget,
                        std::vector<char>& chunk) {
  std::ifstream file;
  file.rdbuf()->pubsetbuf(nullptr, 0);  // into `chunk` at once
  file.open(path, std::ios::binary);
  std::uint64_t bytes = 0;
  while (file && bytes < budget) {
    const auto most = std::min<std::uint64_t>(chunk.size(), budget - bytes);
    file.read(chunk.data(), static_cast<std::streamsize>(most));
    bytes += static_cast<std::uint64_t>(file.gcount());
  }
  return bytes;
}

}  // namespace

std::uint64_t page_cache_budget() {
  std::ifstream facts("/proc/meminfo");
  std::string name;
  std::uint64_t kibibytes = 0;
  while (facts >> name >> kibibytes) {
    if (name == "MemAvailable:") return kibibytes * 1024 / 2;
    facts.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  return 0;
}

std::uint64_t read_into_page_cache(const std::filesystem::path& folder, std::uint64_t budget) {
  std::vector<char> chunk(kChunk);
  std::uint64_t bytes = 0;
  for (const char* table : kTables) bytes += read_file(folder / table, budget - bytes, chunk);
  return bytes;
}

}  // namespace tinlang::search
