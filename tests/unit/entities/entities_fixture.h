// One recognizer over the repository's data for all tests of a program.

#ifndef TINLANG_TESTS_UNIT_ENTITIES_ENTITIES_FIXTURE_H_
#define TINLANG_TESTS_UNIT_ENTITIES_ENTITIES_FIXTURE_H_

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/entities/recognizer.h"

namespace tinlang::entities {

class EntitiesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto data = std::filesystem::path(TINLANG_SOURCE_DIR) / "data";
    auto units = gazetteer::Gazetteer::load(data);
    ASSERT_TRUE(units) << units.error().message;
    gazetteer_ = std::make_unique<gazetteer::Gazetteer>(std::move(*units));
    auto recognizer = Recognizer::load(data, *gazetteer_);
    ASSERT_TRUE(recognizer) << recognizer.error().message;
    recognizer_ = std::make_unique<Recognizer>(std::move(*recognizer));
  }
  static void TearDownTestSuite() {
    recognizer_.reset();
    gazetteer_.reset();
  }

  static article::Article make_article(std::string title, std::vector<std::string> paragraphs,
                                       std::string site = "") {
    article::Article article;
    article.title = std::move(title);
    article.paragraphs = std::move(paragraphs);
    if (!article.paragraphs.empty()) article.lead = article.paragraphs.front();
    article.site = std::move(site);
    return article;
  }

  // "Nguyễn Văn A: Bí thư Huyện ủy, Chủ tịch ...", one line a person.
  static std::vector<std::string> officials_of(const article::Article& article) {
    std::vector<std::string> lines;
    for (const auto& official : recognizer_->recognize(article).officials) {
      std::string line = official.name + ":";
      for (const auto& post : official.posts) {
        line += (&post == &official.posts.front() ? " " : ", ") + post.title;
      }
      lines.push_back(line);
    }
    return lines;
  }

  static std::string main_place_of(const article::Article& article) {
    const auto entities = recognizer_->recognize(article);
    if (entities.localities.empty() || entities.localities[0].role != LocalityRole::kMain)
      return "";
    std::string path;
    for (const auto& name : entities.localities[0].path) path += (path.empty() ? "" : "/") + name;
    return path;
  }

  static inline std::unique_ptr<gazetteer::Gazetteer> gazetteer_;
  static inline std::unique_ptr<Recognizer> recognizer_;
};

}  // namespace tinlang::entities

#endif  // TINLANG_TESTS_UNIT_ENTITIES_ENTITIES_FIXTURE_H_
