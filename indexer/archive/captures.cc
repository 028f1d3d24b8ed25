#include "indexer/archive/captures.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "indexer/archive/capture_time.h"
#include "indexer/archive/file_kind.h"
#include "indexer/archive/header_field.h"

#include <fmt/format.h>

namespace tinlang::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kColumns = {"file", "url", "captured_at"};

// Of a web page, or empty: unknown.
bool is_usable_address(std::string_view url) {
  const std::string head = lower_ascii(url.substr(0, 8));
  const bool web = head.starts_with("http://") || head.starts_with("https://");
  return url.empty() || (web && std::all_of(url.begin(), url.end(), [](char c) {
                           return static_cast<unsigned char>(c) > ' ' && c != '\x7F';
                         }));
}

// Begins with a day, or empty: unknown.
bool is_usable_time(std::string_view time) {
  constexpr std::size_t kDay = 10;  // 2026-01-05
  return time.empty() || !capture_time(time.substr(0, kDay)).empty();
}

}  // namespace

Result<void> Captures::add_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_regular_file(folder / kCaptureTable, error)) return {};
  const auto table = tables::Table::read(folder / kCaptureTable, kColumns);
  if (!table) return tl::unexpected(table.error());
  add_rows(*table, folder, (folder / kCaptureTable).string());
  return {};
}

Result<void> Captures::add_member(const fs::path& member, std::string_view bytes,
                                  const std::string& name) {
  const auto table = tables::Table::parse(name, bytes, kColumns);
  if (!table) return tl::unexpected(table.error());
  add_rows(*table, member.parent_path(), name);
  return {};
}

void Captures::add_rows(const tables::Table& table, const fs::path& folder,
                        const std::string& name) {
  for (const auto& row : table.rows()) {
    const std::string path = (folder / row.cells[0]).lexically_normal().string();
    Capture capture{std::string(row.cells[1]), std::string(row.cells[2])};
    const std::string place = fmt::format("{}:{}", name, row.line);
    if (!is_usable_address(capture.url)) {
      bad_rows_.push_back({place, fmt::format("no web address, so that {} is left out", path)});
      capture.has_bad_url = true;
    }
    if (!is_usable_time(capture.captured_at)) {
      bad_rows_.push_back({place, fmt::format("no time of capture of {}", path)});
      capture.captured_at.clear();
    }
    captures_[path] = std::move(capture);
  }
}

bool Captures::describe(const fs::path& path, Page& page) const {
  const auto found = captures_.find(path.lexically_normal().string());
  if (found == captures_.end()) return true;
  if (found->second.has_bad_url) return false;
  page.url = found->second.url;
  page.captured_at = found->second.captured_at;
  return true;
}

std::vector<Captures::BadRow> Captures::take_bad_rows() { return std::exchange(bad_rows_, {}); }

}  // namespace tinlang::archive
