// Bytes a second of normalising and analysing, over running text in the genre
// of the archives.

#include <string>

#include <benchmark/benchmark.h>

#include "indexer/text/analyzer.h"
#include "indexer/text/normalize.h"

namespace tinlang::text {
namespace {

constexpr std::string_view kParagraph =
    "Sáng ngày 12/6/2024, tại hội trường UBND huyện, đồng chí Lò Văn Bảnh - Phó Bí thư Huyện ủy, "
    "Chủ tịch UBND huyện chủ trì hội nghị sơ kết 5 năm thực hiện Nghị quyết số 28-NQ/TW và Quyết "
    "định số 1811/QĐ-UBND về xây dựng nông thôn mới nâng cao giai đoạn 2021-2025.\n"
    "Đến nay toàn huyện có 9/19 xã đạt chuẩn NTM, thu nhập bình quân đạt 46,5 triệu "
    "đồng/người/năm; "
    "tỷ lệ hộ nghèo giảm còn 6,4%. Các đại biểu đã thảo luận về công tác giải phóng mặt bằng, phát "
    "triển KT-XH, bảo vệ rừng và chuyển đổi số tại cơ sở.\n";

std::string sample_text(std::size_t paragraphs) {
  std::string text;
  for (std::size_t i = 0; i < paragraphs; ++i) text += kParagraph;
  return text;
}

void BM_NormalizeSettledText(benchmark::State& state) {
  const std::string text = sample_text(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto iteration : state) benchmark::DoNotOptimize(normalize_text(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_NormalizeSettledText)->Arg(5);

void BM_NormalizeTextWithNoBreakSpaces(benchmark::State& state) {
  std::string text = sample_text(static_cast<std::size_t>(state.range(0)));
  for (std::size_t i = 0; (i = text.find(". ", i)) != std::string::npos;) {
    text.replace(i, 2, ".\u00A0");
  }
  text.insert(0, "\u00A0");
  for ([[maybe_unused]] auto iteration : state) benchmark::DoNotOptimize(normalize_text(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_NormalizeTextWithNoBreakSpaces)->Arg(5);

void BM_Analyze(benchmark::State& state) {
  auto analyzer = Analyzer::create();
  const std::string text = sample_text(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto iteration : state) {
    benchmark::DoNotOptimize(analyzer->analyze(text));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(BM_Analyze)->Arg(1)->Arg(5)->Arg(500);

}  // namespace
}  // namespace tinlang::text
