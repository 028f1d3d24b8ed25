#include "indexer/archive/inflater.h"

#include <algorithm>
#include <limits>

#include <zlib.h>

namespace tinlang::archive {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;
constexpr int kWindowBits = 15;

// How inflateInit2() is told the wrapping.
int window_bits(DeflateWrap wrap) {
  switch (wrap) {
    case DeflateWrap::kGzip:
      return kWindowBits + 16;
    case DeflateWrap::kZlib:
      return kWindowBits;
    case DeflateWrap::kNone:
      break;
  }
  return -kWindowBits;
}

uInt bounded(std::size_t size) {
  return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

}  // namespace

bool begins_like_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

struct Inflater::Stream {
  z_stream z{};
  bool ready = false;
};

Inflater::Inflater(DeflateWrap wrap) : stream_(std::make_unique<Stream>()) {
  stream_->ready = inflateInit2(&stream_->z, window_bits(wrap)) == Z_OK;
}

Inflater::~Inflater() {
  if (stream_->ready) inflateEnd(&stream_->z);
}

Inflater::Step Inflater::step(std::string_view in, std::span<char> out) {
  if (!stream_->ready) return {0, 0, State::kDamaged};
  z_stream& z = stream_->z;
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));  // zlib only reads it
  z.avail_in = bounded(in.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = bounded(out.size());
  const uInt given = z.avail_in;
  const uInt room = z.avail_out;
  const int code = inflate(&z, Z_NO_FLUSH);
  Step step{given - z.avail_in, room - z.avail_out, State::kGoing};
  if (code == Z_STREAM_END) {
    step.state = State::kEnded;
  } else if (code != Z_OK && code != Z_BUF_ERROR) {
    step.state = State::kDamaged;
  }
  return step;
}

void Inflater::reset() {
  if (stream_->ready) inflateReset(&stream_->z);
}

Inflated inflate_all(std::string_view in, DeflateWrap wrap, std::size_t max_bytes) {
  Inflated inflated;
  Inflater inflater(wrap);
  std::string piece(kPieceBytes, '\0');
  for (;;) {
    const Inflater::Step step = inflater.step(in, piece);
    in.remove_prefix(step.consumed);
    const std::size_t room = max_bytes - inflated.bytes.size();
    inflated.bytes.append(piece, 0, std::min(step.produced, room));
    if (step.produced > room) {
      inflated.too_large = true;
      return inflated;
    }
    if (step.state == Inflater::State::kDamaged) {
      inflated.damaged = true;
      return inflated;
    }
    const bool ended = step.state == Inflater::State::kEnded;
    if (ended && !(wrap == DeflateWrap::kGzip && begins_like_gzip(in))) return inflated;
    if (ended) inflater.reset();
    if (!ended && step.consumed == 0 && step.produced == 0) return inflated;
  }
}

}  // namespace tinlang::archive
