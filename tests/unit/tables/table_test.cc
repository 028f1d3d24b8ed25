#include "indexer/tables/table.h"

#include <array>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/tables/data_folder.h"
#include "tests/support/scratch_folder.h"

namespace tinlang::tables {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;

constexpr std::array<std::string_view, 2> kColumns = {"code", "name"};

TEST(Table, GivesRowsWithTheirLinesAndFillsMissingCells) {
  const testing::ScratchFolder folder;
  const auto file = folder.write("t.tsv", "# units\ncode\tname\tnote\n\n40\tNghệ An\r\n38\t\tx\n");
  const auto table = Table::read(file, kColumns);
  ASSERT_TRUE(table) << table.error().message;
  ASSERT_EQ(table->rows().size(), 2U);
  EXPECT_EQ(table->rows()[0].line, 4U);
  EXPECT_THAT(table->rows()[0].cells, ElementsAre("40", "Nghệ An", ""));
  EXPECT_THAT(table->rows()[1].cells, ElementsAre("38", "", "x"));
}

TEST(Table, KeepsItsRowsWhenMoved) {
  const testing::ScratchFolder folder;
  auto read = Table::read(folder.write("t.tsv", "code\tname\n1\ta\n"), kColumns);
  ASSERT_TRUE(read);
  const Table moved = *std::move(read);
  EXPECT_THAT(moved.rows()[0].cells, ElementsAre("1", "a"));
}

struct RefusedTable {
  const char* name;
  const char* bytes;
  const char* message_end;
};
void PrintTo(const RefusedTable& test, std::ostream* out) { *out << test.name; }

class TableRefuses : public ::testing::TestWithParam<RefusedTable> {};

TEST_P(TableRefuses, NamingFileAndLine) {
  const testing::ScratchFolder folder;
  const auto table = Table::read(folder.write("t.tsv", GetParam().bytes), kColumns);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(table.error().message, EndsWith(GetParam().message_end));
}

INSTANTIATE_TEST_SUITE_P(Tables, TableRefuses,
                         ::testing::Values(RefusedTable{"Empty", "",
                                                        "t.tsv:1: expected the columns: code name"},
                                           RefusedTable{"OtherHeader", "id\tname\n",
                                                        "t.tsv:1: expected the columns: code name"},
                                           RefusedTable{"ExtraCell", "code\tname\n1\t2\t3\n",
                                                        "t.tsv:2: 3 cells, but only 2 columns"}),
                         [](const auto& test) { return test.param.name; });

TEST(TableErrors, NameTheMissingFile) {
  const auto table = Table::read("/no/such/table.tsv", kColumns);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(table.error().message, "/no/such/table.tsv: cannot be read");
}

TEST(SplitCell, LeavesOutEmptyParts) {
  EXPECT_THAT(split_cell("a||b|", '|'), ElementsAre("a", "b"));
  EXPECT_TRUE(split_cell("", '|').empty());
}

TEST(DataFolder, IsFoundBesideAnInstalledProgramAndAboveABuiltOne) {
  const testing::ScratchFolder folder;
  folder.write("share/tinlang/data/gazetteer/units.tsv", "");
  folder.write("tree/data/gazetteer/units.tsv", "");
  EXPECT_EQ(*find_data_folder(folder.path() / "bin/program"), folder.path() / "share/tinlang/data");
  EXPECT_EQ(*find_data_folder(folder.path() / "tree/build/dev/indexer/program"),
            folder.path() / "tree/data");
}

TEST(DataFolder, AsksForTheOptionWhenThereIsNone) {
  const testing::ScratchFolder folder;
  const auto found = find_data_folder(folder.path() / "bin/program");
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().message, EndsWith("name it with --data"));
}

}  // namespace
}  // namespace tinlang::tables
