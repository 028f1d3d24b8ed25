#include "indexer/text/abbreviations.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/text/syllable.h"
#include "tests/support/scratch_folder.h"

namespace tinlang::text {
namespace {

const std::filesystem::path kData = std::filesystem::path(TINLANG_SOURCE_DIR) / "data";

TEST(Abbreviations, OfTheRepositoryKnowTheCommonOnes) {
  const auto all = Abbreviations::load(kData);
  ASSERT_TRUE(all) << all.error().message;
  const Abbreviation* ntm = all->find_by_key(canonical_key("NTM"));
  ASSERT_NE(ntm, nullptr);
  EXPECT_EQ(ntm->letters, "NTM");
  EXPECT_EQ(ntm->expansion, "nông thôn mới");
  EXPECT_FALSE(ntm->ambiguous);
  const Abbreviation* tt = all->find_by_key("tt");
  ASSERT_NE(tt, nullptr);
  EXPECT_TRUE(tt->ambiguous);
  EXPECT_EQ(all->find_by_key("khôngcó"), nullptr);
}

TEST(Abbreviations, AreFoundAsTheAnalyzerJoinsThem) {
  const auto all = Abbreviations::load(kData);
  ASSERT_TRUE(all) << all.error().message;
  const Abbreviation* found = all->find_by_key("vhtttt");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->letters, "VHTT&TT");
}

TEST(Abbreviations, WithSeveralReadingsAreMarkedAmbiguous) {
  const auto all = Abbreviations::load(kData);
  ASSERT_TRUE(all) << all.error().message;
  for (const char* letters :
       {"TT", "CT", "BCH", "BTV", "TN", "CN", "KT", "TM", "TP", "BT", "QH", "VHTT", "QĐ"}) {
    const Abbreviation* found = all->find_by_key(canonical_key(letters));
    ASSERT_NE(found, nullptr) << letters;
    EXPECT_TRUE(found->ambiguous) << letters;
  }
  for (const char* letters : {"NTM", "UBND", "HĐND", "MTTQ", "T.Ư"}) {
    EXPECT_FALSE(all->find_by_key(canonical_key(letters))->ambiguous) << letters;
  }
}

TEST(Abbreviations, AreFoundInEverySpellingOfTheirDots) {
  const auto all = Abbreviations::load(kData);
  ASSERT_TRUE(all) << all.error().message;
  for (const char* written : {"T.Ư", "T/Ư", "TƯ", "TW"}) {
    const Abbreviation* found = all->find_by_key(canonical_key(written));
    ASSERT_NE(found, nullptr) << written;
    EXPECT_EQ(found->expansion, "Trung ương");
  }
}

TEST(Abbreviations, AreFoundByFoldedExpansionWithoutItsPunctuation) {
  const auto all = Abbreviations::load(kData);
  ASSERT_TRUE(all) << all.error().message;
  std::vector<std::string> letters;
  for (const auto* entry : all->find_by_expansion("kinh te xa hoi"))
    letters.push_back(entry->letters);
  EXPECT_THAT(letters, ::testing::UnorderedElementsAre("KTXH", "KT-XH"));
  EXPECT_THAT(all->find_by_expansion("khong co"), ::testing::IsEmpty());
  EXPECT_GE(all->longest_expansion(), 6U);
}

TEST(Abbreviations, KeepTheFirstOfTwoRowsWithOneKey) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("text/abbreviations.tsv",
               "abbr\texpansion\tdomain\tother_readings\thint\n"
               "AB\tmột hai\tx\t\t\nAb\tba, bốn - năm\tx\tsáu\n");
  const auto all = Abbreviations::load(folder.path());
  ASSERT_TRUE(all) << all.error().message;
  EXPECT_EQ(all->find_by_key("ab")->expansion, "một hai");
  ASSERT_EQ(all->find_by_expansion("ba bon nam").size(), 1U);
  EXPECT_TRUE(all->find_by_expansion("ba bon nam").front()->ambiguous);
  EXPECT_EQ(all->longest_expansion(), 3U);
}

TEST(Abbreviations, WithoutTheirTableAreNotFound) {
  const tinlang::testing::ScratchFolder folder;
  const auto all = Abbreviations::load(folder.path());
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().code, ErrorCode::kNotFound);
}

TEST(Abbreviations, WithAnotherHeaderAreRefused) {
  const tinlang::testing::ScratchFolder folder;
  folder.write("text/abbreviations.tsv", "letters\tmeaning\nAB\tmột\n");
  const auto all = Abbreviations::load(folder.path());
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().code, ErrorCode::kInvalidInput);
}

}  // namespace
}  // namespace tinlang::text
