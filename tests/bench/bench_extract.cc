// Reading pages of 31 KB: the tree alone and the whole article, on the pages that
// page_archive.py writes. Compare lines of one run: machines differ, ratios hardly.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>
#include <gumbo.h>

#include "indexer/article/html_extractor.h"
#include "indexer/article/html_tree.h"
#include "indexer/article/page_loader.h"

namespace {

using namespace tinlang;  // NOLINT(google-build-using-namespace): a program of one file

const std::filesystem::path kPages = TINLANG_SOURCE_DIR "/build/page-archive/site00.example.gov.vn";

const std::vector<archive::Page>& pages() {
  static const std::vector<archive::Page> read = [] {
    std::vector<archive::Page> list;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(kPages, error)) {
      std::ifstream file(entry.path(), std::ios::binary);
      archive::Page page;
      page.source = entry.path().filename();
      page.bytes.assign(std::istreambuf_iterator<char>(file), {});
      list.push_back(std::move(page));
    }
    return list;
  }();
  return read;
}

// Calls `work` for one page after the other and counts pages and bytes.
template <typename Work>
void run(benchmark::State& state, const Work& work) {
  if (pages().empty()) {
    state.SkipWithError("no pages: tests/bench/page_archive.py build/page-archive");
    return;
  }
  std::size_t next = 0;
  std::size_t bytes = 0;
  for (auto step : state) {
    (void)step;
    const archive::Page& page = pages()[next++ % pages().size()];
    bytes += page.bytes.size();
    work(page);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(next));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void BM_GumboAsPackaged(benchmark::State& state) {
  run(state, [](const archive::Page& page) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput* output = gumbo_parse_with_options(&options, page.bytes.data(), page.bytes.size());
    benchmark::DoNotOptimize(output->root);
    gumbo_destroy_output(&options, output);
  });
}
BENCHMARK(BM_GumboAsPackaged);

void BM_TreeOfWhatIsRead(benchmark::State& state) {
  run(state, [](const archive::Page& page) {
    benchmark::DoNotOptimize(article::HtmlTree::parse(page.bytes));
  });
}
BENCHMARK(BM_TreeOfWhatIsRead);

void BM_LoadPage(benchmark::State& state) {
  run(state, [](const archive::Page& page) { benchmark::DoNotOptimize(article::load_page(page)); });
}
BENCHMARK(BM_LoadPage);

void BM_ExtractArticle(benchmark::State& state) {
  run(state,
      [](const archive::Page& page) { benchmark::DoNotOptimize(article::extract_article(page)); });
}
BENCHMARK(BM_ExtractArticle);

}  // namespace
