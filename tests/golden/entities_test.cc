// What the recognizer makes of whole pages: the sample archive against its
// truth, and five real articles where they are at hand. Misses are printed;
// the thresholds are what was measured, a little rounded down.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/archive/page.h"
#include "indexer/article/html_extractor.h"
#include "indexer/entities/recognizer.h"
#include "indexer/text/syllable.h"

#include <nlohmann/json.hpp>

namespace tinlang::entities {
namespace {

using gazetteer::System;
using nlohmann::json;

const std::filesystem::path kRoot = TINLANG_SOURCE_DIR;

constexpr double kLeastNamePrecision = 0.99;
constexpr double kLeastNameRecall = 0.98;
constexpr double kLeastPostPrecision = 0.98;
constexpr double kLeastPostRecall = 0.97;
constexpr double kLeastMainPlaces = 0.96;
constexpr double kLeastEvents = 0.86;

struct Score {
  int right = 0;
  int wrong = 0;   // found and not true
  int missed = 0;  // true and not found
  double precision() const { return right == 0 ? 0 : double(right) / (right + wrong); }
  double recall() const { return right == 0 ? 0 : double(right) / (right + missed); }
};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Titles say the level of an office or not; the list of posts says it never.
std::string title_key(const std::string& title) {
  std::string key = text::canonical_key(title);
  static const std::vector<std::string> kOffices = {"phong2", "trung tâm", "ban quan3 ly1", "hat5"};
  const bool office = std::any_of(kOffices.begin(), kOffices.end(), [&](const auto& word) {
    return key.find(word) != std::string::npos;
  });
  for (const auto* level : {"huyên5", "quân5", "thi5 xa4", "thanh2 phô1", "tinh3"}) {
    const std::string ending = text::canonical_key(level);
    if (office && key.ends_with(" " + ending)) key.resize(key.size() - ending.size() - 1);
  }
  return key;
}

class EntitiesGoldenTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto units = gazetteer::Gazetteer::load(kRoot / "data");
    ASSERT_TRUE(units) << units.error().message;
    gazetteer_ = std::make_unique<gazetteer::Gazetteer>(std::move(*units));
    auto recognizer = Recognizer::load(kRoot / "data", *gazetteer_);
    ASSERT_TRUE(recognizer) << recognizer.error().message;
    recognizer_ = std::make_unique<Recognizer>(std::move(*recognizer));
  }
  static void TearDownTestSuite() {
    recognizer_.reset();
    gazetteer_.reset();
  }

  static std::optional<Entities> understand(const std::filesystem::path& file,
                                            const std::string& url) {
    archive::Page page;
    page.source = file.filename().string();
    page.url = url;
    page.bytes = read_file(file);
    const auto article = article::extract_article(page);
    if (!article) {
      std::cout << file.string() << ": " << article.error().message << '\n';
      return std::nullopt;
    }
    return recognizer_->recognize(*article);
  }

  // The unit of `system` that a path of names means.
  static std::string code_of(const json& path, gazetteer::System system) {
    const auto units = gazetteer_->as_of(system);
    std::optional<gazetteer::UnitId> unit;
    for (const auto& name : path) {
      std::optional<gazetteer::UnitId> next;
      for (const auto id : units.find_name(text::canonical_key(name.get<std::string>()))) {
        const bool child = units.unit(id).system == system && units.parent(id) == unit;
        if (child && (!next || gazetteer_->unit(id).type != "xã")) next = id;
      }
      if (!next) return "";
      unit = next;
    }
    return unit ? gazetteer_->unit(*unit).code : "";
  }

  void compare_officials(const json& truth, const Entities& found, std::ostream* misses) {
    std::map<std::string, const Official*> by_name;
    for (const auto& official : found.officials) {
      by_name[text::canonical_key(official.name)] = &official;
    }
    std::set<std::string> true_names;
    for (const auto& official : truth.at("officials")) {
      const auto name = official.at("name").get<std::string>();
      const auto key = text::canonical_key(name);
      true_names.insert(key);
      const auto match = by_name.find(key);
      if (match == by_name.end()) {
        ++names_.missed;
        *misses << "  missed " << name << '\n';
        continue;
      }
      ++names_.right;
      compare_posts(official.at("posts"), *match->second, misses);
    }
    for (const auto& [key, official] : by_name) {
      if (true_names.contains(key)) continue;
      ++names_.wrong;
      *misses << "  no official: " << official->name << '\n';
    }
  }

  void compare_posts(const json& truth, const Official& found, std::ostream* misses) {
    std::set<std::string> wanted;
    for (const auto& post : truth) wanted.insert(title_key(post.get<std::string>()));
    std::set<std::string> given;
    for (const auto& post : found.posts) given.insert(title_key(post.title));
    for (const auto& post : given) {
      ++(wanted.contains(post) ? posts_.right : posts_.wrong);
      if (!wanted.contains(post)) *misses << "  " << found.name << ": not " << post << '\n';
    }
    for (const auto& post : wanted) {
      if (given.contains(post)) continue;
      ++posts_.missed;
      *misses << "  " << found.name << ": missed " << post << '\n';
    }
  }

  void compare_place(const json& truth, const Entities& found, gazetteer::System system,
                     std::ostream* misses) {
    const bool has_main =
        !found.localities.empty() && found.localities[0].role == LocalityRole::kMain;
    const std::string given = has_main ? found.localities[0].code : "";
    const bool right = given == code_of(truth, system);
    ++(right ? places_.right : places_.wrong);
    if (!right) *misses << "  main place " << given << ", not " << truth.dump() << '\n';
  }

  void compare_event(const json& truth, const Entities& found, std::ostream* misses) {
    const std::string wanted = truth.is_null() ? "" : truth.at("date").get<std::string>();
    const std::string given = found.event ? calendar::to_iso_date(*found.event) : "";
    ++(given == wanted ? events_.right : events_.wrong);
    if (given != wanted) *misses << "  event " << given << ", not " << wanted << '\n';
  }

  void print_summary() const {
    std::cout << "names: precision " << names_.precision() << " recall " << names_.recall()
              << "\nposts: precision " << posts_.precision() << " recall " << posts_.recall()
              << "\nmain places: " << places_.right << " of " << places_.right + places_.wrong
              << "\nevents: " << events_.right << " of " << events_.right + events_.wrong << '\n';
  }

  Score names_;
  Score posts_;
  Score places_;
  Score events_;
  static inline std::unique_ptr<gazetteer::Gazetteer> gazetteer_;
  static inline std::unique_ptr<Recognizer> recognizer_;
};

std::map<std::string, std::string> read_urls(const std::filesystem::path& table) {
  std::map<std::string, std::string> urls;
  std::ifstream file(table);
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    std::string name;
    std::string url;
    std::getline(cells, name, '\t');
    std::getline(cells, url, '\t');
    urls[name] = url;
  }
  return urls;
}

TEST_F(EntitiesGoldenTest, SamplePagesGiveWhatACarefulReaderTakes) {
  const auto urls = read_urls(kRoot / "data/sample/urls.tsv");
  std::ifstream truths(kRoot / "tests/golden/sample_truth.jsonl");
  ASSERT_TRUE(truths.is_open());
  int pages = 0;
  for (std::string line; std::getline(truths, line);) {
    const json truth = json::parse(line);
    const auto file = truth.at("file").get<std::string>();
    ASSERT_TRUE(urls.contains(file)) << file;
    const auto found = understand(kRoot / "data/sample" / file, urls.at(file));
    ASSERT_TRUE(found) << file;
    ++pages;
    const auto& published = truth.at("published");
    const auto& event = truth.at("event");
    const std::string day = !published.is_null() ? published.at("date").get<std::string>()
                            : !event.is_null()   ? event.at("date").get<std::string>()
                                                 : "";
    std::ostringstream misses;
    compare_officials(truth, *found, &misses);
    compare_place(truth.at("locality"), *found,
                  day >= gazetteer::kTwoLevelSince ? System::kTwoLevel : System::kThreeLevel,
                  &misses);
    compare_event(event, *found, &misses);
    if (!misses.str().empty()) std::cout << file << '\n' << misses.str();
  }
  print_summary();
  EXPECT_GE(pages, 60);
  EXPECT_GE(names_.precision(), kLeastNamePrecision);
  EXPECT_GE(names_.recall(), kLeastNameRecall);
  EXPECT_GE(posts_.precision(), kLeastPostPrecision);
  EXPECT_GE(posts_.recall(), kLeastPostRecall);
  EXPECT_GE(places_.precision(), kLeastMainPlaces);
  EXPECT_GE(events_.precision(), kLeastEvents);
}

TEST_F(EntitiesGoldenTest, RealArticlesGiveAllOfficialsPlacesAndEvents) {
  const auto seeds = kRoot / "../shared/seeds";
  if (!std::filesystem::exists(seeds / "gold.json")) {
    GTEST_SKIP() << "the real articles are not beside this checkout";
  }
  const json gold = json::parse(read_file(seeds / "gold.json"));
  for (const auto& truth : gold.at("articles")) {
    const auto file = truth.at("file").get<std::string>();
    const auto found = understand(seeds / file, "");
    ASSERT_TRUE(found) << file;
    std::ostringstream misses;
    compare_officials(truth, *found, &misses);
    compare_place(truth.at("locality"), *found, System::kThreeLevel, &misses);
    compare_event(truth.at("event"), *found, &misses);
    if (!misses.str().empty()) std::cout << file << '\n' << misses.str();
  }
  print_summary();
  EXPECT_EQ(names_.missed + names_.wrong, 0);
  EXPECT_EQ(posts_.missed + posts_.wrong, 0);
  EXPECT_EQ(places_.right, 5);
  EXPECT_EQ(events_.wrong, 0);
}

}  // namespace
}  // namespace tinlang::entities
