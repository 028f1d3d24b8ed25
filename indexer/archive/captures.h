// What urls.tsv says of pages: where they are from and when they were captured.

#ifndef TINLANG_INDEXER_ARCHIVE_CAPTURES_H_
#define TINLANG_INDEXER_ARCHIVE_CAPTURES_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/page.h"
#include "indexer/result/result.h"
#include "indexer/tables/table.h"

namespace tinlang::archive {

class Captures {
 public:
  // Reads the table of a folder; no table is no error.
  // Errors: kInvalidInput for a broken table; the message names its line.
  Result<void> add_folder(const std::filesystem::path& folder);

  // The same of a table within an archive. `member` is its path there, and
  // `name` the name for messages.
  Result<void> add_member(const std::filesystem::path& member, std::string_view bytes,
                          const std::string& name);

  // Sets address and time of the page at `path`, where a table names it. Paths
  // are compared in their normal form. False when the table's address for it is
  // none: without it, it would be another article.
  bool describe(const std::filesystem::path& path, Page& page) const;

  // A row that says nothing usable of its page.
  struct BadRow {
    std::string place;  // "folder/urls.tsv:7"
    std::string reason;
  };
  // Those of the tables added since it was asked last.
  std::vector<BadRow> take_bad_rows();

 private:
  struct Capture {
    std::string url;
    std::string captured_at;
    bool has_bad_url = false;
  };
  void add_rows(const tables::Table& table, const std::filesystem::path& folder,
                const std::string& name);

  std::map<std::string, Capture> captures_;  // by path
  std::vector<BadRow> bad_rows_;
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_CAPTURES_H_
