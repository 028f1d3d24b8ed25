// The files of the web folder.

#ifndef TINLANG_SEARCHD_HTTP_STATIC_FILES_H_
#define TINLANG_SEARCHD_HTTP_STATIC_FILES_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/result/result.h"

namespace tinlang::http {

struct StaticFile {
  std::string bytes;
  std::string content_type;
  std::string etag;           // changes whenever size or time of the file do
  std::string cache_control;  // files under assets/ carry a hash in their names: for ever
};

// Reads below one folder and nowhere else. Immutable, so thread-safe; files
// are read anew for each request, so that a new build of the page needs no restart.
class StaticFiles {
 public:
  // `folder` may be empty: then there is no page and every read is refused.
  explicit StaticFiles(std::filesystem::path folder);

  // The file that the decoded path `path` ("/assets/a.js") names. A path whose
  // last part has no dot gets index.html. Errors: kNotFound, also for parts that
  // begin with a dot, for anything that leads out of the folder, and for
  // files over 64 MiB.
  Result<StaticFile> read(std::string_view path) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_STATIC_FILES_H_
