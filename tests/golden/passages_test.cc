// Which passage of a page the first snippet shows: each line of passages.tsv says what a reader
// of that page who asks that question wants to see. The report lies beside them;
// TINLANG_RENEW_GOLDEN=1 writes it anew.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/article/html_extractor.h"
#include "indexer/text/normalize.h"
#include "searchd/search/marker.h"
#include "searchd/search/snippet.h"
#include "tests/support/shipped_data.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tinlang::search {
namespace {

const std::filesystem::path kRoot = TINLANG_SOURCE_DIR;

constexpr std::size_t kLeastQuestions = 60;
constexpr double kLeastShare = 0.9;

struct Judged {
  std::string page;
  std::string question;
  std::string passage;
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Judged> read_judged() {
  std::vector<Judged> all;
  std::istringstream lines(read_file(kRoot / "tests/golden/passages.tsv"));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    Judged& judged = all.emplace_back();
    std::getline(cells, judged.page, '\t');
    std::getline(cells, judged.question, '\t');
    std::getline(cells, judged.passage);
  }
  return all;
}

// The article's text as the index keeps it.
std::string body_of(const std::string& name) {
  archive::Page page;
  page.source = name;
  page.bytes = read_file(kRoot / "data/sample" / name);
  const auto article = article::extract_article(page);
  if (!article) throw std::runtime_error(article.error().message);
  return fmt::format("{}", fmt::join(article->paragraphs, "\n\n"));
}

TEST(Passages, ShowWhatTheReportSays) {
  auto analyzer = text::Analyzer::create();
  ASSERT_TRUE(analyzer);
  const auto all = read_judged();
  std::size_t right = 0;
  std::string misses;
  for (const Judged& judged : all) {
    const std::string body = body_of(judged.page);
    ASSERT_NE(body.find(judged.passage), std::string::npos) << judged.page << judged.passage;
    const Question question =
        parse_question(judged.question, *analyzer, testing::shipped_abbreviations());
    const auto shown = best_passages(body, Marker(question), *analyzer);
    ASSERT_FALSE(shown.empty());
    if (shown.front().text.find(judged.passage) != std::string::npos) {
      ++right;
    } else {
      misses += fmt::format("\n{}\n  wanted  {}\n  shown   {}\n", judged.question, judged.passage,
                            shown.front().text);
    }
  }
  const std::string report =
      fmt::format("{} of {} first snippets hold the passage that a reader wants (passages.tsv)\n{}",
                  right, all.size(), misses);
  const auto path = kRoot / "tests/golden/passages_report.txt";
  if (std::getenv("TINLANG_RENEW_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << report;
  }
  EXPECT_EQ(read_file(path), report) << "run with TINLANG_RENEW_GOLDEN=1 and review the difference";
  EXPECT_GE(all.size(), kLeastQuestions);
  EXPECT_GE(static_cast<double>(right), kLeastShare * static_cast<double>(all.size()));
}

}  // namespace
}  // namespace tinlang::search
