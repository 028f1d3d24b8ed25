// Any bytes: a site memory is read or refused, and what was read comes back as it was written.
// The bytes are tried as they are and as the lines of a file whose frame is in order.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/article/site_memory.h"

#include <fmt/format.h>

namespace {

using tinlang::article::SiteMemory;

void check(std::string_view text) {
  const auto memory = SiteMemory::parse(text);
  if (!memory) return;
  const auto again = SiteMemory::parse(memory->serialize());
  if (!again || !(*again == *memory)) std::abort();
}

std::uint64_t checksum(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  check(input);
  const std::string empty = SiteMemory().serialize();
  const std::string text = empty.substr(0, empty.find('\n') + 1).append(input);
  check(text + fmt::format("end {:x}\n", checksum(text)));
  return 0;
}
