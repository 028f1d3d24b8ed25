#include "indexer/writer/index_writer.h"

#include <algorithm>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/fields.h"
#include "indexer/schema/index_folder.h"
#include "indexer/schema/index_stamp.h"
#include "indexer/text/analyzer.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/index_check.h"
#include "tests/support/scratch_folder.h"

namespace tinlang::writer {
namespace {

using ::testing::HasSubstr;

schema::ArticleRecord make_article(const std::string& name, const std::string& body) {
  schema::ArticleRecord record;
  record.url = "http://a.vn/" + name;
  record.id = schema::article_id(record.url, "");
  record.source = name + ".html";
  record.title = name;
  record.body = body;
  record.sha256 = body;  // stands for the hash of the page
  record.published = calendar::make_day(2023, 5, 8);
  record.officials = {{"id-a", "A", {{"Tỉnh ủy viên", "", "", false}, {"Bí thư", "", "", false}}}};
  return record;
}

class IndexWriterTest : public ::testing::Test {
 protected:
  std::filesystem::path index() const { return folder_.path() / "index"; }

  static Result<PutOutcome> put(IndexWriter& writer, const schema::ArticleRecord& record) {
    auto analyzer = text::Analyzer::create();
    return writer.put(record, build_document(record, *analyzer));
  }

  // One run of the indexer over these articles.
  BuildReport run(const std::vector<schema::ArticleRecord>& articles) {
    auto writer = IndexWriter::open(index());
    EXPECT_TRUE(writer) << writer.error().message;
    for (const auto& article : articles) EXPECT_TRUE(put(*writer, article));
    return *writer->finish();
  }

  std::uint64_t article_count() const { return check_index(index())->articles; }

  std::size_t build_count() const {
    std::size_t builds = 0;
    for (const auto& entry : std::filesystem::directory_iterator(index())) {
      if (entry.is_directory() && !entry.is_symlink()) ++builds;
    }
    return builds;
  }

  tinlang::testing::ScratchFolder folder_;
};

TEST_F(IndexWriterTest, MakesABuildThatIsSoundAndCurrent) {
  const auto report = run({make_article("x", "một"), make_article("y", "hai")});
  EXPECT_TRUE(report.switched);
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(schema::current_build(index())->filename(), report.build_id);
  const auto check = check_index(index());
  ASSERT_TRUE(check);
  EXPECT_TRUE(check->faults.empty());
  EXPECT_EQ(check->build_id, report.build_id);
}

TEST_F(IndexWriterTest, MakesAnEmptyBuildOfNothing) {
  EXPECT_EQ(run({}).articles, 0U);
  EXPECT_EQ(article_count(), 0U);
}

TEST_F(IndexWriterTest, KeepsTheBuildWhenNothingChanged) {
  const auto first = run({make_article("x", "một")});
  const auto second = run({make_article("x", "một")});
  EXPECT_FALSE(second.switched);
  EXPECT_EQ(second.build_id, first.build_id);
  EXPECT_EQ(second.articles, 1U);
  EXPECT_EQ(build_count(), 1U);
}

TEST_F(IndexWriterTest, ReplacesAChangedPageAndAddsANewOne) {
  run({make_article("x", "một")});
  auto writer = IndexWriter::open(index());
  ASSERT_TRUE(writer);
  EXPECT_EQ(*put(*writer, make_article("x", "khác")), PutOutcome::kReplaced);
  EXPECT_EQ(*put(*writer, make_article("y", "hai")), PutOutcome::kAdded);
  EXPECT_EQ(*put(*writer, make_article("y", "hai")), PutOutcome::kUnchanged);
  EXPECT_EQ(writer->finish()->articles, 2U);
}

TEST_F(IndexWriterTest, KeepsTheNewerOfTwoCapturesInEitherOrder) {
  auto older = make_article("x", "cũ");
  older.source = "2024.html";
  older.captured_at = "2024-01-01T00:00:00Z";
  auto newer = make_article("x", "mới");
  newer.source = "2025.html";
  newer.captured_at = "2025-01-01T00:00:00Z";
  for (const bool newer_first : {true, false}) {
    std::filesystem::remove_all(index());
    auto writer = IndexWriter::open(index());
    ASSERT_TRUE(writer);
    const auto first = put(*writer, newer_first ? newer : older);
    const auto second = put(*writer, newer_first ? older : newer);
    EXPECT_EQ(*first, PutOutcome::kAdded);
    EXPECT_EQ(*second, newer_first ? PutOutcome::kOlder : PutOutcome::kReplaced);
    ASSERT_TRUE(writer->finish());
    const Xapian::Database database(schema::current_build(index())->string());
    EXPECT_EQ(schema::decode(database.get_document(1).get_data())->body, "mới");
  }
}

TEST_F(IndexWriterTest, KeepsThePreviousBuildAndNoOlderOne) {
  const auto first = run({make_article("x", "1")});
  const auto second = run({make_article("x", "2")});
  const auto third = run({make_article("x", "3")});
  EXPECT_FALSE(std::filesystem::exists(index() / first.build_id));
  EXPECT_TRUE(std::filesystem::exists(index() / second.build_id));
  EXPECT_TRUE(std::filesystem::exists(index() / third.build_id));
}

TEST_F(IndexWriterTest, LeavesTheCurrentBuildAloneUntilItFinishes) {
  const auto first = run({make_article("x", "1")});
  {
    auto writer = IndexWriter::open(index());
    ASSERT_TRUE(writer);
    ASSERT_TRUE(put(*writer, make_article("x", "2")));
    EXPECT_EQ(schema::current_build(index())->filename(), first.build_id);
  }
  EXPECT_EQ(schema::current_build(index())->filename(), first.build_id);
}

TEST_F(IndexWriterTest, GoesOnFromWhatAnUnfinishedRunCommitted) {
  {
    auto writer = IndexWriter::open(index());
    ASSERT_TRUE(writer);
    ASSERT_TRUE(put(*writer, make_article("x", "một")));
  }
  auto writer = IndexWriter::open(index());
  ASSERT_TRUE(writer);
  EXPECT_EQ(*put(*writer, make_article("x", "một")), PutOutcome::kUnchanged);
  EXPECT_EQ(*put(*writer, make_article("y", "hai")), PutOutcome::kAdded);
  EXPECT_EQ(writer->finish()->articles, 2U);
}

TEST_F(IndexWriterTest, SpellsAnOfficialAsTheLatestArticleInAnyOrder) {
  auto earlier = make_article("x", "1");
  earlier.published = calendar::make_day(2020, 1, 1);
  earlier.officials[0].name = "Thuý";
  auto later = make_article("y", "2");
  later.officials[0].name = "Thúy";
  auto same_day = make_article("z", "3");
  same_day.officials[0].name = "THÚY";
  std::vector articles = {earlier, later, same_day};
  for (int order = 0; order < 3; ++order) {
    std::filesystem::remove_all(index());
    std::rotate(articles.begin(), articles.begin() + 1, articles.end());
    run(articles);
    const Xapian::Database database(schema::current_build(index())->string());
    const auto name = schema::decode_official(database.get_metadata("official:id-a"));
    ASSERT_TRUE(name);
    EXPECT_EQ(name->name, "Thúy");
    EXPECT_EQ(name->date, "2023-05-08");
  }
}

TEST_F(IndexWriterTest, CountsWhatTheIndexHolds) {
  run({make_article("x", "một"), make_article("y", "hai")});
  const auto stats = index_stats(index());
  ASSERT_TRUE(stats);
  EXPECT_EQ(stats->articles, 2U);
  EXPECT_EQ(stats->with_date, 2U);
  EXPECT_EQ(stats->with_locality, 0U);
  EXPECT_EQ(stats->officials, 1U);
  EXPECT_GT(stats->bytes, 0U);
}

TEST_F(IndexWriterTest, RefusesASecondWriter) {
  const auto first = IndexWriter::open(index());
  ASSERT_TRUE(first);
  const auto second = IndexWriter::open(index());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(second.error().message, HasSubstr("another indexer"));
}

TEST_F(IndexWriterTest, RefusesAnIndexOfAnotherFormatAndLeavesIt) {
  const auto report = run({make_article("x", "một")});
  {
    Xapian::WritableDatabase database((index() / report.build_id).string());
    schema::write_stamp(database, {schema::kFormatVersion + 1, "a", "b", "", 1});
  }
  const auto writer = IndexWriter::open(index());
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, ErrorCode::kIncompatible);
  EXPECT_THAT(writer.error().message, HasSubstr(report.build_id));
  EXPECT_FALSE(check_index(index()));
}

TEST_F(IndexWriterTest, FindsADamagedBuild) {
  const auto report = run({make_article("x", "một")});
  {
    Xapian::WritableDatabase database((index() / report.build_id).string());
    Xapian::Document document = database.get_document(1);
    document.set_data("not a record");
    database.replace_document(1, document);
  }
  const auto check = check_index(index());
  ASSERT_TRUE(check);
  ASSERT_EQ(check->faults.size(), 1U);
  EXPECT_THAT(check->faults[0], HasSubstr("article 1"));
}

}  // namespace
}  // namespace tinlang::writer
