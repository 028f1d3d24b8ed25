#include "indexer/archive/gzip_stream.h"

#include <algorithm>

#include "indexer/archive/expansion_guard.h"

#include <fmt/format.h>

namespace tinlang::archive {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
constexpr std::size_t kGzipMagicBytes = 3;

}  // namespace

GzipStream::GzipStream(std::istream& in)
    : in_(in), start_(in.tellg()), buffer_(kBufferBytes, '\0') {
  fill();
  gzip_ = begins_like_gzip(rest_);
}

// Keeps what is left of the buffer; false when the file has no more.
bool GzipStream::fill() {
  const std::size_t kept = rest_.size();
  std::copy(rest_.begin(), rest_.end(), buffer_.begin());
  in_.read(buffer_.data() + kept, static_cast<std::streamsize>(buffer_.size() - kept));
  const auto got = static_cast<std::size_t>(in_.gcount());
  rest_ = std::string_view(buffer_).substr(0, kept + got);
  return got > 0;
}

std::size_t GzipStream::stop(std::string_view why) {
  ended_ = true;
  if (!why.empty()) damage_ = fmt::format("{} at byte {}", why, offset_);
  return 0;
}

std::size_t GzipStream::read(std::span<char> out) {
  if (ended_) return 0;
  if (expands_too_much(decoded_, offset_ - counted_)) {
    return stop(fmt::format("expands to more than {} times its size", kMaxExpansion));
  }
  std::size_t produced = 0;
  if (gzip_) {
    produced = read_gzip(out);
  } else {
    if (rest_.empty()) fill();
    produced = rest_.copy(out.data(), out.size());
    rest_.remove_prefix(produced);
    offset_ += produced;
    if (produced == 0) return stop(in_.bad() ? "cannot be read" : "");
  }
  decoded_ += produced;
  return produced;
}

// False at the end of the file, or where something else follows.
bool GzipStream::begin_member() {
  for (;;) {
    if (rest_.size() < kGzipMagicBytes) fill();
    // Writers of tapes and disks pad with zeros.
    const std::size_t zeros = std::min(rest_.find_first_not_of('\0'), rest_.size());
    rest_.remove_prefix(zeros);
    offset_ += zeros;
    if (zeros == 0) break;
  }
  if (rest_.empty()) {
    stop(in_.bad() ? "cannot be read" : "");
    return false;
  }
  if (!begins_like_gzip(rest_)) {
    member_ = offset_;
    stop("no gzip member");
    return false;
  }
  inflater_.reset();
  member_ = offset_;
  in_member_ = true;
  return true;
}

bool GzipStream::seek(std::uint64_t at) {
  in_.clear();
  if (start_ < 0 || !in_.seekg(start_ + static_cast<std::streamoff>(at))) return false;
  offset_ = at;
  rest_ = {};
  return true;
}

bool GzipStream::return_to(std::uint64_t at) {
  if (in_.bad() || skips_ == kMostSkips || has_skipped_ || !seek(gzip_ ? 0 : at)) return false;
  ++skips_;
  in_member_ = false;
  ended_ = false;
  std::string again(gzip_ ? kBufferBytes : 0, '\0');
  for (std::uint64_t left = gzip_ ? at : 0; left > 0;) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(left, again.size()));
    const std::size_t read = read_gzip(std::span(again).first(size));
    if (read == 0) return false;
    left -= read;
  }
  return true;
}

// From behind the beginning of the last member on: what was decoded after it was cut short may
// be the next one.
bool GzipStream::find_member() {
  constexpr std::size_t kFlags = kGzipMagicBytes;  // where they stand
  constexpr unsigned kNoFlags = 0xE0;              // bits that no member has
  if (!seek(member_ + 1)) return false;
  while (fill()) {
    const auto is_head = [&](std::size_t at) {
      return begins_like_gzip(rest_.substr(at)) &&
             (static_cast<unsigned char>(rest_[at + kFlags]) & kNoFlags) == 0;
    };
    std::size_t at = std::min(rest_.find('\x1F'), rest_.size());
    while (at + kFlags < rest_.size() && !is_head(at)) {
      at = std::min(rest_.find('\x1F', at + 1), rest_.size());
    }
    const bool found = at + kFlags < rest_.size();
    // A head may begin in the last bytes.
    if (!found) at = rest_.size() - std::min(rest_.size(), kFlags);
    rest_.remove_prefix(at);
    offset_ += at;
    if (found) return true;
  }
  return false;
}

bool GzipStream::skip_damage() {
  if (!gzip_ || damage_.empty() || in_.bad() || skips_ == kMostSkips || !find_member()) {
    return false;
  }
  ++skips_;
  has_skipped_ = true;
  damage_.clear();
  ended_ = false;
  in_member_ = false;
  counted_ = offset_;
  decoded_ = 0;
  return true;
}

std::size_t GzipStream::read_gzip(std::span<char> out) {
  for (;;) {
    if (!in_member_ && !begin_member()) return 0;
    if (rest_.empty() && !fill()) return stop("truncated gzip");
    const Inflater::Step step = inflater_.step(rest_, out);
    rest_.remove_prefix(step.consumed);
    offset_ += step.consumed;
    in_member_ = step.state == Inflater::State::kGoing;
    if (step.state == Inflater::State::kDamaged) {
      // What was decoded before the damage is handed on first.
      stop("damaged gzip");
      return step.produced;
    }
    if (step.produced > 0) return step.produced;
  }
}

}  // namespace tinlang::archive
