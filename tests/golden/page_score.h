// How far a reading of a page agrees with its truth.

#ifndef TINLANG_TESTS_GOLDEN_PAGE_SCORE_H_
#define TINLANG_TESTS_GOLDEN_PAGE_SCORE_H_

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/article/article.h"

#include <nlohmann/json.hpp>

namespace tinlang::article {

// {"date", "precision"} and "time" where it is known; null for none.
nlohmann::json date_json(const std::optional<calendar::Date>& date);

// How many of the words of `body` are in `visible` as often: 1 when all are.
double precision_of(const std::string& body, const std::string& visible);

// How one layout is read, summed over its pages.
struct LayoutScore {
  std::size_t pages = 0;
  std::size_t title = 0;
  std::size_t date = 0;
  std::size_t byline = 0;
  std::size_t bodies = 0;  // pages whose whole body is known
  double precision = 0;
  double recall = 0;
  std::size_t kept = 0;  // pages whose tags, section, attachments, photographer are known
  std::size_t tags = 0;
  std::size_t category = 0;
  std::size_t attachments = 0;
  std::size_t photos = 0;

  double f1() const;
};

void add(LayoutScore& sum, const LayoutScore& more);

// What a program read from a page.
struct Reading {
  std::string title;
  std::string byline;
  std::string body;
  nlohmann::json published;
  nlohmann::json kept;  // null for a program that reads none of it
};

// Tags, section, attachments and photographer, by the keys of truth.jsonl.
nlohmann::json kept_json(const Article& article);

Reading reading_of(const Article& article);

LayoutScore score_page(const nlohmann::json& truth, const Reading& reading);

}  // namespace tinlang::article

#endif  // TINLANG_TESTS_GOLDEN_PAGE_SCORE_H_
