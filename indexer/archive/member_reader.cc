#include "indexer/archive/member_reader.h"

#include <algorithm>
#include <array>
#include <fstream>
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
// Each costs a walk through the directory.
constexpr std::size_t kMaxRecoveries = 16;

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
  archive_read_support_format_zip_seekable(reader);
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

bool begins_like_zip(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<char, 2> head{};
  in.read(head.data(), head.size());
  return head[0] == 'P' && head[1] == 'K';
}

bool is_regular_file(::archive_entry* entry) {
  return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
}

}  // namespace

struct MemberReader::Handle {
  ::archive* reader = archive_read_new();
  ::archive_entry* entry = nullptr;  // of the reader, until its next header is read

  Handle() = default;
  ~Handle() { archive_read_free(reader); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
};

MemberReader::MemberReader(const std::filesystem::path& file) : file_(file) {
  const Utf8Locale locale;
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!error) file_bytes_ = size;
  open();
}

MemberReader::~MemberReader() = default;

void MemberReader::open() {
  handle_ = std::make_unique<Handle>();
  headers_ = 0;
  if (without_directory_) {
    archive_read_support_format_zip_streamable(handle_->reader);
  } else {
    support_formats(handle_->reader);
  }
  if (archive_read_open_filename(handle_->reader, file_.c_str(), kBlockBytes) == ARCHIVE_OK) return;
  if (without_directory_ || !begins_like_zip(file_)) return set_fault("cannot be read");
  // A zip that was cut has lost its directory, but not the headers of its members.
  without_directory_ = true;
  open();
}

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

// In steps that the guard can end, where the member must be decoded to come to
// its end; else libarchive seeks.
bool MemberReader::skip_rest() {
  if (!in_member_) return true;
  in_member_ = false;
  if (archive_filter_count(handle_->reader) <= 1 && !without_directory_) return true;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  while (archive_read_data_block(handle_->reader, &block, &size, &offset) == ARCHIVE_OK) {
    read_bytes_ += size;
    if (is_bomb()) return false;
  }
  return true;  // the next header meets the damage again
}

// False at the end and at damage; then there is a fault.
bool MemberReader::read_header() {
  const int code = archive_read_next_header(handle_->reader, &handle_->entry);
  if (code == ARCHIVE_EOF) return false;
  if (code == ARCHIVE_RETRY) return read_header();
  if (code >= ARCHIVE_WARN) {
    ++headers_;
    in_member_ = true;
    return true;
  }
  set_fault("damaged");
  return false;
}

bool MemberReader::next() {
  const Utf8Locale locale;
  bytes_.clear();
  member_fault_.clear();
  while (fault_.empty() && skip_rest() && !is_bomb() && read_header()) {
    if (!is_regular_file(handle_->entry)) continue;
    path_ = path_of(handle_->entry);
    encrypted_ = archive_entry_is_encrypted(handle_->entry) != 0;
    return true;
  }
  return false;
}

// Opens a zip anew at the current member: libarchive reads nothing more after
// damage, but the directory says where the next member lies.
bool MemberReader::go_behind_damage() {
  const bool has_directory =
      archive_format(handle_->reader) == ARCHIVE_FORMAT_ZIP && !without_directory_;
  if (!has_directory || ++recoveries_ > kMaxRecoveries) return false;
  const std::size_t headers = headers_;
  open();
  while (fault_.empty() && headers_ < headers) {
    if (!read_header()) return false;
  }
  return fault_.empty();
}

bool MemberReader::read_to(std::size_t max_bytes) {
  const Utf8Locale locale;
  while (in_member_ && bytes_.size() < max_bytes) {
    const std::size_t had = bytes_.size();
    bytes_.resize(std::min(max_bytes, had + kBlockBytes));
    const la_ssize_t got =
        archive_read_data(handle_->reader, bytes_.data() + had, bytes_.size() - had);
    bytes_.resize(had + static_cast<std::size_t>(std::max<la_ssize_t>(got, 0)));
    if (got < 0) {
      const char* said = archive_error_string(handle_->reader);
      member_fault_ = said == nullptr ? "damaged" : said;
      if (got == ARCHIVE_FATAL && !go_behind_damage()) set_fault(member_fault_);
      in_member_ = false;
      return false;
    }
    read_bytes_ += static_cast<std::uint64_t>(got);
    if (got == 0) in_member_ = false;
    if (is_bomb()) return false;
  }
  return true;
}

}  // namespace tinlang::archive
