#include "indexer/archive/member_reader.h"

#include <algorithm>
#include <clocale>
#include <system_error>
#include <utility>

#include "indexer/archive/expansion_guard.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

namespace tinlang::archive {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} * 1024;

// Libarchive converts the names in UTF-8 to the locale's encoding, and would
// lose the letters that the locale "C" does not have.
class Utf8Locale {
 public:
  Utf8Locale()
      : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
        before_(utf8_ != nullptr ? ::uselocale(utf8_) : nullptr) {}
  ~Utf8Locale() {
    if (utf8_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(utf8_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t utf8_;
  locale_t before_;
};

// Named one by one: "all" would start programs for the rarer kinds.
void support_formats(::archive* reader) {
  archive_read_support_format_tar(reader);
  archive_read_support_format_zip(reader);
  archive_read_support_filter_gzip(reader);
  archive_read_support_filter_bzip2(reader);
  archive_read_support_filter_xz(reader);
  archive_read_support_filter_zstd(reader);
}

std::string path_of(::archive_entry* entry) {
  const char* path = archive_entry_pathname(entry);
  if (path == nullptr) path = archive_entry_pathname_utf8(entry);
  std::string shown = path == nullptr ? "?" : path;
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }, '?');
  return shown;
}

bool is_regular_file(::archive_entry* entry) {
  return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
}

}  // namespace

struct MemberReader::Handle {
  ::archive* reader = archive_read_new();
};

MemberReader::MemberReader(const std::filesystem::path& file)
    : handle_(std::make_unique<Handle>()) {
  const Utf8Locale locale;
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!error) file_bytes_ = size;
  support_formats(handle_->reader);
  if (archive_read_open_filename(handle_->reader, file.c_str(), kBlockBytes) != ARCHIVE_OK) {
    set_fault("cannot be read");
  }
}

MemberReader::~MemberReader() { archive_read_free(handle_->reader); }

void MemberReader::set_fault(std::string_view fallback) {
  const char* said = archive_error_string(handle_->reader);
  fault_ = fmt::format("{} at byte {}", said == nullptr ? fallback : said,
                       archive_filter_bytes(handle_->reader, -1));
}

bool MemberReader::is_bomb() {
  // A zip is read at many places: what was read of it is not known, but no more than all.
  const bool filtered = archive_filter_count(handle_->reader) > 1;
  const auto count = [&](int filter) {
    return static_cast<std::uint64_t>(
        std::max<la_int64_t>(0, archive_filter_bytes(handle_->reader, filter)));
  };
  const std::uint64_t compressed = filtered ? count(-1) : file_bytes_;
  const std::uint64_t decoded = filtered ? std::max(read_bytes_, count(0)) : read_bytes_;
  if (!expands_too_much(decoded, compressed)) return false;
  fault_ =
      fmt::format("expands to more than {} times its size at byte {}", kMaxExpansion, count(-1));
  return true;
}

// Of a compressed archive, in steps that the guard can end; else libarchive can seek.
bool MemberReader::skip_rest() {
  if (!in_member_) return true;
  in_member_ = false;
  if (archive_filter_count(handle_->reader) <= 1) return true;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  while (archive_read_data_block(handle_->reader, &block, &size, &offset) == ARCHIVE_OK) {
    if (is_bomb()) return false;
  }
  return true;  // next() meets the damage again
}

bool MemberReader::next() {
  const Utf8Locale locale;
  bytes_.clear();
  member_fault_.clear();
  while (fault_.empty() && skip_rest() && !is_bomb()) {
    ::archive_entry* entry = nullptr;
    const int code = archive_read_next_header(handle_->reader, &entry);
    if (code == ARCHIVE_EOF) return false;
    if (code == ARCHIVE_RETRY) continue;
    if (code < ARCHIVE_WARN) {
      set_fault("damaged");
      return false;
    }
    in_member_ = true;
    if (!is_regular_file(entry)) continue;
    path_ = path_of(entry);
    encrypted_ = archive_entry_is_encrypted(entry) != 0;
    return true;
  }
  return false;
}

bool MemberReader::read_to(std::size_t max_bytes) {
  const Utf8Locale locale;
  while (in_member_ && bytes_.size() < max_bytes) {
    const std::size_t had = bytes_.size();
    bytes_.resize(std::min(max_bytes, had + kBlockBytes));
    const la_ssize_t got =
        archive_read_data(handle_->reader, bytes_.data() + had, bytes_.size() - had);
    bytes_.resize(had + static_cast<std::size_t>(std::max<la_ssize_t>(got, 0)));
    if (got > 0) read_bytes_ += static_cast<std::uint64_t>(got);
    if (got == ARCHIVE_FATAL) {
      set_fault("damaged");
      in_member_ = false;
      return false;
    }
    if (got < 0) {
      const char* said = archive_error_string(handle_->reader);
      member_fault_ = said == nullptr ? "damaged" : said;
      return false;
    }
    if (got == 0) in_member_ = false;
    if (is_bomb()) return false;
  }
  return true;
}

}  // namespace tinlang::archive
