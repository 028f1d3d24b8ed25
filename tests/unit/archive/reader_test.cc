#include "indexer/archive/reader.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"
#include "tests/unit/archive/archive_builder.h"

#include <sys/stat.h>

namespace tinlang::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

struct Reading {
  Result<ReadReport> report;
  std::vector<Page> pages;
  std::vector<std::string> names;  // of the pages, relative to the folder
};

Reading read(const tinlang::testing::ScratchFolder& folder,
             const std::vector<std::filesystem::path>& inputs) {
  Reading reading{ReadReport{}, {}, {}};
  reading.report = read_pages(inputs, [&](Page page) {
    reading.names.push_back(
        std::filesystem::path(page.source).lexically_relative(folder.path()).string());
    reading.pages.push_back(std::move(page));
    return true;
  });
  return reading;
}

TEST(ReadPages, WalksFoldersInOrderOfNamesAndCountsOtherFiles) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("b/2.html", "two");
  folder.write("b/1.HTM", "one");
  folder.write("a.html", "zero");
  folder.write("b/view.aspx", "\n<!DOCTYPE HTML><html>");
  folder.write("b/photo.jpg", "\xFF\xD8");
  folder.write("b/robots.txt", "User-agent: *");
  const auto reading = read(folder, {folder.path()});
  ASSERT_TRUE(reading.report);
  EXPECT_THAT(reading.names, ElementsAre("a.html", "b/1.HTM", "b/2.html", "b/view.aspx"));
  EXPECT_EQ(reading.pages[1].bytes, "one");
  EXPECT_EQ(reading.report->pages, 4U);
  EXPECT_EQ(reading.report->other_files, 2U);
  EXPECT_TRUE(reading.report->refused.empty());
}

TEST(ReadPages, TakesPlainTextThatIsNoCopyOfAPage) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("7.html", "<p>bảy");
  folder.write("7.txt", "copy");
  folder.write("7_visible.txt", "copy");
  folder.write("70.txt", "story");
  folder.write("a/7.txt", "story");
  folder.write("Robots.TXT", "User-agent: *");
  const auto reading = read(folder, {folder.path()});
  EXPECT_THAT(reading.names, ElementsAre("7.html", "70.txt", "a/7.txt"));
  EXPECT_EQ(reading.report->other_files, 3U);
}

TEST(ReadPages, TakesEveryFileThatIsNamedItself) {
  const tinlang::testing::ScratchFolder folder;
  const auto file = folder.write("notes.txt", "text");
  EXPECT_THAT(read(folder, {file}).names, ElementsAre("notes.txt"));
}

TEST(ReadPages, OpensArchivesByNameInFoldersAndAsInputs) {
  const tinlang::testing::ScratchFolder folder;
  const auto warc = folder.write("b.WARC", testing::record(testing::response("<p>hai")));
  folder.write("c.warc.gz", testing::deflated(testing::record(testing::response("<p>ba"))));
  folder.write("a.html", "<p>một");
  folder.write("._a.html", "beside");
  testing::pack(folder.path() / "d.zip", testing::Packing::kZip, {{"x.html", "<p>bốn"}});
  EXPECT_THAT(read(folder, {folder.path()}).names,
              ElementsAre("a.html", "b.WARC#1", "c.warc.gz#1", "d.zip#x.html"));
  EXPECT_THAT(read(folder, {warc}).names, ElementsAre("b.WARC#1"));
}

TEST(ReadPages, GivesAddressAndCaptureFromTheTableAboveTheFiles) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("urls.tsv",
               "file\turl\tcaptured_at\na/x.html\thttp://a.vn/x\t2026-01-05T03:00:00Z\n");
  folder.write("a/x.html", "x");
  folder.write("a/y.html", "y");
  const auto reading = read(folder, {folder.path() / ""});
  ASSERT_TRUE(reading.report) << reading.report.error().message;
  ASSERT_EQ(reading.pages.size(), 2U);
  EXPECT_EQ(reading.pages[0].url, "http://a.vn/x");
  EXPECT_EQ(reading.pages[0].captured_at, "2026-01-05T03:00:00Z");
  EXPECT_EQ(reading.pages[1].url, "");
}

TEST(ReadPages, DoesNotFollowSymbolicLinks) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("a/x.html", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a/loop");
  std::filesystem::create_symlink("none.html", folder.path() / "a/lost.html");
  const auto reading = read(folder, {folder.path()});
  EXPECT_THAT(reading.names, ElementsAre("a/x.html"));
  EXPECT_EQ(reading.report->other_files, 2U);
}

TEST(ReadPages, OpensNoPipe) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("x.html", "x");
  ASSERT_EQ(mkfifo((folder.path() / "a.html").c_str(), 0600), 0);
  const auto reading = read(folder, {folder.path()});
  EXPECT_THAT(reading.names, ElementsAre("x.html"));
  EXPECT_EQ(reading.report->other_files, 1U);
}

TEST(ReadPages, StopsWhenTheSinkHasEnough) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("1.html", "");
  folder.write("2.html", "");
  const std::vector<std::filesystem::path> inputs = {folder.path()};
  std::size_t taken = 0;
  ASSERT_TRUE(read_pages(inputs, [&](const Page&) { return ++taken < 1; }));
  EXPECT_EQ(taken, 1U);
}

TEST(ReadPagesErrors, NameAMissingInputBeforeAnyPageIsRead) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("1.html", "");
  const auto reading = read(folder, {folder.path(), folder.path() / "none"});
  ASSERT_FALSE(reading.report);
  EXPECT_EQ(reading.report.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(reading.report.error().message, EndsWith("none: no such file or folder"));
  EXPECT_TRUE(reading.pages.empty());
}

TEST(ReadPagesErrors, RefuseABrokenTableByItsLine) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("urls.tsv", "file\turl\tcaptured_at\na\tb\tc\td\n");
  const auto reading = read(folder, {folder.path()});
  ASSERT_FALSE(reading.report);
  EXPECT_THAT(reading.report.error().message, HasSubstr("urls.tsv:2:"));
}

TEST(ReadPagesErrors, NameRowsWithoutAnAddressOrATimeAndReadTheRest) {
  const tinlang::testing::ScratchFolder folder;
  folder.write(
      "urls.tsv",
      "file\turl\tcaptured_at\na.html\tjavascript:x()\t\nb.html\thttp://a.vn/b\tyesterday"
      "\nc.html\thttp://a.vn/c d\t\nd.html\t\t2026-01-05\ne.html\tHTTPS://a.vn/tin-tức\t\n");
  for (const char* name : {"a.html", "b.html", "c.html", "d.html", "e.html"})
    folder.write(name, "x");
  const auto reading = read(folder, {folder.path()});
  ASSERT_TRUE(reading.report) << reading.report.error().message;
  EXPECT_THAT(reading.names, ElementsAre("b.html", "d.html", "e.html"));
  EXPECT_EQ(reading.pages[0].url, "http://a.vn/b");
  EXPECT_EQ(reading.pages[0].captured_at, "");
  EXPECT_EQ(reading.pages[1].captured_at, "2026-01-05");
  ASSERT_EQ(reading.report->refused.size(), 3U);
  EXPECT_THAT(reading.report->refused[0].reason, HasSubstr("urls.tsv:2: no web address"));
  EXPECT_THAT(reading.report->refused[1].reason, HasSubstr("urls.tsv:3: no time"));
  EXPECT_THAT(reading.report->refused[2].reason, HasSubstr("urls.tsv:4: no web address"));
}

TEST(ReadPagesErrors, RefuseATooLargePageByNameAndReadTheRest) {
  const tinlang::testing::ScratchFolder folder;
  const auto large = folder.write("1.html", "");
  std::filesystem::resize_file(large, kMaxPageBytes + 1);
  folder.write("2.html", "x");
  const auto reading = read(folder, {folder.path()});
  ASSERT_TRUE(reading.report);
  EXPECT_THAT(reading.names, ElementsAre("2.html"));
  ASSERT_EQ(reading.report->refused.size(), 1U);
  EXPECT_THAT(reading.report->refused[0].reason, HasSubstr("1.html: page of 20971521 bytes"));
}

}  // namespace
}  // namespace tinlang::archive
