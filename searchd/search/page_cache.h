// Brings the files of a build into the memory of the system, so that the first questions of a
// process need not wait for the disk.

#ifndef TINLANG_SEARCHD_SEARCH_PAGE_CACHE_H_
#define TINLANG_SEARCHD_SEARCH_PAGE_CACHE_H_

#include <cstdint>
#include <filesystem>

namespace tinlang::search {

// Half of what the system could give to programs now, in bytes: the rest stays for what else runs
// on the machine. 0 when the system does not say.
std::uint64_t page_cache_budget();

// Reads the tables of the Xapian database `folder` that questions read, each from its beginning:
// lists of postings, stored articles, positions; at most `budget` bytes in all. What the system
// has in memory already costs a copy. Answers how many bytes were read; a file that cannot be read
// is left out, since whoever opens the database names it.
std::uint64_t read_into_page_cache(const std::filesystem::path& folder, std::uint64_t budget);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_PAGE_CACHE_H_
