// What a reader of the record corrected by hand: who is one person, and who is not.

#ifndef TINLANG_SEARCHD_OFFICIALS_CORRECTIONS_H_
#define TINLANG_SEARCHD_OFFICIALS_CORRECTIONS_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/result/result.h"

namespace tinlang::officials {

// A row of merge.tsv: `other` is the same person as `official`. Ids of bearers.
struct Merge {
  std::string official;
  std::string other;
  std::size_t line = 0;
};

// A row of split.tsv: of what is filed under `official`, the posts in `place` (a unit's code;
// empty: in any) called `post` (a slug; empty: any) are another person's than the rest.
struct Split {
  std::string official;
  std::string place;
  std::string post;
  std::size_t line = 0;
};

struct Corrections {
  std::vector<Merge> merges;
  std::vector<Split> splits;
};

// Reads data_folder/officials/merge.tsv and split.tsv. Errors: those of tables::Table::read(), and
// kInvalidInput, naming file and line, for an id that is empty, merged with itself, merged in a
// circle, or a split that says neither place nor post.
Result<Corrections> load_corrections(const std::filesystem::path& data_folder);

}  // namespace tinlang::officials

#endif  // TINLANG_SEARCHD_OFFICIALS_CORRECTIONS_H_
