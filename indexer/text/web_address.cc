#include "indexer/text/web_address.h"

#include <algorithm>
#include <array>

#include "indexer/text/letter.h"

namespace tinlang::text {
namespace {

constexpr std::size_t kLongestAddress = 254;

// Ends of host names that local portals and their readers write. A closed list,
// since a missing space after a full stop looks like a host name too.
constexpr std::array<std::string_view, 9> kTopLevels = {"vn",  "com",  "net",  "org", "gov",
                                                        "edu", "info", "asia", "biz"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alphanumeric(char c) { return is_lower(c) || is_upper(c) || (c >= '0' && c <= '9'); }
bool is_address_char(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '@';
}

std::string_view run_at(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin, kLongestAddress + 1);
  const auto* const end = std::find_if_not(rest.begin(), rest.end(), is_address_char);
  std::string_view run = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  if (run.size() > kLongestAddress) return {};
  while (!run.empty() && !is_alphanumeric(run.back())) run.remove_suffix(1);
  return run;
}

bool is_top_level(std::string_view label) {
  return std::any_of(kTopLevels.begin(), kTopLevels.end(), [label](std::string_view known) {
    return label == known || std::equal(label.begin(), label.end(), known.begin(), known.end(),
                                        [](char c, char lower) { return c == lower - 'a' + 'A'; });
  });
}

// Two or more labels between single dots.
bool is_host(std::string_view host) {
  const std::size_t last_dot = host.rfind('.');
  if (last_dot == std::string_view::npos || last_dot == 0 || host.front() == '.') return false;
  if (host.find("..") != std::string_view::npos) return false;
  if (host.find_first_of("@_") != std::string_view::npos) return false;
  return is_top_level(host.substr(last_dot + 1));
}

}  // namespace

std::size_t web_address_length(std::string_view text, std::size_t begin) {
  const std::string_view run = run_at(text, begin);
  const std::size_t end = begin + run.size();
  if (end < text.size() && text[end] != '.') {
    std::size_t next = end;
    if (letter_of(next_code_point(text, next)).is_letter) return 0;
  }
  const std::size_t at = run.find('@');
  if (at == 0) return 0;
  const std::string_view host = at == std::string_view::npos ? run : run.substr(at + 1);
  return is_host(host) ? run.size() : 0;
}

}  // namespace tinlang::text
