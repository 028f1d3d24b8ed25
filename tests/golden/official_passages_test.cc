// Officials of written passages (official_passages.tsv) against their truth.
// The report lies beside them; TINLANG_RENEW_GOLDEN=1 writes it anew.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/entities/recognizer.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

const std::filesystem::path kRoot = TINLANG_SOURCE_DIR;

constexpr double kLeastNameF1 = 0.97;
constexpr double kLeastPairF1 = 0.95;

struct Tally {
  int right = 0;
  int wrong = 0;   // found and not true
  int missed = 0;  // true and not found
  double precision() const { return right == 0 ? 0 : double(right) / (right + wrong); }
  double recall() const { return right == 0 ? 0 : double(right) / (right + missed); }
  double f1() const { return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed); }
};

std::vector<std::string> split(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return parts;
}

struct Labels {
  std::set<std::string> names;
  std::set<std::string> pairs;  // "name: title"
};

// "A: post + post; B: post".
Labels read_labels(const std::string& cell) {
  Labels labels;
  for (const auto& person : split(cell, "; ")) {
    const auto colon = person.find(": ");
    const auto name = text::canonical_key(person.substr(0, colon));
    labels.names.insert(name);
    for (const auto& post : split(person.substr(colon + 2), " + ")) {
      labels.pairs.insert(name + ": " + text::canonical_key(post));
    }
  }
  return labels;
}

Labels labels_of(const Entities& entities) {
  Labels labels;
  for (const auto& official : entities.officials) {
    const auto name = text::canonical_key(official.name);
    labels.names.insert(name);
    for (const auto& post : official.posts) {
      labels.pairs.insert(name + ": " + text::canonical_key(post.title));
    }
  }
  return labels;
}

void compare(const std::set<std::string>& truth, const std::set<std::string>& found, Tally* tally,
             std::ostream* misses) {
  for (const auto& label : truth) {
    ++(found.contains(label) ? tally->right : tally->missed);
    if (!found.contains(label)) *misses << "  missed  " << label << '\n';
  }
  for (const auto& label : found) {
    if (truth.contains(label)) continue;
    ++tally->wrong;
    *misses << "  wrong   " << label << '\n';
  }
}

std::string line_of(std::string_view what, const Tally& tally) {
  char line[160];
  std::snprintf(line, sizeof line,
                "%-13s right %3d  wrong %2d  missed %2d  P %.3f  R %.3f  F1 %.3f\n",
                std::string(what).c_str(), tally.right, tally.wrong, tally.missed,
                tally.precision(), tally.recall(), tally.f1());
  return line;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(OfficialPassages, GiveTheOfficialsThatTheReportSays) {
  const auto units = gazetteer::Gazetteer::load(kRoot / "data");
  ASSERT_TRUE(units) << units.error().message;
  const auto recognizer = Recognizer::load(kRoot / "data", *units);
  ASSERT_TRUE(recognizer) << recognizer.error().message;

  Tally names;
  Tally pairs;
  std::ostringstream misses;
  int passages = 0;
  std::ifstream table(kRoot / "tests/golden/official_passages.tsv");
  std::string line;
  std::getline(table, line);
  for (; std::getline(table, line); ++passages) {
    const auto tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    article::Article article;
    article.title = "Tin trong ngày";
    article.paragraphs = split(line.substr(0, tab), " ¶ ");
    const auto truth = read_labels(line.substr(tab + 1));
    const auto found = labels_of(recognizer->recognize(article));
    std::ostringstream own;
    compare(truth.names, found.names, &names, &own);
    compare(truth.pairs, found.pairs, &pairs, &own);
    if (!own.str().empty()) misses << '\n' << line.substr(0, tab) << '\n' << own.str();
  }
  const std::string report =
      std::to_string(passages) + " passages (keys of names and posts below)\n" +
      line_of("names", names) + line_of("name and post", pairs) + misses.str();

  const auto path = kRoot / "tests/golden/officials_report.txt";
  if (std::getenv("TINLANG_RENEW_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << report;
  }
  EXPECT_EQ(read_file(path), report) << "run with TINLANG_RENEW_GOLDEN=1 and review the difference";
  EXPECT_GE(passages, 300);
  EXPECT_GE(names.f1(), kLeastNameF1);
  EXPECT_GE(pairs.f1(), kLeastPairF1);
}

}  // namespace
}  // namespace tinlang::entities
