#include "searchd/http/parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>

#include "indexer/text/normalize.h"

#include <fmt/format.h>

namespace tinlang::http {
namespace {

constexpr int kBadRequest = 400;
constexpr std::size_t kShownNameBytes = 40;
constexpr std::size_t kEscapeBytes = 3;  // %41

constexpr std::array<std::string_view, 16> kSearchParameters = {
    "q",      "locality", "official", "post",        "site",  "from",   "to",       "sort",
    "offset", "limit",    "facets",   "facet_limit", "exact", "expand", "mentions", "units"};

std::optional<char> escaped_byte(std::string_view escape) {
  if (escape.size() < kEscapeBytes) return std::nullopt;
  unsigned byte = 0;
  const char* end = escape.data() + kEscapeBytes;
  const auto [stop, error] = std::from_chars(escape.data() + 1, end, byte, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  return static_cast<char>(byte);
}

// nullopt when an escape is broken.
std::optional<std::string> decode(std::string_view encoded) {
  std::string decoded;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '%') {
      decoded += encoded[i] == '+' ? ' ' : encoded[i];
      continue;
    }
    const auto byte = escaped_byte(encoded.substr(i));
    if (!byte) return std::nullopt;
    decoded += *byte;
    i += kEscapeBytes - 1;
  }
  return decoded;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
  });
}

// What is wrong with `text`, empty when nothing is.
std::string fault_of(const std::optional<std::string>& text) {
  if (!text) return "an escape is not % and two hex digits";
  const std::size_t malformed = text::first_malformed_byte(*text);
  if (malformed != std::string_view::npos) {
    return fmt::format("malformed UTF-8 at byte {}", malformed);
  }
  return has_control(*text) ? "has a control character" : "";
}

}  // namespace

std::string shown_name(std::string_view name) {
  std::size_t end = std::min(name.size(), kShownNameBytes);
  while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  std::string shown(name.substr(0, end));
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return end < name.size() ? shown + "…" : shown;
}

bool is_search_parameter(std::string_view name) {
  return std::find(kSearchParameters.begin(), kSearchParameters.end(), name) !=
         kSearchParameters.end();
}

tl::expected<Parameters, Problem> parse_parameters(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decode(pair.substr(0, equals));
    if (const std::string fault = fault_of(name); !fault.empty()) {
      return tl::unexpected(Problem{kBadRequest, "the name of a parameter: " + fault, {}});
    }
    auto value = decode(pair.substr(std::min(equals + 1, pair.size())));
    if (const std::string fault = fault_of(value); !fault.empty()) {
      return tl::unexpected(
          Problem{kBadRequest, shown_name(*name) + ": " + fault, shown_name(*name)});
    }
    parameters.emplace_back(*std::move(name), *std::move(value));
  }
  return parameters;
}

}  // namespace tinlang::http
