#include "indexer/archive/gzip_stream.h"

#include <algorithm>

#include "indexer/archive/expansion_guard.h"

#include <fmt/format.h>

namespace tinlang::archive {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
constexpr std::size_t kGzipMagicBytes = 3;

}  // namespace

GzipStream::GzipStream(std::istream& in) : in_(in), buffer_(kBufferBytes, '\0') {
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
  if (expands_too_much(decoded_, offset_)) {
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
    stop("no gzip member");
    return false;
  }
  inflater_.reset();
  in_member_ = true;
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
