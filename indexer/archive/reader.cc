#include "indexer/archive/reader.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "indexer/archive/captures.h"
#include "indexer/archive/container_reader.h"
#include "indexer/archive/file_kind.h"
#include "indexer/archive/page_taker.h"
#include "indexer/archive/text_files.h"
#include "indexer/archive/warc_pages.h"

#include <fmt/format.h>

namespace tinlang::archive {
namespace {

namespace fs = std::filesystem;

std::string read_beginning(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kSniffedBytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

std::optional<std::string> read_file(const fs::path& path, std::size_t size) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!file || !file.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return bytes;
}

class Walk {
 public:
  explicit Walk(const PageSink& sink) : taker_(sink) {}

  Result<void> visit_folder(const fs::path& folder) {
    if (const auto added = captures_.add_folder(folder); !added) return added;
    for (const auto& row : captures_.take_bad_rows()) taker_.refuse(row.place, row.reason);

    std::vector<fs::directory_entry> entries;
    std::error_code error;
    for (fs::directory_iterator next(folder, error), end; !error && next != end;
         next.increment(error)) {
      entries.push_back(*next);
    }
    if (error) refuse(folder, "cannot be listed: " + error.message());
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });

    PageStems pages;
    for (const auto& entry : entries) {
      if (kind_of_name(entry.path().native()) == FileKind::kHtml) pages.add(entry.path().native());
    }
    for (const auto& entry : entries) {
      if (taker_.stopped()) break;
      const auto status = entry.symlink_status(error);
      if (fs::is_directory(status)) {
        if (const auto visited = visit_folder(entry.path()); !visited) return visited;
      } else if (fs::is_regular_file(status)) {
        visit_entry(entry.path(), pages);
      } else {
        taker_.count_other();  // a link, a pipe, a device: reading it might never end
      }
    }
    return {};
  }

  // A file that was named itself: unless it is an archive, it is a page.
  void visit_file(const fs::path& path) {
    switch (kind_of_name(path.native())) {
      case FileKind::kWarc:
        return visit_warc(path);
      case FileKind::kContainer:
        return read_container(path, taker_);
      default:
        return visit_page(path);
    }
  }

  bool stopped() const { return taker_.stopped(); }
  ReadReport take_report() { return taker_.take_report(); }

 private:
  void visit_entry(const fs::path& path, const PageStems& pages) {
    switch (kind_of_name(path.native())) {
      case FileKind::kTable:
        return;
      case FileKind::kCompanion:
        return taker_.count_other();
      case FileKind::kText:
        if (is_for_machines(path.native()) || pages.has_page_of(path.native())) {
          return taker_.count_other();
        }
        return visit_page(path);
      case FileKind::kUnknown:
        if (begins_like_html(read_beginning(path))) return visit_page(path);
        return taker_.count_other();
      default:
        return visit_file(path);
    }
  }

  void visit_page(const fs::path& path) {
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
    if (captures_.describe(path, page)) taker_.take(std::move(page));
  }

  void visit_warc(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return refuse(path, "cannot be read");
    read_warc(file, path.string(), taker_);
  }

  void refuse(const fs::path& path, const std::string& reason) {
    taker_.refuse(path.string(), reason);
  }

  PageTaker taker_;
  Captures captures_;
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
