#include "searchd/officials/corrections.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"
#include "tests/support/shipped_data.h"

namespace tinlang::officials {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CorrectionsTest : public ::testing::Test {
 protected:
  Result<Corrections> load(const std::string& merges, const std::string& splits) {
    std::filesystem::create_directories(folder_.path() / "officials");
    std::ofstream(folder_.path() / "officials" / "merge.tsv") << "official\tother\tnote\n"
                                                              << merges;
    std::ofstream(folder_.path() / "officials" / "split.tsv") << "official\tplace\tpost\tnote\n"
                                                              << splits;
    return load_corrections(folder_.path());
  }
  std::string refusal(const std::string& merges, const std::string& splits) {
    const auto loaded = load(merges, splits);
    return loaded ? "" : loaded.error().message;
  }

  testing::ScratchFolder folder_;
};

TEST_F(CorrectionsTest, AreReadRowByRow) {
  const auto loaded = load("a-1\tb-2\tcùng một người\n", "c-3\t428\t\t\nd-4\t\tbi-thu\t\n");
  ASSERT_TRUE(loaded) << loaded.error().message;
  ASSERT_EQ(loaded->merges.size(), 1U);
  EXPECT_EQ(loaded->merges[0].other, "b-2");
  ASSERT_EQ(loaded->splits.size(), 2U);
  EXPECT_EQ(loaded->splits[0].place, "428");
  EXPECT_EQ(loaded->splits[1].post, "bi-thu");
  EXPECT_EQ(loaded->splits[1].line, 3U);
}

TEST_F(CorrectionsTest, OfTheShippedDataAreSound) {
  EXPECT_TRUE(load_corrections(testing::data_folder()));
}

TEST_F(CorrectionsTest, RefuseACircleByItsLine) {
  EXPECT_THAT(refusal("a\tb\t\nb\tc\t\nc\ta\t\n", ""),
              HasSubstr("merge.tsv:4: c and a are one already"));
  EXPECT_THAT(refusal("a\ta\t\n", ""), HasSubstr("merge.tsv:2"));
}

TEST_F(CorrectionsTest, RefuseARowThatSaysTooLittle) {
  EXPECT_THAT(refusal("a\t\t\n", ""), HasSubstr("merge.tsv:2: names no two officials"));
  EXPECT_THAT(refusal("", "\t428\t\t\n"), HasSubstr("split.tsv:2: names no official"));
  EXPECT_THAT(refusal("", "a\t\t\t\n"), HasSubstr("split.tsv:2: says neither"));
}

}  // namespace
}  // namespace tinlang::officials
