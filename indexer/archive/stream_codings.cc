#include "indexer/archive/stream_codings.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include <brotli/decode.h>
#include <zstd.h>

namespace tinlang::archive {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;

// Appends a piece; false when it goes over the limit.
bool append(std::string_view piece, std::size_t max_bytes, Inflated& inflated) {
  const std::size_t room = max_bytes - inflated.bytes.size();
  inflated.bytes += piece.substr(0, room);
  inflated.too_large = piece.size() > room;
  return !inflated.too_large;
}

}  // namespace

bool begins_like_zstd(std::string_view bytes) { return bytes.starts_with("\x28\xB5\x2F\xFD"); }

Inflated unpack_zstd(std::string_view in, std::size_t max_bytes) {
  Inflated inflated;
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                     &ZSTD_freeDCtx);
  std::string piece(kPieceBytes, '\0');
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  for (;;) {
    ZSTD_outBuffer to{piece.data(), piece.size(), 0};
    const std::size_t left = ZSTD_decompressStream(context.get(), &to, &from);
    if (!append(std::string_view(piece).substr(0, to.pos), max_bytes, inflated)) return inflated;
    inflated.damaged = ZSTD_isError(left) != 0;
    if (inflated.damaged || left == 0) return inflated;
    const bool starved = from.pos == from.size && to.pos < to.size;
    if (starved) return inflated;
  }
}

Inflated unpack_brotli(std::string_view in, std::size_t max_bytes) {
  Inflated inflated;
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  std::string piece(kPieceBytes, '\0');
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
  std::size_t left_in = in.size();
  for (;;) {
    auto* next_out = reinterpret_cast<std::uint8_t*>(piece.data());
    std::size_t left_out = piece.size();
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(
        state.get(), &left_in, &next_in, &left_out, &next_out, nullptr);
    const std::string_view got = std::string_view(piece).substr(0, piece.size() - left_out);
    if (!append(got, max_bytes, inflated)) return inflated;
    inflated.damaged = result == BROTLI_DECODER_RESULT_ERROR;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return inflated;
  }
}

}  // namespace tinlang::archive
