#include "indexer/schema/index_folder.h"

#include <system_error>

namespace tinlang::schema {

Result<std::filesystem::path> current_build(const std::filesystem::path& index) {
  std::error_code error;
  if (!std::filesystem::is_directory(index, error)) {
    return fail(ErrorCode::kNotFound, "{}: no such index folder", index.string());
  }
  const auto target = std::filesystem::read_symlink(index / kCurrentName, error);
  if (error) {
    return fail(ErrorCode::kNotFound, "{}: holds no finished index build", index.string());
  }
  const auto build = index / target;
  if (!std::filesystem::is_directory(build, error)) {
    return fail(ErrorCode::kNotFound, "{}: points to the missing build {}",
                (index / kCurrentName).string(), target.string());
  }
  return build;
}

}  // namespace tinlang::schema
