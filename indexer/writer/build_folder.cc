#include "indexer/writer/build_folder.h"

#include <system_error>

#include "indexer/digest/sha256.h"
#include "indexer/schema/index_folder.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <unistd.h>

namespace tinlang::writer {
namespace {

namespace fs = std::filesystem;

// Half a copy must never look like a build in progress.
constexpr const char* kCopyName = "next.copy";
constexpr const char* kPointerName = "current.next";

tl::unexpected<Error> cannot(std::string_view what, const fs::path& path,
                             const std::error_code& error) {
  return fail(ErrorCode::kUnavailable, "{}: cannot be {}: {}", path.string(), what,
              error.message());
}

// A rename survives a power cut only once its folder is on disk.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

bool is_build_name(const std::string& name) {
  return name.size() > 16 && name[8] == 'T' && name[15] == 'Z' && name[16] == '-';
}

void remove_old_builds(const fs::path& index, const fs::path& kept,
                       const std::optional<fs::path>& previous) {
  std::error_code error;
  for (fs::directory_iterator next(index, error), end; !error && next != end;
       next.increment(error)) {
    const fs::path& folder = next->path();
    if (!is_build_name(folder.filename().string())) continue;
    if (folder.filename() == kept.filename()) continue;
    if (previous && folder.filename() == previous->filename()) continue;
    std::error_code left;  // a build that cannot be removed only costs room
    fs::remove_all(folder, left);
  }
}

}  // namespace

std::string to_iso_utc(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

std::string make_build_id(std::chrono::system_clock::time_point time, std::string_view seed) {
  const auto seconds = std::chrono::system_clock::to_time_t(time);
  const auto ticks = time.time_since_epoch().count();
  return fmt::format("{:%Y%m%dT%H%M%S}Z-{}", fmt::gmtime(seconds),
                     digest::sha256_hex(fmt::format("{}{}", seed, ticks)).substr(0, 6));
}

Result<void> begin_build(const fs::path& index, const std::optional<fs::path>& base) {
  const fs::path copy = index / kCopyName;
  std::error_code error;
  fs::remove_all(copy, error);
  if (error) return cannot("removed", copy, error);
  if (base) {
    fs::copy(*base, copy, fs::copy_options::recursive, error);
  } else {
    fs::create_directory(copy, error);
  }
  if (error) return cannot("made", copy, error);
  fs::rename(copy, index / schema::kNextName, error);
  if (error) return cannot("renamed", copy, error);
  return {};
}

Result<void> switch_build(const fs::path& index, const std::string& build_id,
                          const std::optional<fs::path>& previous) {
  std::error_code error;
  fs::rename(index / schema::kNextName, index / build_id, error);
  if (error) return cannot("renamed", index / schema::kNextName, error);

  const fs::path pointer = index / kPointerName;
  fs::remove(pointer, error);
  fs::create_symlink(build_id, pointer, error);
  if (error) return cannot("made", pointer, error);
  fs::rename(pointer, index / schema::kCurrentName, error);
  if (error) return cannot("switched", index / schema::kCurrentName, error);
  sync_folder(index);
  remove_old_builds(index, build_id, previous);
  return {};
}

}  // namespace tinlang::writer
