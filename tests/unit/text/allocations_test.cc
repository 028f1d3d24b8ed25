// The analyser's work on running text asks the heap for next to nothing.

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

#include <gtest/gtest.h>

#include "indexer/text/analyzer.h"

// The sanitizers have allocators of their own, which may not be replaced.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {
std::atomic<std::size_t> allocations{0};  // NOLINT: operator new below has no other place for it
}  // namespace

void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* const memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace tinlang::text {
namespace {

TEST(Allocations, OfWordsMetBeforeAreFewerThanOneForTwentyTokens) {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text +=
        "Sáng ngày 21/4, đồng chí Bí thư Huyện ủy Thanh Chương dự hội nghị tổng kết phong trào "
        "xây dựng nông thôn mới tại xã Thanh Giang; UBND xã báo cáo kết quả thu ngân sách. ";
  }
  auto analyzer = Analyzer::create().value();
  analyzer.analyze(text);  // meets the words
  const std::size_t before = allocations;
  const auto analyzed = analyzer.analyze(text);
  const std::size_t made = allocations - before;
  EXPECT_GT(analyzed.tokens.size(), 6'000U);
  EXPECT_LT(made, analyzed.tokens.size() / 20) << made << " for " << analyzed.tokens.size();
}

}  // namespace
}  // namespace tinlang::text

#endif
