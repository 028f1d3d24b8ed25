#include "indexer/archive/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/archive/capture_time.h"

#include <fmt/format.h>

namespace tinlang::archive {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
// A longer line of a header is cut: no field that is needed has such a length.
constexpr std::size_t kMaxLineBytes = std::size_t{64} * 1024;

bool is_version_line(std::string_view line) {
  constexpr std::string_view kName = "WARC/";
  if (!line.starts_with(kName) || line.size() > kName.size() + 6) return false;
  return line.find_first_not_of("0123456789.", kName.size()) == std::string_view::npos;
}

std::string without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return std::string(uri);
}

std::optional<std::uint64_t> parse_length(std::string_view text) {
  std::uint64_t length = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, length);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return length;
}

void set_field(WarcRecord& record, std::optional<std::uint64_t>& length, HeaderField field) {
  if (field.name == "warc-type") {
    record.type = lower_ascii(field.value);
  } else if (field.name == "warc-target-uri") {
    record.target_uri = without_brackets(field.value);
  } else if (field.name == "warc-date") {
    record.captured_at = capture_time(field.value);
  } else if (field.name == "content-type") {
    record.media = parse_media_type(field.value);
  } else if (field.name == "warc-segment-number") {
    record.is_segment = true;
  } else if (field.name == "content-length") {
    length = parse_length(field.value);
  }
}

}  // namespace

bool WarcReader::fill() {
  if (ended_) return false;
  buffer_.resize(kBufferBytes);
  rest_ = std::string_view(buffer_).substr(0, stream_.read(buffer_));
  ended_ = rest_.empty();
  return !ended_;
}

void WarcReader::add_fault(std::string_view what, std::uint64_t at) {
  faults_.push_back(
      fmt::format("{} at byte {}{}", what, at, stream_.is_gzip() ? " of the decoded file" : ""));
}

// Of a file that ends too early; damage of its gzip data is the same fault, and is told once.
void WarcReader::add_end_fault(std::string_view what, std::uint64_t at) {
  if (stream_.damage().empty()) add_fault(what, at);
}

// The line without its end; what is over kMaxLineBytes is left out. At the end
// of the file, `line` is what follows the last line end.
WarcReader::LineEnd WarcReader::read_line(std::string& line) {
  line.clear();
  for (;;) {
    if (rest_.empty() && !fill()) return LineEnd::kEndOfFile;
    const std::size_t newline = rest_.find('\n');
    const std::string_view piece = rest_.substr(0, newline);
    line.append(piece.substr(0, kMaxLineBytes - line.size()));
    const bool found = newline != std::string_view::npos;
    const std::size_t taken = piece.size() + (found ? 1 : 0);
    position_ += taken;
    rest_.remove_prefix(taken);
    if (!found) continue;
    if (line.ends_with('\r')) line.pop_back();
    return LineEnd::kFound;
  }
}

bool WarcReader::skip_block() {
  while (unread_ > 0) {
    if (rest_.empty() && !fill()) return false;
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(rest_.size(), unread_));
    rest_.remove_prefix(taken);
    position_ += taken;
    unread_ -= taken;
  }
  return true;
}

// Passes over the blank lines after a block, and with a fault over anything
// else that is there instead of a record.
bool WarcReader::find_version_line() {
  std::string line;
  for (;;) {
    const std::uint64_t begin = position_;
    const LineEnd end = read_line(line);
    if (end == LineEnd::kFound && is_version_line(line)) {
      lost_ = false;
      return true;
    }
    const bool blank = trimmed(line).empty();
    const bool at_end = end == LineEnd::kEndOfFile;
    if (!lost_ && (!blank || (at_end && records_ == 0))) {
      lost_ = true;
      const std::string what = records_ == 0
                                   ? "no WARC record"
                                   : fmt::format("no WARC record after record {}", records_);
      at_end ? add_end_fault(what, begin) : add_fault(what, begin);
    }
    if (at_end) return false;
  }
}

// nullopt when the file ends before the header does.
std::optional<WarcRecord> WarcReader::read_header() {
  WarcRecord record;
  record.number = ++records_;
  std::string line;
  std::string field;
  std::optional<std::uint64_t> length;
  const std::uint64_t begin = position_;
  do {
    if (read_line(line) == LineEnd::kEndOfFile) {
      add_end_fault(fmt::format("record {}: ends within its header", records_), begin);
      return std::nullopt;
    }
    if (line.starts_with(' ') || line.starts_with('\t')) {  // the field before goes on
      field.append(line, 0, kMaxLineBytes - std::min(kMaxLineBytes, field.size()));
      continue;
    }
    if (auto parsed = parse_header_field(field)) set_field(record, length, *std::move(parsed));
    field = line;
  } while (!line.empty());
  if (!length) {
    add_fault(fmt::format("record {}: no length", records_), begin);
    lost_ = true;
  }
  record.block_bytes = length.value_or(0);
  return record;
}

// Behind a gzip member that is damaged or expands without end; or within a block that is said to
// be longer than the file, since records may stand there.
bool WarcReader::resume() {
  const std::string damage = stream_.damage();
  if (stream_.skip_damage()) {
    faults_.push_back(fmt::format("{} (in record {})", damage, records_));
  } else if (hidden_from_ && damage.empty() && stream_.return_to(*hidden_from_)) {
    position_ = *hidden_from_;
  } else {
    return false;
  }
  hidden_from_.reset();
  ended_ = false;
  lost_ = true;  // what follows is told already
  return true;
}

std::optional<WarcRecord> WarcReader::next() {
  for (;;) {
    if (auto record = read_next()) return record;
    if (!ended_ || !resume()) return std::nullopt;
  }
}

std::optional<WarcRecord> WarcReader::read_next() {
  if (!skip_block()) {
    add_end_fault(fmt::format("record {}: ends {} bytes early", records_, unread_), position_);
    unread_ = 0;
    hidden_from_ = block_;
    return std::nullopt;
  }
  for (;;) {
    if (!find_version_line()) return std::nullopt;
    auto record = read_header();
    if (!record) return std::nullopt;
    if (lost_) continue;
    unread_ = record->block_bytes;
    block_ = position_;
    return record;
  }
}

std::optional<std::string> WarcReader::read_block(std::size_t max_bytes) {
  std::string bytes;
  std::uint64_t wanted = std::min<std::uint64_t>(max_bytes, unread_);
  while (wanted > 0) {
    if (rest_.empty() && !fill()) return std::nullopt;
    const std::string_view piece =
        rest_.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(wanted, rest_.size())));
    bytes += piece;
    rest_.remove_prefix(piece.size());
    position_ += piece.size();
    unread_ -= piece.size();
    wanted -= piece.size();
  }
  return bytes;
}

std::vector<std::string> WarcReader::faults() const {
  std::vector<std::string> faults = faults_;
  if (!stream_.damage().empty()) {
    faults.push_back(fmt::format("{} (in record {})", stream_.damage(), records_));
  }
  return faults;
}

}  // namespace tinlang::archive
