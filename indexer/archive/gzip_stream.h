// The bytes of a file, gunzipped where they are gzip: one member or many.

#ifndef TINLANG_INDEXER_ARCHIVE_GZIP_STREAM_H_
#define TINLANG_INDEXER_ARCHIVE_GZIP_STREAM_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <span>
#include <string>
#include <string_view>

#include "indexer/archive/inflater.h"

namespace tinlang::archive {

// Whether the file is gzip is seen by its first bytes, not by its name. Not thread-safe.
class GzipStream {
 public:
  // `in` outlives the stream and is read by it alone.
  explicit GzipStream(std::istream& in);

  // The next bytes into `out`, which is not empty; 0 at the end, and for ever after.
  std::size_t read(std::span<char> out);

  // Bytes of `in` that were decoded so far.
  std::uint64_t offset() const { return offset_; }
  bool is_gzip() const { return gzip_; }

  // Why the bytes end before those of `in` do; empty when they do not.
  const std::string& damage() const { return damage_; }

  // After damage: goes on at the next bytes of `in`, which must be seekable, that begin like a gzip
  // member, as if there were no damage. False where there are none, and after kMostSkips of them,
  // since each may be made to expand.
  bool skip_damage();
  static constexpr std::size_t kMostSkips = 16;

  // Reads again from byte `at` of the decoded file on. False where damage was skipped, and after
  // kMostSkips.
  bool return_to(std::uint64_t at);

  // Counts bytes that were decoded from those read, for the guard against
  // archives that expand without end.
  void add_decoded(std::uint64_t bytes) { decoded_ += bytes; }

 private:
  bool fill();
  std::size_t read_gzip(std::span<char> out);
  bool begin_member();
  bool seek(std::uint64_t at);
  bool find_member();
  std::size_t stop(std::string_view why);

  std::istream& in_;
  std::streamoff start_;  // of the bytes in it
  std::string buffer_;
  std::string_view rest_;  // of buffer_, not yet decoded
  Inflater inflater_{DeflateWrap::kGzip};
  std::uint64_t offset_ = 0;
  std::uint64_t member_ = 0;   // where the last member begins, or should
  std::uint64_t counted_ = 0;  // from where on decoded_ is counted
  std::uint64_t decoded_ = 0;
  std::size_t skips_ = 0;
  bool has_skipped_ = false;  // damage, so that bytes of the decoded file are missing
  bool gzip_ = false;
  bool in_member_ = false;
  bool ended_ = false;
  std::string damage_;
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_GZIP_STREAM_H_
