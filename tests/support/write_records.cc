// Adds articles to an index without pages to extract them from:
// write_records INDEX < lines of {"name","title","body","locality":["40","428"],
// "mentions":[["38"]],"officials":[["id","name","post","body","428"]],"date":"2023-05-08","site":"a.gov.vn"};
// all but `name` may be absent, of an official body and place.

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "tests/support/small_index.h"

#include <nlohmann/json.hpp>

namespace {

tinlang::schema::ArticleRecord to_record(const nlohmann::json& line) {
  auto record = tinlang::testing::make_article(line.at("name"), line.value("title", ""),
                                               line.value("body", ""));
  const auto codes = line.value("locality", std::vector<std::string>());
  if (!codes.empty()) record.localities = {{codes, codes, true, 1}};
  for (const auto& mention : line.value("mentions", std::vector<std::vector<std::string>>())) {
    record.localities.push_back({mention, mention, false, 1});
  }
  record.site = line.value("site", record.site);
  for (const auto& official : line.value("officials", nlohmann::json::array())) {
    const auto optional = [&](std::size_t i) {
      return official.size() > i ? official.at(i).get<std::string>() : std::string();
    };
    record.officials.push_back(
        {official.at(0), official.at(1), {{official.at(2), optional(3), optional(4), false}}});
  }
  if (line.contains("date")) {
    record.published =
        tinlang::calendar::parse_iso_date(line.at("date").get<std::string>()).value();
  }
  return record;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return EXIT_FAILURE;
  auto writer = tinlang::writer::IndexWriter::open(argv[1]);
  auto analyzer = tinlang::text::Analyzer::create();
  if (!writer || !analyzer) return EXIT_FAILURE;
  for (std::string line; std::getline(std::cin, line);) {
    const auto record = to_record(nlohmann::json::parse(line));
    if (!writer->put(record, tinlang::writer::build_document(record, *analyzer))) {
      return EXIT_FAILURE;
    }
  }
  const auto report = writer->finish();
  if (!report) return EXIT_FAILURE;
  std::cout << report->build_id << '\n';
  return EXIT_SUCCESS;
}
