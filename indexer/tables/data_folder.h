// Where the tables of data/ are when the user does not say.

#ifndef TINLANG_INDEXER_TABLES_DATA_FOLDER_H_
#define TINLANG_INDEXER_TABLES_DATA_FOLDER_H_

#include <filesystem>

#include "indexer/result/result.h"

namespace tinlang::tables {

// The data folder that belongs to the program at `program` (an absolute path):
// ../share/tinlang/data beside it when installed, else the nearest `data`
// folder holding `gazetteer/` in a parent folder (a build tree).
// Errors: kNotFound; the message asks for --data.
Result<std::filesystem::path> find_data_folder(const std::filesystem::path& program);

}  // namespace tinlang::tables

#endif  // TINLANG_INDEXER_TABLES_DATA_FOLDER_H_
