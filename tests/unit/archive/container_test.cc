#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/archive/expansion_guard.h"
#include "indexer/archive/reader.h"
#include "tests/support/scratch_folder.h"
#include "tests/unit/archive/archive_builder.h"

namespace tinlang::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Member;
using testing::pack;
using testing::Packing;
using ::testing::SizeIs;

struct PackingCase {
  std::string name;
  Packing packing;
  std::string file;
};
void PrintTo(const PackingCase& test, std::ostream* out) { *out << test.name; }

struct Reading {
  ReadReport report;
  std::vector<std::string> names;  // of the pages, from '#' on
  std::vector<Page> pages;
  std::vector<std::string> reasons;
};

Reading read(const std::filesystem::path& input) {
  Reading reading;
  const std::vector<std::filesystem::path> inputs = {input};
  auto report = read_pages(inputs, [&](Page page) {
    reading.names.push_back(page.source.substr(page.source.find('#')));
    reading.pages.push_back(std::move(page));
    return true;
  });
  EXPECT_TRUE(report);
  if (report) reading.report = *std::move(report);
  for (const Refusal& refusal : reading.report.refused) reading.reasons.push_back(refusal.reason);
  return reading;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Member kTable{"./tin/urls.tsv",
                    "file\turl\tcaptured_at\n"
                    "hội nghị.html\thttp://xa.example.vn/1\t2026-01-05T03:00:00Z\n"};
const Member kTitled{"tin/hội nghị.html", "một"};
const Member kNested{"trong.tar", "xx<html>"};

class ContainerTest : public ::testing::TestWithParam<PackingCase> {
 protected:
  std::filesystem::path packed(const std::vector<Member>& members) const {
    const auto file = folder_.path() / GetParam().file;
    pack(file, GetParam().packing, members);
    return file;
  }
  tinlang::testing::ScratchFolder folder_;
};

TEST_P(ContainerTest, GivesItsPagesAndCountsTheOthers) {
  packed({{"b.html", "hai"},
          {"a/view.aspx", "<!DOCTYPE html>"},
          {"a/photo.jpg", "\xFF\xD8"},
          {"__MACOSX/._b.html", "resource"},
          kNested,
          {"in.warc.gz", "<html>"}});
  const auto reading = read(folder_.path());
  EXPECT_THAT(reading.names, ElementsAre("#b.html", "#a/view.aspx"));
  EXPECT_EQ(reading.pages[0].bytes, "hai");
  EXPECT_EQ(reading.pages[0].source, (folder_.path() / GetParam().file).string() + "#b.html");
  EXPECT_EQ(reading.report.other_files, 4U);
  EXPECT_THAT(reading.reasons, IsEmpty());
}

TEST_P(ContainerTest, TakesPlainTextThatIsNoCopyOfAPage) {
  packed({{"a/7.txt", "copy"}, {"a/8.txt", "tám"}, {"a/7.html", "bảy"}, {"robots.txt", "*"}});
  const auto reading = read(folder_.path());
  EXPECT_THAT(reading.names, ElementsAre("#a/8.txt", "#a/7.html"));
  EXPECT_EQ(reading.report.other_files, 2U);
}

TEST_P(ContainerTest, TakesAddressesFromItsTableInFrontAndBehind) {
  for (const auto& members : {std::vector{kTable, kTitled}, std::vector{kTitled, kTable}}) {
    const auto reading = read(packed(members));
    EXPECT_THAT(reading.names, ElementsAre("#tin/hội nghị.html"));
    EXPECT_EQ(reading.pages[0].url, "http://xa.example.vn/1");
    EXPECT_EQ(reading.pages[0].captured_at, "2026-01-05T03:00:00Z");
    EXPECT_EQ(reading.report.other_files, 0U);
  }
}

TEST_P(ContainerTest, ReadsAbsoluteAndUpwardPathsWithoutWritingThem) {
  const auto file = packed({{"/tmp-tinlang/x.html", "a"}, {"../../up.html", "b"}});
  EXPECT_THAT(read(file).names, ElementsAre("#/tmp-tinlang/x.html", "#../../up.html"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "../../up.html"));
}

TEST_P(ContainerTest, IsRefusedWholeForABrokenTable) {
  const auto reading = read(packed({{"1.html", "a"}, {"urls.tsv", "something\n"}}));
  EXPECT_THAT(reading.names, IsEmpty());
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("#urls.tsv:1: expected the columns")));
}

// Bytes that no packing makes shorter.
std::string noise(std::size_t size, unsigned seed) {
  std::string bytes;
  for (unsigned x = seed; bytes.size() < size;) {
    x = x * 69069 + 1;
    bytes += static_cast<char>(x >> 24);
  }
  return bytes;
}

TEST_P(ContainerTest, NamesTheByteAtWhichItIsCutAndKeepsWhatLiesBefore) {
  // The pages before the cut are in a block of their own, as bzip2 has them.
  const auto file =
      packed({{"1.html", "a"}, {"2.html", noise(400000, 1)}, {"3.html", noise(1000000, 2)}});
  std::filesystem::resize_file(file, 1100000);
  const auto reading = read(folder_.path());
  EXPECT_THAT(reading.names, ElementsAre("#1.html", "#2.html"));
  ASSERT_THAT(reading.reasons, SizeIs(1));
  EXPECT_THAT(reading.reasons[0], HasSubstr(GetParam().file + ": "));
  EXPECT_THAT(reading.reasons[0], ::testing::ContainsRegex("at byte [1-9][0-9]{5}"));
}

TEST_P(ContainerTest, IsRefusedWhenItIsSomethingElse) {
  folder_.write(GetParam().file, "<html>404 not found</html>");
  const auto reading = read(folder_.path());
  EXPECT_THAT(reading.names, IsEmpty());
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr(GetParam().file + ": ")));
}

INSTANTIATE_TEST_SUITE_P(Packings, ContainerTest,
                         ::testing::Values(PackingCase{"Tar", Packing::kTar, "a.tar"},
                                           PackingCase{"TarGz", Packing::kTarGz, "a.tar.gz"},
                                           PackingCase{"Tgz", Packing::kTarGz, "A.TGZ"},
                                           PackingCase{"TarBz2", Packing::kTarBz2, "a.tar.bz2"},
                                           PackingCase{"TarXz", Packing::kTarXz, "a.tar.xz"},
                                           PackingCase{"TarZst", Packing::kTarZst, "a.tar.zst"},
                                           PackingCase{"Zip", Packing::kZip, "a.zip"}),
                         [](const auto& test) { return test.param.name; });

// What takes long is tried with one packing of each kind.
class LargeContainerTest : public ContainerTest {};

TEST_P(LargeContainerTest, EndsWhereItExpandsWithoutEnd) {
  std::vector<Member> members = {{"1.html", "a"}};
  const std::string page(kMaxPageBytes, ' ');
  for (int i = 0; i < 7; ++i) members.push_back({fmt::format("bomb{}.html", i), page});
  members.push_back({"z.html", "a"});
  const auto reading = read(packed(members));
  EXPECT_EQ(reading.names.front(), "#1.html");
  EXPECT_EQ(reading.names.back(), "#bomb3.html");
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("expands to more than 200 times")));
}

TEST_P(LargeContainerTest, RefusesATooLargePageByNameAndReadsTheRest) {
  const auto reading = read(packed({{"1.html", std::string(kMaxPageBytes + 1, 'x')},
                                    {"2.html", std::string(kMaxPageBytes, 'x')},
                                    {"3.html", "c"}}));
  EXPECT_THAT(reading.names, ElementsAre("#2.html", "#3.html"));
  EXPECT_THAT(reading.reasons, ElementsAre(EndsWith("#1.html: page of more than 20971520 bytes")));
}

INSTANTIATE_TEST_SUITE_P(Packings, LargeContainerTest,
                         ::testing::Values(PackingCase{"TarGz", Packing::kTarGz, "a.tar.gz"},
                                           PackingCase{"Zip", Packing::kZip, "a.zip"}),
                         [](const auto& test) { return test.param.name; });

TEST(Tar, EndsWhereAMemberThatIsNotReadExpandsWithoutEnd) {
  const tinlang::testing::ScratchFolder folder;
  const auto file = folder.path() / "a.tar.zst";
  pack(file, Packing::kTarZst,
       {{"a.bin", std::string(kFreeExpansionBytes * 2, '\0')}, {"z.html", "a"}});
  const auto reading = read(file);
  EXPECT_THAT(reading.names, IsEmpty());
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("expands to more than 200 times")));
}

TEST(Zip, NamesItsEncryptedMembersOnce) {
  const tinlang::testing::ScratchFolder folder;
  const auto file = folder.path() / "a.zip";
  pack(file, Packing::kEncryptedZip, {{"1.html", "một"}, {"2.html", "hai"}});
  const auto reading = read(file);
  EXPECT_THAT(reading.names, IsEmpty());
  EXPECT_THAT(reading.reasons,
              ElementsAre(EndsWith("a.zip: encrypted members: 2, the first is 1.html")));
}

TEST(Zip, RefusesAMemberWhoseBytesAreDamagedAndReadsTheRest) {
  const tinlang::testing::ScratchFolder folder;
  const auto file = folder.path() / "a.zip";
  pack(file, Packing::kZip, {{"1.html", std::string(2000, 'x') + "y"}, {"2.html", "hai"}});
  std::string bytes = bytes_of(file);
  bytes[bytes.find("1.html") + 40] ^= 0x10;
  folder.write("a.zip", bytes);
  const auto reading = read(file);
  EXPECT_THAT(reading.names, ElementsAre("#2.html"));
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("a.zip#1.html: ")));
}

TEST(Tar, DoesNotFillTheHolesOfASparseMember) {
  const tinlang::testing::ScratchFolder folder;
  const auto rest = folder.path() / "rest.tar";
  pack(rest, Packing::kTar, {{"2.html", "hai"}});
  const std::string stored(512, 'x');
  const auto file =
      folder.write("a.tar", testing::sparse_tar_header("1.bin") + stored +
                                testing::sparse_tar_header("1.html") + stored + bytes_of(rest));
  const auto reading = read(file);
  EXPECT_THAT(reading.names, ElementsAre("#2.html"));
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("a.tar#1.html: page of more than")));
}

}  // namespace
}  // namespace tinlang::archive
