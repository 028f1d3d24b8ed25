#include "indexer/tables/data_folder.h"

#include <system_error>

namespace tinlang::tables {
namespace {

bool is_data_folder(const std::filesystem::path& folder) {
  std::error_code ignored;  // a folder that cannot be looked at is not the one
  return std::filesystem::is_directory(folder / "gazetteer", ignored);
}

}  // namespace

Result<std::filesystem::path> find_data_folder(const std::filesystem::path& program) {
  const auto installed = program.parent_path().parent_path() / "share" / "tinlang" / "data";
  if (is_data_folder(installed)) return installed;

  for (auto folder = program.parent_path(); folder.has_relative_path();
       folder = folder.parent_path()) {
    if (is_data_folder(folder / "data")) return folder / "data";
  }
  return fail(ErrorCode::kNotFound, "no data folder beside {}: name it with --data",
              program.string());
}

}  // namespace tinlang::tables
