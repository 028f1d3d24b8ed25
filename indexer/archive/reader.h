// Folders, archives and files -> pages, in an order that does not depend on the file system.

#ifndef TINLANG_INDEXER_ARCHIVE_READER_H_
#define TINLANG_INDEXER_ARCHIVE_READER_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/page.h"
#include "indexer/result/result.h"

namespace tinlang::archive {

// An input that was not read, and why (one line that names it).
struct Refusal {
  std::string source;
  std::string reason;
};

struct ReadReport {
  std::size_t pages = 0;        // handed to the sink
  std::size_t other_files = 0;  // in folders and archives, no page: pictures, error answers, ...
  std::size_t revisits = 0;     // WARC records that refer to a page captured before
  std::vector<Refusal> refused;
};

// Takes each page; returning false ends the reading.
using PageSink = std::function<bool(Page)>;

// Hands every page of `inputs` to `sink`. A folder is read with its subfolders,
// entries by byte order of their names, symbolic links not followed; in a folder HTML counts,
// files named so (.html, .htm, .xhtml, .shtml) and others that begin like it, and plain text (.txt)
// that is no copy of a page beside it and not written for machines (see text_files.h).
//
// Archives are known by their names and read where they lie, as an input or in
// a folder: .warc, .warc.gz (see warc_pages.h), .tar, .tar.gz, .tgz, .tar.bz2,
// .tbz2, .tar.xz, .txz, .tar.zst, .tzst, .zip (see container_reader.h). Any
// other file that is an input itself is a page. A table `urls.tsv` (columns
// file, url, captured_at) gives address and time of capture of the files below
// its folder; `file` is relative to the table.
//
// Memory: one page, and the tables. Errors: kNotFound when an input does not
// exist, before any page is handed on; kInvalidInput for the broken urls.tsv of
// a folder. Whatever else cannot be read, or is over kMaxPageBytes, is a
// Refusal, and the rest is read.
Result<ReadReport> read_pages(std::span<const std::filesystem::path> inputs, const PageSink& sink);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_READER_H_
