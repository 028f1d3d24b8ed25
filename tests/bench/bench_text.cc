// Bytes a second of normalising and analysing, beside ICU's word breaks alone.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "indexer/archive/page.h"
#include "indexer/article/article.h"
#include "indexer/article/html_extractor.h"
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

// The articles of data/sample as the index receives them, one text each.
const std::vector<std::string>& sample_articles() {
  static const std::vector<std::string> articles = [] {
    std::vector<std::string> texts;
    const auto folder = std::filesystem::path(TINLANG_SOURCE_DIR) / "data" / "sample";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.path().extension() != ".html") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      archive::Page page;
      page.source = entry.path().string();
      page.bytes.assign(std::istreambuf_iterator<char>(file), {});
      const auto article = article::extract_article(page);
      if (article) texts.push_back(article->title + "\n" + article::body_text(*article));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
  }();
  return articles;
}

// A text without any chunk twice: what a memo of chunks can only lose by.
const std::vector<std::string>& distinct_chunks() {
  static const std::vector<std::string> texts = [] {
    std::string text;
    for (const char* before : {"", "(", "“", "X", "S"}) {
      for (const char* onset : {"b", "ch", "d", "đ", "gh", "h", "kh", "l", "m", "ng", "nh", "th"}) {
        for (const char* rime : {"a", "án", "ằng", "ế", "ệch", "iễn", "oài", "ọc", "ốt", "ung"}) {
          for (const char* after : {"", ",", ".", ";", ")", "”", "a", "1", "-2", "/3"}) {
            text.append(before).append(onset).append(rime).append(after).push_back(' ');
          }
        }
      }
    }
    return std::vector<std::string>{text};
  }();
  return texts;
}

void count_bytes(const std::vector<std::string>& texts, benchmark::State& state) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

// The rival: nothing but the breaks that the analyzer starts from.
void breaks_alone(benchmark::State& state, const std::vector<std::string>& texts) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText source = UTEXT_INITIALIZER;
  for ([[maybe_unused]] auto iteration : state) {
    for (const std::string& text : texts) {
      utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
      breaks->setText(&source, status);
      std::size_t words = 0;
      while (breaks->next() != icu::BreakIterator::DONE) {
        words += breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT ? 1U : 0U;
      }
      benchmark::DoNotOptimize(words);
    }
  }
  utext_close(&source);
  count_bytes(texts, state);
}

void analyze(benchmark::State& state, const std::vector<std::string>& texts,
             Analyzer::Recall recall) {
  auto analyzer = Analyzer::create(recall);
  for ([[maybe_unused]] auto iteration : state) {
    for (const std::string& text : texts) benchmark::DoNotOptimize(analyzer->analyze(text));
  }
  count_bytes(texts, state);
}

// Each round of texts begins with an analyzer that has met nothing but `before`.
void analyze_afresh(benchmark::State& state, const std::vector<std::string>& texts,
                    const std::vector<std::string>& before = {}) {
  for ([[maybe_unused]] auto iteration : state) {
    state.PauseTiming();
    auto analyzer = Analyzer::create();
    for (const std::string& text : before) benchmark::DoNotOptimize(analyzer->analyze(text));
    state.ResumeTiming();
    for (const std::string& text : texts) benchmark::DoNotOptimize(analyzer->analyze(text));
  }
  count_bytes(texts, state);
}

void BM_IcuBreaksAlone(benchmark::State& state) { breaks_alone(state, sample_articles()); }
BENCHMARK(BM_IcuBreaksAlone);

void BM_Analyze(benchmark::State& state) {
  analyze(state, sample_articles(), Analyzer::Recall::kChunks);
}
BENCHMARK(BM_Analyze);

// What an import does: most words are known, and each article brings new ones.
// The tenth part of the articles, after the others.
void BM_AnalyzeNewArticles(benchmark::State& state) {
  std::vector<std::string> unseen;
  std::vector<std::string> seen;
  for (const std::string& text : sample_articles()) {
    ((unseen.size() + seen.size()) % 10 == 0 ? unseen : seen).push_back(text);
  }
  analyze_afresh(state, unseen, seen);
}
BENCHMARK(BM_AnalyzeNewArticles);

void BM_AnalyzeArchiveAfresh(benchmark::State& state) { analyze_afresh(state, sample_articles()); }
BENCHMARK(BM_AnalyzeArchiveAfresh);

void BM_AnalyzeOneArticleAfresh(benchmark::State& state) {
  const auto& articles = sample_articles();
  analyze_afresh(state, {articles[articles.size() / 2]});
}
BENCHMARK(BM_AnalyzeOneArticleAfresh);

void BM_AnalyzeWithoutMemo(benchmark::State& state) {
  analyze(state, sample_articles(), Analyzer::Recall::kNone);
}
BENCHMARK(BM_AnalyzeWithoutMemo);

void BM_IcuBreaksOfDistinctChunks(benchmark::State& state) {
  breaks_alone(state, distinct_chunks());
}
BENCHMARK(BM_IcuBreaksOfDistinctChunks);

void BM_AnalyzeDistinctChunks(benchmark::State& state) { analyze_afresh(state, distinct_chunks()); }
BENCHMARK(BM_AnalyzeDistinctChunks);

void BM_AnalyzeDistinctChunksWithoutMemo(benchmark::State& state) {
  analyze(state, distinct_chunks(), Analyzer::Recall::kNone);
}
BENCHMARK(BM_AnalyzeDistinctChunksWithoutMemo);

}  // namespace
}  // namespace tinlang::text
