// Whole pages against what a reader says of them: the five real articles where
// they are at hand, every page of data/sample, and the odd pages of tests/golden/extract.
// extract_report.txt tells how well each layout is read; TINLANG_RENEW_GOLDEN=1 rewrites it.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/article/html_extractor.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tinlang::article {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path kSource = TINLANG_SOURCE_DIR;
const fs::path kSeeds = kSource / "../shared/seeds";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Result<Article> extract(const fs::path& path) {
  archive::Page page;
  page.source = path.string();
  page.bytes = bytes_of(path);
  return extract_article(page);
}

Json date_json(const std::optional<calendar::Date>& date) {
  if (!date) return nullptr;
  Json json = {{"date", to_iso_date(*date)}, {"precision", to_string(date->precision)}};
  const std::string time = to_iso_time(*date);
  if (!time.empty()) json["time"] = time;
  return json;
}

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) ++words[word];
  return words;
}

// How much of `body` is in the visible text of the page: 1 when all of it is.
double precision_of(const std::string& body, const std::string& visible) {
  const auto found = words_of(body);
  const auto there = words_of(visible);
  int shared = 0;
  int all = 0;
  for (const auto& [word, count] : found) {
    all += count;
    const auto it = there.find(word);
    if (it != there.end()) shared += std::min(count, it->second);
  }
  return all == 0 ? 0 : static_cast<double>(shared) / all;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

class SeedPages : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kSeeds / "gold.json")) GTEST_SKIP() << "the real articles are not at hand";
  }
};

TEST_F(SeedPages, AreReadAsAReaderReadsThem) {
  const Json gold = Json::parse(bytes_of(kSeeds / "gold.json"));
  ASSERT_EQ(gold["articles"].size(), 5U);
  for (const Json& truth : gold["articles"]) {
    const std::string file = truth["file"];
    SCOPED_TRACE(file);
    const auto article = extract(kSeeds / file);
    ASSERT_TRUE(article) << article.error().message;
    EXPECT_EQ(article->title, truth["title"].get<std::string>());
    EXPECT_EQ(date_json(article->published), truth["published"]);
    EXPECT_EQ(article->byline, truth["byline"].get<std::string>());
    if (truth.contains("captions")) {
      EXPECT_EQ(Json(article->captions), truth["captions"]);
    }
    const std::string body = body_text(*article);
    for (const std::string other : truth["not_body"]) {
      EXPECT_EQ(body.find(other), std::string::npos) << other;
    }
    if (truth.contains("body_occurs_once")) {
      EXPECT_EQ(occurrences(body, truth["body_occurs_once"]), 1U);
    }
    for (const auto& entry : fs::directory_iterator(kSeeds)) {
      const std::string name = entry.path().filename();
      if (!name.ends_with(".txt") || !name.starts_with(file.substr(0, 3))) continue;
      EXPECT_GT(precision_of(body, bytes_of(entry.path())), 0.97) << name;
    }
  }
}

// Pages of the sample on which each reading succeeds, and the names of the others.
struct Score {
  std::size_t right = 0;
  std::size_t all = 0;
  std::string failures;

  void count(bool good, const std::string& file) {
    ++all;
    right += good ? 1 : 0;
    if (!good) failures += "\n  " + file;
  }
};

std::vector<Json> read_truths(const fs::path& path) {
  std::vector<Json> truths;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) truths.push_back(Json::parse(line));
  }
  return truths;
}

std::vector<Json> sample_truths() {
  return read_truths(kSource / "tests/golden/sample_truth.jsonl");
}

bool holds_none(const std::string& body, const Json& parts) {
  return std::none_of(parts.begin(), parts.end(), [&](const Json& part) {
    return body.find(part.get<std::string>()) != std::string::npos;
  });
}

TEST(SamplePages, AreReadAsTheirTruthSays) {
  const auto truths = sample_truths();
  ASSERT_GE(truths.size(), 60U);
  std::map<std::string, Score> scores;
  for (const Json& truth : truths) {
    const std::string file = truth["file"];
    const auto article = extract(kSource / "data/sample" / file);
    ASSERT_TRUE(article) << article.error().message;
    const std::string body = body_text(*article);
    scores["title"].count(article->title == truth["title"], file);
    scores["published"].count(date_json(article->published) == truth["published"], file);
    scores["byline"].count(article->byline == truth.value("byline", ""), file);
    scores["encoding"].count(article->encoding == truth["encoding"], file);
    scores["first words"].count(body.starts_with(truth["body_first"].get<std::string>()), file);
    scores["last words"].count(body.ends_with(truth["body_last"].get<std::string>()), file);
    scores["nothing else"].count(holds_none(body, truth["not_body"]), file);
  }
  for (const auto& [what, score] : scores) {
    const double share = static_cast<double>(score.right) / static_cast<double>(score.all);
    EXPECT_GE(share, 0.97) << what << " is wrong on" << score.failures;
  }
}

// How one layout is read, summed over its pages.
struct LayoutScore {
  std::size_t pages = 0;
  std::size_t title = 0;
  std::size_t date = 0;
  std::size_t byline = 0;
  std::size_t bodies = 0;  // pages whose whole body is known
  double precision = 0;
  double recall = 0;

  double f1() const {
    const double sum = precision + recall;
    return sum == 0 ? 0 : 2 * precision * recall / sum / static_cast<double>(bodies);
  }
};

void add(LayoutScore& sum, const LayoutScore& more) {
  sum.pages += more.pages;
  sum.title += more.title;
  sum.date += more.date;
  sum.byline += more.byline;
  sum.bodies += more.bodies;
  sum.precision += more.precision;
  sum.recall += more.recall;
}

std::string joined(const Json& paragraphs) {
  std::string text;
  for (const std::string paragraph : paragraphs) text += paragraph + '\n';
  return text;
}

LayoutScore score_page(const Json& truth, const Result<Article>& article) {
  LayoutScore score;
  score.pages = 1;
  score.bodies = truth.contains("body") ? 1 : 0;
  if (!article) return score;
  score.title = article->title == truth["title"] ? 1 : 0;
  score.date = date_json(article->published) == truth["published"] ? 1 : 0;
  score.byline = article->byline == truth.value("byline", "") ? 1 : 0;
  if (score.bodies == 0) return score;
  const std::string body = body_text(*article);
  const std::string whole = joined(truth["body"]);
  score.precision = precision_of(body, whole);
  score.recall = precision_of(whole, body);
  return score;
}

Result<Article> extract_own(const Json& truth) {
  archive::Page page;
  page.source = truth["file"];
  page.url = truth.value("url", "");
  page.bytes = bytes_of(kSource / "tests/golden/extract" / page.source);
  return extract_article(page);
}

std::string report_line(const std::string& name, const LayoutScore& score) {
  const auto share = [&](std::size_t right) {
    return fmt::format("{:.3f}", static_cast<double>(right) / static_cast<double>(score.pages));
  };
  const auto mean = [&](double sum) {
    return score.bodies == 0 ? std::string("-")
                             : fmt::format("{:.3f}", sum / static_cast<double>(score.bodies));
  };
  const std::string f1 = score.bodies == 0 ? "-" : fmt::format("{:.3f}", score.f1());
  return fmt::format("{:<32} {:>5} {:>9} {:>6} {:>6} {:>6} {:>6} {:>6}\n", name, score.pages,
                     mean(score.precision), mean(score.recall), f1, share(score.title),
                     share(score.date), share(score.byline));
}

// Both sets by layout; `-` where the truth knows only the edges of a body.
std::string write_report(const std::vector<Json>& own, std::map<std::string, LayoutScore>& sums) {
  std::map<std::string, LayoutScore> layouts;
  for (const Json& truth : own) {
    const LayoutScore score = score_page(truth, extract_own(truth));
    const std::string file = truth["file"];
    add(layouts["odd: " + file.substr(0, file.find('.'))], score);
    add(sums["all odd pages"], score);
  }
  for (const Json& truth : sample_truths()) {
    const std::string file = truth["file"];
    const LayoutScore score = score_page(truth, extract(kSource / "data/sample" / file));
    add(layouts["sample: " + truth["layout"].get<std::string>()], score);
    add(sums["all of the sample"], score);
  }
  std::string report = fmt::format("{:<32} {:>5} {:>9} {:>6} {:>6} {:>6} {:>6} {:>6}\n", "layout",
                                   "pages", "precision", "recall", "F1", "title", "date", "byline");
  for (const auto& [name, score] : layouts) report += report_line(name, score);
  for (const auto& [name, score] : sums) report += report_line(name, score);
  return report;
}

TEST(OddPages, AreReadAndTheReportSaysSo) {
  const auto truths = read_truths(kSource / "tests/golden/extract/truth.jsonl");
  ASSERT_GE(truths.size(), 25U);
  std::map<std::string, LayoutScore> sums;
  const std::string report = write_report(truths, sums);
  const fs::path path = kSource / "tests/golden/extract_report.txt";
  if (std::getenv("TINLANG_RENEW_GOLDEN") != nullptr) std::ofstream(path) << report;
  EXPECT_EQ(report, bytes_of(path)) << "renew it with TINLANG_RENEW_GOLDEN=1";
  const LayoutScore& odd = sums["all odd pages"];
  const double pages = static_cast<double>(odd.pages);
  EXPECT_GE(odd.f1(), 0.97);
  EXPECT_GE(static_cast<double>(odd.title), 0.97 * pages);
  EXPECT_GE(static_cast<double>(odd.date), 0.97 * pages);
  EXPECT_GE(static_cast<double>(odd.byline), 0.97 * pages);
}

TEST(OddPages, KeepOtherTextAndCaptionsOutOfTheBody) {
  for (const Json& truth : read_truths(kSource / "tests/golden/extract/truth.jsonl")) {
    SCOPED_TRACE(truth["file"].get<std::string>());
    const auto article = extract_own(truth);
    ASSERT_TRUE(article) << article.error().message;
    EXPECT_TRUE(holds_none(body_text(*article), truth["not_body"]));
    EXPECT_EQ(Json(article->captions), truth["captions"]);
  }
}

}  // namespace
}  // namespace tinlang::article
