// .tar and .zip files -> pages: which members are pages, and what a urls.tsv says of them.

#ifndef TINLANG_INDEXER_ARCHIVE_CONTAINER_READER_H_
#define TINLANG_INDEXER_ARCHIVE_CONTAINER_READER_H_

#include <filesystem>

#include "indexer/archive/page_taker.h"

namespace tinlang::archive {

// Hands on the members that are HTML by name or beginning, in the order of
// the archive; source is "file#path of the member". Archives within the
// archive are not opened: they count as other files. A urls.tsv serves the members below its
// folder, wherever in the archive it lies: the file is read twice.
// Refused by name: members that are encrypted (once for all), damaged or over
// kMaxPageBytes, and the archive from where it is damaged or expands without
// end; the whole archive for a broken urls.tsv.
void read_container(const std::filesystem::path& file, PageTaker& taker);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_CONTAINER_READER_H_
