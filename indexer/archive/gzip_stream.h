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

  // Counts bytes that were decoded from those read, for the guard against
  // archives that expand without end.
  void add_decoded(std::uint64_t bytes) { decoded_ += bytes; }

 private:
  bool fill();
  std::size_t read_gzip(std::span<char> out);
  bool begin_member();
  std::size_t stop(std::string_view why);

  std::istream& in_;
  std::string buffer_;
  std::string_view rest_;  // of buffer_, not yet decoded
  Inflater inflater_{DeflateWrap::kGzip};
  std::uint64_t offset_ = 0;
  std::uint64_t decoded_ = 0;
  bool gzip_ = false;
  bool in_member_ = false;
  bool ended_ = false;
  std::string damage_;
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_GZIP_STREAM_H_
