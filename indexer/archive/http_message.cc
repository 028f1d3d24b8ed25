#include "indexer/archive/http_message.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "indexer/archive/file_kind.h"
#include "indexer/archive/inflater.h"
#include "indexer/archive/stream_codings.h"

namespace tinlang::archive {
namespace {

// More encodings around one body are no page that a browser would show.
constexpr std::size_t kMaxCodings = 3;

std::optional<int> parse_status(std::string_view line) {
  if (!line.starts_with("HTTP/")) return std::nullopt;
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  line.remove_prefix(std::min(line.find_first_not_of(' ', space), line.size()));
  int status = 0;
  const auto parsed = std::from_chars(line.data(), line.data() + line.size(), status);
  if (parsed.ec != std::errc{}) return std::nullopt;
  return status;
}

// The line that begins at `begin`, with what its end is: {line, begin of the next}.
// nullopt when no line end follows.
struct Line {
  std::string_view text;
  std::size_t next;
};
std::optional<Line> line_at(std::string_view text, std::size_t begin) {
  const std::size_t newline = text.find('\n', begin);
  if (newline == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(begin, newline - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return Line{line, newline + 1};
}

void set_field(HttpHead& head, std::string_view line) {
  const auto field = parse_header_field(line);
  if (!field) return;
  if (field->name == "content-type") {
    head.media = parse_media_type(field->value);
  } else if (field->name == "transfer-encoding") {
    head.transfer_encoding = lower_ascii(field->value);
  } else if (field->name == "content-encoding") {
    head.content_encoding = lower_ascii(field->value);
  }
}

// The size at the head of a chunk; nullopt when there is none.
struct Chunk {
  std::size_t size;
  std::size_t begin;  // of its bytes
};
std::optional<Chunk> chunk_at(std::string_view body, std::size_t begin) {
  const auto line = line_at(body, begin);
  if (!line) return std::nullopt;
  std::size_t size = 0;
  const char* const end = line->text.data() + line->text.size();
  const auto parsed = std::from_chars(line->text.data(), end, size, 16);
  if (parsed.ec != std::errc{}) return std::nullopt;
  const std::string_view after = trimmed({parsed.ptr, static_cast<std::size_t>(end - parsed.ptr)});
  if (!after.empty() && after.front() != ';') return std::nullopt;
  return Chunk{size, line->next};
}

std::string without_chunks(std::string_view body) {
  auto chunk = chunk_at(body, 0);
  if (!chunk) return std::string(body);
  std::string whole;
  while (chunk && chunk->size > 0) {
    const std::string_view bytes = body.substr(chunk->begin, chunk->size);
    whole += bytes;
    if (bytes.size() < chunk->size) break;
    const auto end = line_at(body, chunk->begin + bytes.size());
    if (!end) break;
    chunk = chunk_at(body, end->next);
  }
  return whole;
}

// The codings that a header lists, in the order in which they were applied.
std::vector<std::string_view> codings(std::string_view list) {
  std::vector<std::string_view> names;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string_view name = trimmed(list.substr(0, comma));
    if (!name.empty() && name != "identity") names.push_back(name);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
  return names;
}

Inflated inflate_either_way(std::string_view body, std::size_t max_bytes) {
  Inflated inflated = inflate_all(body, DeflateWrap::kZlib, max_bytes);
  if (!inflated.damaged || !inflated.bytes.empty()) return inflated;
  return inflate_all(body, DeflateWrap::kNone, max_bytes);
}

// Deflated bytes may hold such text too, where they could not be made shorter.
bool is_bare_html(std::string_view body) {
  return trimmed(body.substr(0, kSniffedBytes)).starts_with('<') && begins_like_html(body);
}

// nullopt for a coding that is not known.
std::optional<Inflated> unpack(std::string_view coding, std::string_view body,
                               std::size_t max_bytes) {
  if (coding == "gzip" || coding == "x-gzip") {
    return inflate_all(body, DeflateWrap::kGzip, max_bytes);
  }
  if (coding == "deflate") return inflate_either_way(body, max_bytes);
  if (coding == "br") return unpack_brotli(body, max_bytes);
  if (coding == "zstd") return unpack_zstd(body, max_bytes);
  return std::nullopt;
}

Result<std::string> without_coding(std::string_view coding, std::string body,
                                   std::size_t max_bytes) {
  const bool is_gzip = coding == "gzip" || coding == "x-gzip";
  if (is_gzip ? !begins_like_gzip(body) : is_bare_html(body)) return body;
  if (coding == "zstd" && !begins_like_zstd(body)) return body;
  std::optional<Inflated> inflated = unpack(coding, body, max_bytes);
  if (!inflated) return fail(ErrorCode::kInvalidInput, "content encoding {} is not read", coding);
  if (inflated->too_large) {
    return fail(ErrorCode::kInvalidInput, "page of more than {} bytes", max_bytes);
  }
  if (inflated->damaged) {
    return fail(ErrorCode::kInvalidInput, "damaged {} after {} bytes", coding,
                inflated->bytes.size());
  }
  return std::move(inflated->bytes);
}

}  // namespace

std::optional<HttpHead> parse_http_head(std::string_view message) {
  message = message.substr(0, kMaxHttpHeadBytes);
  auto line = line_at(message, 0);
  if (!line) return std::nullopt;
  const auto status = parse_status(line->text);
  if (!status) return std::nullopt;

  HttpHead head;
  head.status = *status;
  std::string field;
  while ((line = line_at(message, line->next))) {
    const bool folded = line->text.starts_with(' ') || line->text.starts_with('\t');
    if (folded) {
      field += line->text;
      continue;
    }
    set_field(head, field);
    field = line->text;
    if (line->text.empty()) {
      head.bytes = line->next;
      return head;
    }
  }
  return std::nullopt;
}

Result<std::string> decode_http_body(const HttpHead& head, std::string_view body,
                                     std::size_t max_bytes) {
  // Transfer codings lie around content codings.
  std::vector<std::string_view> names = codings(head.content_encoding);
  for (const std::string_view coding : codings(head.transfer_encoding)) names.push_back(coding);
  if (names.size() > kMaxCodings) {
    return fail(ErrorCode::kInvalidInput, "{} encodings around one page", names.size());
  }
  std::string decoded(body);
  for (; !names.empty(); names.pop_back()) {
    if (names.back() == "chunked") {
      decoded = without_chunks(decoded);
      continue;
    }
    auto inner = without_coding(names.back(), std::move(decoded), max_bytes);
    if (!inner) return inner;
    decoded = *std::move(inner);
  }
  if (decoded.size() > max_bytes) {
    return fail(ErrorCode::kInvalidInput, "page of {} bytes, more than {}", decoded.size(),
                max_bytes);
  }
  return decoded;
}

}  // namespace tinlang::archive
