#include "indexer/entities/post_table.h"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tinlang::entities {
namespace {

constexpr const char* kHeader = "kind\tlevel\tbranch\tid\tcanonical\taliases\tbody_id\tnote\n";

std::filesystem::path write_table(const std::string& name, const std::string& rows) {
  const auto folder = std::filesystem::path(testing::TempDir()) / ("posts_" + name);
  std::filesystem::create_directories(folder / "officials");
  std::ofstream(folder / "officials" / "posts.tsv") << kHeader << rows;
  std::ofstream(folder / "officials" / "surnames.tsv") << "surname\tnote\nLê\t\n";
  std::ofstream(folder / "officials" / "historical.tsv") << "name\nLê Duẩn\n";
  std::ofstream(folder / "officials" / "posts_en.tsv")
      << "kind\tenglish\tvietnamese\tnote\nhead\tSecretary\tBí thư\t\n";
  return folder;
}

TEST(PostTable, MatchesTheLongestSpellingInAnyCaseAndToneStyle) {
  const auto table = PostTable::load(write_table("ok",
                                                 "head\t*\tĐảng\tbt\tBí thư\tBT\tdu\t\n"
                                                 "head\t*\tĐảng\tbtd\tBí thư đoàn\t\t.\t\n"
                                                 "body\thuyện\tĐảng\tH.du\tHuyện ủy\tHU\t\t\n"));
  ASSERT_TRUE(table) << table.error().message;
  WordKeys keys = table->make_keys();
  const auto words = read_words("BÍ THƯ đoàn Huyện uỷ hu HU", &keys);
  const auto head = table->longest(EntryKind::kHead, words, 0);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->entry->id, "btd");
  EXPECT_EQ(head->end, 3U);
  const auto body = table->longest(EntryKind::kBody, words, 3);
  ASSERT_TRUE(body);
  EXPECT_EQ(body->entry->display, "Huyện ủy");
  EXPECT_FALSE(table->longest(EntryKind::kHead, words, 3));
  EXPECT_FALSE(table->longest(EntryKind::kBody, words, 5)) << "an abbreviation in small letters";
  EXPECT_TRUE(table->longest(EntryKind::kBody, words, 6));
  EXPECT_TRUE(table->is_surname("lê"));
}

TEST(PostTable, NamesTheLineOfABrokenEnglishRow) {
  const auto folder = write_table("english", "head\t*\t*\tct\tChủ tịch\t\t\t\n");
  std::ofstream(folder / "officials" / "posts_en.tsv")
      << "kind\tenglish\tvietnamese\tnote\nhat\tMayor\tChủ tịch\t\n";
  const auto table = PostTable::load(folder);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(table.error().message, testing::HasSubstr("posts_en.tsv:2"));
}

struct BrokenCase {
  std::string name;
  std::string row;
};
void PrintTo(const BrokenCase& test, std::ostream* out) { *out << test.name; }

class PostTableLoadTest : public testing::TestWithParam<BrokenCase> {};

TEST_P(PostTableLoadTest, RefusesABrokenRowByItsLine) {
  const auto table = PostTable::load(write_table(GetParam().name, GetParam().row));
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, ErrorCode::kInvalidInput);
  EXPECT_THAT(table.error().message, testing::HasSubstr("posts.tsv:2"));
}
INSTANTIATE_TEST_SUITE_P(Rows, PostTableLoadTest,
                         testing::Values(BrokenCase{"Kind", "hat\t*\t*\tx\tMũ\t\t\t\n"},
                                         BrokenCase{"Level", "body\tvùng\t*\tx\tBan\t\t\t\n"},
                                         BrokenCase{"NoName", "body\t*\t*\tx\t\t\t\t\n"},
                                         BrokenCase{"Need", "head\t*\t*\tx\tBan\t\tgì\t\n"}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tinlang::entities
