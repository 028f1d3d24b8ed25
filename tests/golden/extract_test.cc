// Whole pages against what a reader says of them: the five real articles where
// they are at hand, and every page of data/sample.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/article/html_extractor.h"

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

std::vector<Json> sample_truths() {
  std::vector<Json> truths;
  std::ifstream file(kSource / "tests/golden/sample_truth.jsonl");
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) truths.push_back(Json::parse(line));
  }
  return truths;
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

}  // namespace
}  // namespace tinlang::article
