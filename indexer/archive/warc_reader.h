// The records of a WARC file (ISO 28500, versions 1.0 and 1.1), one after the other.

#ifndef TINLANG_INDEXER_ARCHIVE_WARC_READER_H_
#define TINLANG_INDEXER_ARCHIVE_WARC_READER_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/gzip_stream.h"
#include "indexer/archive/header_field.h"

namespace tinlang::archive {

// What a record says before its block. Fields that it lacks are empty.
struct WarcRecord {
  std::size_t number = 0;   // 1 for the first record of the file
  std::string type;         // WARC-Type in lower case: "response", "revisit", ...
  std::string target_uri;   // without the angle brackets that some writers put around it
  std::string captured_at;  // WARC-Date as ISO 8601 UTC to the second, or empty
  MediaType media;          // Content-Type of the block
  bool is_segment = false;  // a part of a record that goes on elsewhere
  std::uint64_t block_bytes = 0;
};

// Memory: a buffer, and what read_block() is asked for. Not thread-safe.
class WarcReader {
 public:
  // `in`, plain or gzip, outlives the reader.
  explicit WarcReader(std::istream& in) : stream_(in) {}

  // The next record; what was not read of the block before is skipped.
  // nullopt at the end, or at damage that nothing can be read behind. Where a
  // length lies, so that no record begins after a block, that is a fault, and
  // reading goes on at the next line that begins a record; where a gzip member
  // is damaged or expands without end, at the next member, and where a block is said to reach
  // behind the end of the file, within that block (GzipStream::kMostSkips times in all).
  std::optional<WarcRecord> next();

  // The next bytes of the record's block, `max_bytes` or as many as it has left.
  // nullopt when the file ends before they do; faults() says where.
  std::optional<std::string> read_block(std::size_t max_bytes);

  // What could not be read so far: one line each, with the byte of the file.
  std::vector<std::string> faults() const;

  // Counts bytes decoded from a block, for the guard against endless expansion.
  void add_decoded(std::uint64_t bytes) { stream_.add_decoded(bytes); }

 private:
  enum class LineEnd { kFound, kEndOfFile };

  bool fill();
  LineEnd read_line(std::string& line);
  bool skip_block();
  bool resume();
  std::optional<WarcRecord> read_next();
  bool find_version_line();
  std::optional<WarcRecord> read_header();
  void add_fault(std::string_view what, std::uint64_t at);
  void add_end_fault(std::string_view what, std::uint64_t at);

  GzipStream stream_;
  std::string buffer_;
  std::string_view rest_;                     // of buffer_, not yet read
  std::uint64_t position_ = 0;                // in the decoded file, of rest_
  std::uint64_t unread_ = 0;                  // bytes of the current block
  std::uint64_t block_ = 0;                   // where it begins
  std::optional<std::uint64_t> hidden_from_;  // a block that the file is too short for
  std::size_t records_ = 0;
  bool ended_ = false;
  bool lost_ = false;  // a fault says that no record begins here
  std::vector<std::string> faults_;
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_WARC_READER_H_
