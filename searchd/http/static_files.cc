#include "searchd/http/static_files.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace tinlang::http {
namespace {

constexpr std::uintmax_t kMaxFileBytes = 64 * 1024 * 1024;
constexpr const char* kIndexName = "index.html";

struct ContentType {
  std::string_view ending;
  const char* type;
};
constexpr std::array kContentTypes = {
    ContentType{".css", "text/css; charset=utf-8"},
    ContentType{".html", "text/html; charset=utf-8"},
    ContentType{".ico", "image/x-icon"},
    ContentType{".jpg", "image/jpeg"},
    ContentType{".js", "text/javascript; charset=utf-8"},
    ContentType{".json", "application/json; charset=utf-8"},
    ContentType{".map", "application/json; charset=utf-8"},
    ContentType{".mjs", "text/javascript; charset=utf-8"},
    ContentType{".png", "image/png"},
    ContentType{".svg", "image/svg+xml"},
    ContentType{".txt", "text/plain; charset=utf-8"},
    ContentType{".webmanifest", "application/manifest+json"},
    ContentType{".webp", "image/webp"},
    ContentType{".woff2", "font/woff2"},
    ContentType{".xml", "application/xml"},
};

const char* content_type(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  const auto* const found =
      std::find_if(kContentTypes.begin(), kContentTypes.end(),
                   [&](const ContentType& type) { return type.ending == ending; });
  return found == kContentTypes.end() ? "application/octet-stream" : found->type;
}

// `path` as a relative path without surprises; nullopt when a part begins with
// a dot ("..", hidden files), is empty or has a byte that no file of ours has.
std::optional<std::filesystem::path> relative_path(std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  path.remove_prefix(1);
  std::filesystem::path relative;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    if (part.empty() || part.starts_with('.')) return std::nullopt;
    const bool has_odd_byte = std::any_of(part.begin(), part.end(), [](char c) {
      return c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20;
    });
    if (has_odd_byte) return std::nullopt;
    relative /= part;
  }
  return relative;
}

bool lies_in(const std::filesystem::path& folder, const std::filesystem::path& file) {
  const auto [end, unused] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end();
}

}  // namespace

StaticFiles::StaticFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

Result<StaticFile> StaticFiles::read(std::string_view path) const {
  const auto refused = [] { return fail(ErrorCode::kNotFound, "no such path"); };
  if (folder_.empty()) {
    return fail(ErrorCode::kNotFound, "no such path: this server was started without --web");
  }
  auto relative = relative_path(path);
  if (!relative) return refused();
  if (relative->filename().string().find('.') == std::string::npos) relative = kIndexName;

  std::error_code error;
  const auto folder = std::filesystem::canonical(folder_, error);
  if (error) return refused();
  // Resolved, so that a symbolic link cannot lead out of the folder.
  const auto file = std::filesystem::canonical(folder / *relative, error);
  if (error || !lies_in(folder, file) || !std::filesystem::is_regular_file(file, error)) {
    return refused();
  }
  const auto size = std::filesystem::file_size(file, error);
  if (error || size > kMaxFileBytes) return refused();
  const auto changed = std::filesystem::last_write_time(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream) return refused();

  const bool is_hashed = *relative->begin() == "assets";
  return StaticFile{{std::istreambuf_iterator<char>(stream), {}},
                    content_type(file),
                    fmt::format("\"{:x}-{:x}\"", size, changed.time_since_epoch().count()),
                    is_hashed ? "public, max-age=31536000, immutable" : "no-cache"};
}

}  // namespace tinlang::http
