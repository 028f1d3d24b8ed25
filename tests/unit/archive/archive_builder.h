// Archives made in memory and on disk, whole or broken, for the tests of this room.

#ifndef TINLANG_TESTS_UNIT_ARCHIVE_ARCHIVE_BUILDER_H_
#define TINLANG_TESTS_UNIT_ARCHIVE_ARCHIVE_BUILDER_H_

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>
#include <zlib.h>

namespace tinlang::archive::testing {

enum class Wrap : int { kRawDeflate = -15, kZlib = 15, kGzip = 31 };

inline std::string deflated(std::string_view bytes, Wrap wrap = Wrap::kGzip) {
  z_stream z{};
  if (deflateInit2(&z, 9, Z_DEFLATED, static_cast<int>(wrap), 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("deflate");
  }
  std::string out(deflateBound(&z, bytes.size()) + 32, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

struct RecordParts {
  std::string type = "response";
  std::string uri = "http://xa.example.vn/tin";
  std::string date = "2026-01-05T03:00:00Z";
  std::string content_type = "application/http; msgtype=response";
  std::string more = "";  // further header lines, each with its CRLF
};

inline std::string record(std::string_view block, const RecordParts& parts = {}) {
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: {}\r\n"
      "Content-Type: {}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n",
      parts.type, parts.uri, parts.date, parts.content_type, parts.more, block.size(), block);
}

inline std::string response(std::string_view body, std::string_view fields = "",
                            std::string_view status = "200 OK") {
  return fmt::format("HTTP/1.1 {}\r\nContent-Type: text/html; charset=UTF-8\r\n{}\r\n{}", status,
                     fields, body);
}

struct Member {
  std::string path;
  std::string bytes;
};

// One 512-byte block of a tar header in the old GNU form of a sparse file: 8 GiB
// less one byte, of which only the last 512 bytes are stored.
inline std::string sparse_tar_header(const std::string& path) {
  std::string block(512, '\0');
  block.replace(0, path.size(), path);
  block.replace(100, 7, "0000644");
  block.replace(124, 11, "00000001000");
  block.replace(136, 11, "00000000000");
  block.replace(148, 8, "        ");
  block[156] = 'S';
  block.replace(257, 8, "ustar  \0", 8);
  block.replace(386, 11, "77777776777");
  block.replace(398, 11, "00000001000");
  block.replace(483, 11, "77777777777");
  unsigned sum = 0;
  for (const char c : block) sum += static_cast<unsigned char>(c);
  return block.replace(148, 7, fmt::format("{:06o}", sum) + '\0');
}

enum class Packing { kTar, kTarGz, kTarBz2, kTarXz, kTarZst, kZip, kEncryptedZip };

// The names are in UTF-8, which libarchive writes only in a locale that has it.
class Utf8Names {
 public:
  Utf8Names() : before_(::uselocale(utf8_)) {}
  ~Utf8Names() {
    ::uselocale(before_);
    ::freelocale(utf8_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t utf8_ = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  locale_t before_;
};

inline void pack(const std::filesystem::path& file, Packing packing,
                 const std::vector<Member>& members) {
  const Utf8Names names;
  ::archive* writer = archive_write_new();
  const bool zip = packing == Packing::kZip || packing == Packing::kEncryptedZip;
  zip ? archive_write_set_format_zip(writer) : archive_write_set_format_pax_restricted(writer);
  if (packing == Packing::kTarGz) archive_write_add_filter_gzip(writer);
  if (packing == Packing::kTarBz2) archive_write_add_filter_bzip2(writer);
  if (packing == Packing::kTarXz) archive_write_add_filter_xz(writer);
  if (packing == Packing::kTarZst) archive_write_add_filter_zstd(writer);
  if (packing == Packing::kEncryptedZip) {
    archive_write_set_options(writer, "zip:encryption=zipcrypt");
    archive_write_set_passphrase(writer, "secret");
  }
  if (archive_write_open_filename(writer, file.c_str()) != ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(writer));
  }
  for (const Member& member : members) {
    ::archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.path.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (archive_write_header(writer, entry) != ARCHIVE_OK ||
        archive_write_data(writer, member.bytes.data(), member.bytes.size()) < 0) {
      throw std::runtime_error(archive_error_string(writer));
    }
    archive_entry_free(entry);
  }
  archive_write_free(writer);
}

}  // namespace tinlang::archive::testing

#endif  // TINLANG_TESTS_UNIT_ARCHIVE_ARCHIVE_BUILDER_H_
