// Which files of plain text are pages: not those that are kept beside a page as its text, and
// not those that sites and archives hold for machines.

#ifndef TINLANG_INDEXER_ARCHIVE_TEXT_FILES_H_
#define TINLANG_INDEXER_ARCHIVE_TEXT_FILES_H_

#include <string>
#include <string_view>
#include <unordered_set>

namespace tinlang::archive {

// "robots.txt", "ads.txt", "readme.txt" and their kind, by the name at the end of `path`, which
// may be an address.
bool is_for_machines(std::string_view path);

// The HTML pages of a folder or an archive, by their paths without ending.
class PageStems {
 public:
  void add(std::string_view html_path);

  // Whether a page stands beside the text and begins its name: "7.html" of "7.txt" and of
  // "7_text.txt".
  bool has_page_of(std::string_view text_path) const;

 private:
  std::unordered_set<std::string> stems_;
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_TEXT_FILES_H_
