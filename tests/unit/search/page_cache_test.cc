#include "searchd/search/page_cache.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tinlang::search {
namespace {

constexpr std::size_t kPage = 4096;

// A file as the system holds it.
class CachedFile {
 public:
  explicit CachedFile(const std::filesystem::path& path)
      : file_(::open(path.c_str(), O_RDWR)), bytes_(std::filesystem::file_size(path)) {}
  ~CachedFile() { ::close(file_); }
  CachedFile(const CachedFile&) = delete;
  CachedFile& operator=(const CachedFile&) = delete;

  void drop() const {
    ::fsync(file_);
    ::posix_fadvise(file_, 0, 0, POSIX_FADV_DONTNEED);
  }

  std::size_t pages_in_memory() const {
    void* mapped = ::mmap(nullptr, bytes_, PROT_READ, MAP_SHARED, file_, 0);
    std::vector<unsigned char> states((bytes_ + kPage - 1) / kPage);
    ::mincore(mapped, bytes_, states.data());
    ::munmap(mapped, bytes_);
    std::size_t pages = 0;
    for (const unsigned char state : states) pages += state & 1U;
    return pages;
  }

 private:
  int file_;
  std::size_t bytes_;
};

class PageCacheTest : public ::testing::Test {
 protected:
  static constexpr std::size_t kPages = 700;

  std::filesystem::path write_table(const std::string& name, std::size_t pages) const {
    return folder_.write(name, std::string(pages * kPage, 'x'));
  }

  testing::ScratchFolder folder_;
};

TEST_F(PageCacheTest, BringsTheTablesOfQuestionsIntoMemory) {
  const CachedFile table(write_table("postlist.glass", kPages));
  table.drop();
  if (table.pages_in_memory() != 0) GTEST_SKIP() << "files are always in memory here";
  EXPECT_EQ(read_into_page_cache(folder_.path(), page_cache_budget()), kPages * kPage);
  EXPECT_EQ(table.pages_in_memory(), kPages);
}

TEST_F(PageCacheTest, ReadsNoMoreThanTheBudgetTheMostAskedTableFirst) {
  write_table("docdata.glass", kPages);
  const CachedFile stored(folder_.path() / "docdata.glass");
  const CachedFile postings(write_table("postlist.glass", kPages));
  stored.drop();
  postings.drop();
  if (stored.pages_in_memory() != 0) GTEST_SKIP() << "files are always in memory here";
  EXPECT_EQ(read_into_page_cache(folder_.path(), kPages * kPage), kPages * kPage);
  EXPECT_EQ(postings.pages_in_memory(), kPages);
  EXPECT_EQ(stored.pages_in_memory(), 0U);
}

TEST_F(PageCacheTest, LeavesOutWhatIsMissingAndWhatOnlyTheIndexerReads) {
  write_table("position.glass", 3);
  write_table("termlist.glass", kPages);
  EXPECT_EQ(read_into_page_cache(folder_.path(), page_cache_budget()), 3 * kPage);
  EXPECT_EQ(read_into_page_cache(folder_.path() / "nowhere", page_cache_budget()), 0U);
}

TEST_F(PageCacheTest, HasABudgetBelowTheMemoryOfTheMachine) {
  const auto memory = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
                      static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  EXPECT_GT(page_cache_budget(), 0U);
  EXPECT_LE(page_cache_budget(), memory / 2);
}

}  // namespace
}  // namespace tinlang::search
