// Indexes of a few articles, written as the indexer writes them.

#ifndef TINLANG_TESTS_SUPPORT_SMALL_INDEX_H_
#define TINLANG_TESTS_SUPPORT_SMALL_INDEX_H_

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"
#include "indexer/text/analyzer.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/index_writer.h"

namespace tinlang::testing {

// An article about nothing else; its docid is its place in the list given to write_index().
inline schema::ArticleRecord make_article(const std::string& name, const std::string& title,
                                          const std::string& body) {
  schema::ArticleRecord record;
  record.url = "http://a.gov.vn/" + name;
  record.id = schema::article_id(record.url, "");
  record.source = name + ".html";
  record.site = "a.gov.vn";
  record.title = title;
  record.body = body;
  record.sha256 = std::string(64, '0');
  return record;
}

// Adds `articles` to the index and makes the new build current; throws when that fails.
inline std::string write_index(const std::filesystem::path& index,
                               const std::vector<schema::ArticleRecord>& articles) {
  auto writer = writer::IndexWriter::open(index);
  if (!writer) throw std::runtime_error(writer.error().message);
  auto analyzer = text::Analyzer::create();
  for (const auto& article : articles) {
    const auto put = writer->put(article, writer::build_document(article, *analyzer));
    if (!put) throw std::runtime_error(put.error().message);
  }
  const auto report = writer->finish();
  if (!report) throw std::runtime_error(report.error().message);
  return report->build_id;
}

}  // namespace tinlang::testing

#endif  // TINLANG_TESTS_SUPPORT_SMALL_INDEX_H_
