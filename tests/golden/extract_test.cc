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
#include "tests/golden/page_score.h"

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

// What @mozilla/readability read (tests/readability), by set and file. It is given the
// benefit of the doubt: the right day counts as the right date, "By X" as X.
class Readability {
 public:
  Readability() {
    for (Json& line : read_truths(kSource / "tests/golden/extract/readability.jsonl")) {
      const std::string key = key_of(line["set"], line["file"]);
      lines_.emplace(key, std::move(line));
    }
  }

  LayoutScore score(const std::string& set, const Json& truth) const {
    const auto found = lines_.find(key_of(set, truth["file"]));
    if (found == lines_.end()) {
      ADD_FAILURE() << truth["file"] << ": run tests/readability/read_pages.mjs";
      return {};
    }
    const Json& line = found->second;
    Reading reading{
        line.value("title", ""), line.value("byline", ""), line.value("body", ""), {}, {}};
    if (reading.byline.starts_with("By ")) reading.byline.erase(0, 3);
    const std::string published = line.value("published", "");
    const Json& date = truth["published"];
    const bool right =
        date.is_null() ? published.empty() : published.starts_with(date["date"].get<std::string>());
    if (right) reading.published = date;
    if (!right) reading.published = "another";
    return score_page(truth, reading);
  }

 private:
  static std::string key_of(const std::string& set, const std::string& file) {
    return set + '/' + file;
  }

  std::map<std::string, Json> lines_;
};

Result<Article> extract_own(const fs::path& folder, const Json& truth) {
  archive::Page page;
  page.source = truth["file"];
  page.url = truth.value("url", "");
  page.bytes = bytes_of(folder / page.source);
  return extract_article(page);
}

const fs::path kOdd = kSource / "tests/golden/extract";
const fs::path kEnglish = kOdd / "english";

std::string share_of(std::size_t right, std::size_t pages) {
  if (pages == 0) return "-";
  return fmt::format("{:.3f}", static_cast<double>(right) / static_cast<double>(pages));
}

std::string report_line(const std::string& name, const LayoutScore& score) {
  const auto mean = [&](double sum) {
    return score.bodies == 0 ? std::string("-")
                             : fmt::format("{:.3f}", sum / static_cast<double>(score.bodies));
  };
  const std::string f1 = score.bodies == 0 ? "-" : fmt::format("{:.3f}", score.f1());
  return fmt::format("{:<32} {:>5} {:>9} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>8} {:>6} {:>6}\n",
                     name, score.pages, mean(score.precision), mean(score.recall), f1,
                     share_of(score.title, score.pages), share_of(score.date, score.pages),
                     share_of(score.byline, score.pages), share_of(score.tags, score.kept),
                     share_of(score.category, score.kept), share_of(score.attachments, score.kept),
                     share_of(score.photos, score.kept));
}

using Scores = std::map<std::string, LayoutScore>;

// All sets by layout; `-` where the truth knows only the edges of a body. The bodies of the sample
// are its pages' visible lines between those edges, less captions, cut by another HTML parser.
std::string write_report(Scores& sums) {
  const Readability readability;
  Scores layouts;
  const auto count = [&](const std::string& set, const Json& truth, const std::string& layout,
                         const Result<Article>& article) {
    const LayoutScore score = score_page(truth, article ? reading_of(*article) : Reading());
    add(layouts[set + ": " + layout], score);
    add(sums[set], score);
    add(sums[set + ", by readability"], readability.score(set, truth));
  };
  for (const Json& truth : read_truths(kOdd / "truth.jsonl")) {
    const std::string file = truth["file"];
    count("odd", truth, file.substr(0, file.find('.')), extract_own(kOdd, truth));
  }
  for (const Json& truth : read_truths(kEnglish / "truth.jsonl")) {
    const std::string file = truth["file"];
    count("english", truth, file.substr(0, file.find('-')), extract_own(kEnglish, truth));
  }
  for (const Json& truth : sample_truths()) {
    const std::string file = truth["file"];
    count("sample", truth, truth["layout"], extract(kSource / "data/sample" / file));
  }
  std::string report =
      fmt::format("{:<32} {:>5} {:>9} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>8} {:>6} {:>6}\n",
                  "layout", "pages", "precision", "recall", "F1", "title", "date", "byline", "tags",
                  "category", "files", "photos");
  for (const auto& [name, score] : layouts) report += report_line(name, score);
  report += '\n';
  for (const auto& [name, score] : sums) report += report_line(name, score);
  return report;
}

// Ahead of the general extractor on every column, and above the floor.
void expect_ahead(const Scores& sums, const std::string& set, double least_f1) {
  SCOPED_TRACE(set);
  const LayoutScore& own = sums.at(set);
  const LayoutScore& other = sums.at(set + ", by readability");
  const double pages = static_cast<double>(own.pages);
  EXPECT_GE(static_cast<double>(own.title), 0.97 * pages);
  EXPECT_GE(static_cast<double>(own.date), 0.97 * pages);
  EXPECT_GT(own.title, other.title);
  EXPECT_GT(own.date, other.date);
  EXPECT_GT(own.byline, other.byline);
  if (own.bodies == 0) return;
  EXPECT_GE(own.f1(), least_f1);
  EXPECT_GT(own.f1(), other.f1());
  EXPECT_GE(own.precision, other.precision);
  EXPECT_GE(own.recall, other.recall);
}

TEST(GoldenPages, AreReadAndTheReportSaysSo) {
  Scores sums;
  const std::string report = write_report(sums);
  const fs::path path = kSource / "tests/golden/extract_report.txt";
  if (std::getenv("TINLANG_RENEW_GOLDEN") != nullptr) std::ofstream(path) << report;
  EXPECT_EQ(report, bytes_of(path)) << "renew it with TINLANG_RENEW_GOLDEN=1";
  EXPECT_GE(sums["odd"].pages + sums["sample"].pages, 120U);
  EXPECT_GE(sums["english"].pages, 30U);
  expect_ahead(sums, "odd", 0.97);
  expect_ahead(sums, "english", 0.93);
  expect_ahead(sums, "sample", 0.97);
}

TEST(OddPages, KeepOtherTextAndCaptionsOutOfTheBody) {
  for (const Json& truth : read_truths(kOdd / "truth.jsonl")) {
    SCOPED_TRACE(truth["file"].get<std::string>());
    const auto article = extract_own(kOdd, truth);
    ASSERT_TRUE(article) << article.error().message;
    EXPECT_TRUE(holds_none(body_text(*article), truth["not_body"]));
    EXPECT_EQ(Json(article->captions), truth["captions"]);
  }
}

TEST(OddPages, KeepWhatIsFiledAndAttached) {
  for (const Json& truth : read_truths(kOdd / "truth.jsonl")) {
    SCOPED_TRACE(truth["file"].get<std::string>());
    const auto article = extract_own(kOdd, truth);
    ASSERT_TRUE(article) << article.error().message;
    const Json kept = kept_json(*article);
    for (const auto& [key, value] : kept.items()) EXPECT_EQ(value, truth[key]) << key;
    EXPECT_EQ(article->original, truth["original"].get<std::string>());
  }
}

}  // namespace
}  // namespace tinlang::article
