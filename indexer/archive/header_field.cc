#include "indexer/archive/header_field.h"

namespace tinlang::archive {

std::optional<HeaderField> parse_header_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = trimmed(line.substr(0, colon));
  if (name.empty()) return std::nullopt;
  return HeaderField{lower_ascii(name), std::string(trimmed(line.substr(colon + 1)))};
}

MediaType parse_media_type(std::string_view value) {
  MediaType media;
  std::size_t end = value.find(';');
  media.type = lower_ascii(trimmed(value.substr(0, end)));
  while (end != std::string_view::npos) {
    value.remove_prefix(end + 1);
    end = value.find(';');
    const std::string_view parameter = value.substr(0, end);
    const std::size_t equals = parameter.find('=');
    if (equals == std::string_view::npos) continue;
    if (lower_ascii(trimmed(parameter.substr(0, equals))) != "charset") continue;
    std::string_view charset = trimmed(parameter.substr(equals + 1));
    while (charset.starts_with('"') || charset.starts_with('\'')) charset.remove_prefix(1);
    while (charset.ends_with('"') || charset.ends_with('\'')) charset.remove_suffix(1);
    media.charset = lower_ascii(trimmed(charset));
    break;
  }
  return media;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

}  // namespace tinlang::archive
