#include "indexer/archive/captures.h"

#include <array>
#include <system_error>

#include "indexer/archive/file_kind.h"

namespace tinlang::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kColumns = {"file", "url", "captured_at"};

}  // namespace

Result<void> Captures::add_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_regular_file(folder / kCaptureTable, error)) return {};
  const auto table = tables::Table::read(folder / kCaptureTable, kColumns);
  if (!table) return tl::unexpected(table.error());
  add_rows(*table, folder);
  return {};
}

Result<void> Captures::add_member(const fs::path& member, std::string_view bytes,
                                  const std::string& name) {
  const auto table = tables::Table::parse(name, bytes, kColumns);
  if (!table) return tl::unexpected(table.error());
  add_rows(*table, member.parent_path());
  return {};
}

void Captures::add_rows(const tables::Table& table, const fs::path& folder) {
  for (const auto& row : table.rows()) {
    const fs::path file = (folder / row.cells[0]).lexically_normal();
    captures_[file.string()] = {std::string(row.cells[1]), std::string(row.cells[2])};
  }
}

void Captures::describe(const fs::path& path, Page& page) const {
  const auto found = captures_.find(path.lexically_normal().string());
  if (found == captures_.end()) return;
  page.url = found->second.url;
  page.captured_at = found->second.captured_at;
}

}  // namespace tinlang::archive
