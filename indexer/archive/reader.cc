#include "indexer/archive/reader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "indexer/tables/table.h"

#include <fmt/format.h>

namespace tinlang::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCaptureTable = "urls.tsv";
constexpr std::array<std::string_view, 3> kCaptureColumns = {"file", "url", "captured_at"};
constexpr std::array<std::string_view, 4> kHtmlExtensions = {".html", ".htm", ".xhtml", ".shtml"};
// Comments and white space before <html> are rarely longer.
constexpr std::size_t kSniffedBytes = 1024;

struct Capture {
  std::string url;
  std::string captured_at;
};
using Captures = std::map<std::string, Capture>;  // by path of the file, as walked

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_named_like_html(const fs::path& path) {
  const std::string extension = lower_ascii(path.extension().string());
  return std::find(kHtmlExtensions.begin(), kHtmlExtensions.end(), extension) !=
         kHtmlExtensions.end();
}

// Downloads are often named by their address: "view.aspx", "index.php?id=7".
bool begins_like_html(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kSniffedBytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  head = lower_ascii(std::move(head));
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos;
}

std::optional<std::string> read_file(const fs::path& path, std::size_t size) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!file || !file.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return bytes;
}

Result<void> read_captures(const fs::path& folder, Captures& captures) {
  std::error_code error;
  if (!fs::is_regular_file(folder / kCaptureTable, error)) return {};
  const auto table = tables::Table::read(folder / kCaptureTable, kCaptureColumns);
  if (!table) return tl::unexpected(table.error());
  for (const auto& row : table->rows()) {
    const fs::path file = (folder / row.cells[0]).lexically_normal();
    captures[file.string()] = {std::string(row.cells[1]), std::string(row.cells[2])};
  }
  return {};
}

class Walk {
 public:
  explicit Walk(const PageSink& sink) : sink_(sink) {}

  Result<void> visit_folder(const fs::path& folder) {
    if (const auto read = read_captures(folder, captures_); !read) return read;

    std::vector<fs::directory_entry> entries;
    std::error_code error;
    for (fs::directory_iterator next(folder, error), end; !error && next != end;
         next.increment(error)) {
      entries.push_back(*next);
    }
    if (error) refuse(folder, "cannot be listed: " + error.message());
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });

    for (const auto& entry : entries) {
      if (stopped_) break;
      const auto status = entry.symlink_status(error);
      if (fs::is_directory(status)) {
        if (const auto visited = visit_folder(entry.path()); !visited) return visited;
      } else if (fs::is_regular_file(status)) {
        visit_entry(entry.path());
      }
    }
    return {};
  }

  void visit_file(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) return refuse(path, "cannot be read: " + error.message());
    if (size > kMaxPageBytes) {
      return refuse(path, fmt::format("page of {} bytes, more than {}", size, kMaxPageBytes));
    }
    auto bytes = read_file(path, size);
    if (!bytes) return refuse(path, "cannot be read");

    Page page;
    page.source = path.string();
    page.bytes = *std::move(bytes);
    if (const auto found = captures_.find(page.source); found != captures_.end()) {
      page.url = found->second.url;
      page.captured_at = found->second.captured_at;
    }
    ++report_.pages;
    stopped_ = !sink_(std::move(page));
  }

  bool stopped() const { return stopped_; }
  ReadReport take_report() { return std::move(report_); }

 private:
  void visit_entry(const fs::path& path) {
    if (path.filename() == kCaptureTable) return;
    if (is_named_like_html(path) || begins_like_html(path)) {
      visit_file(path);
    } else {
      ++report_.other_files;
    }
  }

  void refuse(const fs::path& path, const std::string& reason) {
    report_.refused.push_back({path.string(), fmt::format("{}: {}", path.string(), reason)});
  }

  const PageSink& sink_;
  Captures captures_;
  ReadReport report_;
  bool stopped_ = false;
};

}  // namespace

Result<ReadReport> read_pages(std::span<const fs::path> inputs, const PageSink& sink) {
  std::error_code error;
  for (const fs::path& input : inputs) {
    if (!fs::exists(input, error)) {
      return fail(ErrorCode::kNotFound, "{}: no such file or folder", input.string());
    }
  }

  Walk walk(sink);
  for (const fs::path& input : inputs) {
    if (walk.stopped()) break;
    const fs::path path = input.lexically_normal();
    if (!fs::is_directory(path, error)) {
      walk.visit_file(path);
    } else if (const auto visited = walk.visit_folder(path); !visited) {
      return tl::unexpected(visited.error());
    }
  }
  return walk.take_report();
}

}  // namespace tinlang::archive
