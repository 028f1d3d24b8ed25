#include "indexer/schema/index_stamp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/fields.h"
#include "indexer/schema/index_folder.h"
#include "tests/support/scratch_folder.h"

namespace tinlang::schema {
namespace {

using ::testing::HasSubstr;

TEST(IndexStamp, ComesBackFromTheDatabase) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  write_stamp(database, {kFormatVersion, "a-1", "b-1", "2026-01-05T03:00:00Z", 7});
  const auto stamp = read_stamp(database);
  ASSERT_TRUE(stamp) << stamp.error().message;
  EXPECT_EQ(stamp->format_version, kFormatVersion);
  EXPECT_EQ(stamp->analyzer, "a-1");
  EXPECT_EQ(stamp->build_id, "b-1");
  EXPECT_EQ(stamp->created_at, "2026-01-05T03:00:00Z");
  EXPECT_EQ(stamp->articles, 7U);
  EXPECT_TRUE(check_compatible(*stamp, "a-1"));
}

TEST(IndexStampErrors, RefuseADatabaseOfAnotherProgram) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  EXPECT_EQ(read_stamp(database).error().code, ErrorCode::kIncompatible);
  database.set_metadata("tinlang", "{\"format\": \"one\"}");
  EXPECT_EQ(read_stamp(database).error().code, ErrorCode::kIncompatible);
}

TEST(IndexStampErrors, NameBothFormatsAndBothAnalyses) {
  const auto format = check_compatible({kFormatVersion + 1, "a-1", "", "", 0}, "a-1");
  ASSERT_FALSE(format);
  EXPECT_EQ(format.error().code, ErrorCode::kIncompatible);
  EXPECT_THAT(format.error().message, HasSubstr(std::to_string(kFormatVersion + 1)));
  EXPECT_THAT(format.error().message, HasSubstr("rebuild"));

  const auto analysis = check_compatible({kFormatVersion, "a-1", "", "", 0}, "a-2");
  ASSERT_FALSE(analysis);
  EXPECT_THAT(analysis.error().message, HasSubstr("\"a-1\""));
  EXPECT_THAT(analysis.error().message, HasSubstr("\"a-2\""));
}

TEST(OfficialName, ComesBackAndRefusesForeignBytes) {
  const auto name = decode_official(encode(OfficialName{"Lò Văn Ún", "2023-05"}));
  ASSERT_TRUE(name);
  EXPECT_EQ(name->name, "Lò Văn Ún");
  EXPECT_EQ(name->date, "2023-05");
  EXPECT_FALSE(decode_official("[]"));
}

TEST(IndexFolder, PointsToTheCurrentBuild) {
  const tinlang::testing::ScratchFolder folder;
  std::filesystem::create_directories(folder.path() / "b1");
  std::filesystem::create_symlink("b1", folder.path() / kCurrentName);
  EXPECT_EQ(*current_build(folder.path()), folder.path() / "b1");
}

TEST(IndexFolderErrors, TellAMissingFolderFromAnEmptyOneAndALostBuild) {
  const tinlang::testing::ScratchFolder folder;
  EXPECT_THAT(current_build(folder.path() / "none").error().message,
              HasSubstr("no such index folder"));
  EXPECT_THAT(current_build(folder.path()).error().message, HasSubstr("no finished index build"));
  std::filesystem::create_symlink("b1", folder.path() / kCurrentName);
  EXPECT_THAT(current_build(folder.path()).error().message, HasSubstr("missing build b1"));
}

}  // namespace
}  // namespace tinlang::schema
