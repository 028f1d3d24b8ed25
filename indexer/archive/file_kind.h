// What a name, or the first bytes, say that a file is.

#ifndef TINLANG_INDEXER_ARCHIVE_FILE_KIND_H_
#define TINLANG_INDEXER_ARCHIVE_FILE_KIND_H_

#include <cstddef>
#include <string_view>

namespace tinlang::archive {

// The name of the table that gives pages their addresses.
inline constexpr std::string_view kCaptureTable = "urls.tsv";

// Comments and white space before <html> are rarely longer.
inline constexpr std::size_t kSniffedBytes = 1024;

enum class FileKind {
  kHtml,       // .html, .htm, .xhtml, .shtml
  kText,       // .txt
  kWarc,       // .warc, .warc.gz
  kContainer,  // .tar and its compressed forms, .zip
  kTable,      // urls.tsv
  kCompanion,  // what other systems write beside a file under its name: "._page.html"
  kUnknown,    // only its first bytes can tell
};

// By the name at the end of `path`; letter case is ignored.
FileKind kind_of_name(std::string_view path);

// Whether a doctype of HTML or <html is in the first kSniffedBytes of `bytes`.
bool begins_like_html(std::string_view bytes);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_FILE_KIND_H_
