#include "indexer/article/page_url.h"

#include <algorithm>
#include <vector>

#include "indexer/article/ascii.h"

namespace tinlang::article {
namespace {

// Behind "http://" or "https://"; 0 when the address does not begin so.
std::size_t authority_begin(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (begins_with_ascii(url, scheme)) return scheme.size();
  }
  return 0;
}

std::size_t authority_end(std::string_view url) {
  return std::min(url.find_first_of("/?#", authority_begin(url)), url.size());
}

bool is_site_root(std::string_view url) {
  const auto rest = url.substr(authority_end(url));
  return rest.empty() || rest == "/";
}

// `address` as an absolute one, seen from `base`; empty when that cannot be.
std::string absolute(std::string_view address, std::string_view base) {
  if (authority_begin(address) != 0) return std::string(address);
  if (authority_begin(base) == 0 || address.empty()) return {};
  if (address.starts_with("//")) {
    return std::string(base.substr(0, base.find(':') + 1)) + std::string(address);
  }
  if (!address.starts_with('/')) return {};
  return std::string(base.substr(0, authority_end(base))) + std::string(address);
}

// Without "." and ".." steps; `path` begins with '/'.
std::string without_dots(std::string_view path) {
  const std::string_view query = path.substr(std::min(path.find_first_of("?#"), path.size()));
  path.remove_suffix(query.size());
  std::vector<std::string_view> steps;
  bool open_end = false;  // the last step names a folder
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view step = path.substr(0, path.find('/'));
    path.remove_prefix(step.size());
    open_end = step.empty() || step == "." || step == "..";
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!open_end) steps.push_back(step);
  }
  std::string clean;
  for (const std::string_view step : steps) clean.append("/").append(step);
  if (open_end || clean.empty()) clean += '/';
  return clean.append(query);
}

bool is_believable(std::string_view url, std::string_view archived_url) {
  if (host_of(url).find('.') == std::string::npos) return false;
  // Many templates give the front page as the canonical address of every article.
  return !is_site_root(url) || archived_url.empty() || is_site_root(archived_url);
}

}  // namespace

std::string resolve_url(std::string_view address, std::string_view base) {
  if (address.empty()) return std::string(base);
  if (std::string known = absolute(address, base); !known.empty()) {
    const std::size_t end = authority_end(known);
    if (!address.starts_with('/') || address.starts_with("//")) return known;
    return known.substr(0, end) + without_dots(std::string_view(known).substr(end));
  }
  const bool has_scheme = address.find(':') < address.find_first_of("/?#");
  if (authority_begin(base) == 0 || has_scheme) return std::string(address);
  const std::size_t end = authority_end(base);
  std::string_view folder = base.substr(end, base.find_first_of("?#", end) - end);
  if (!address.starts_with('?') && !address.starts_with('#')) {
    folder = folder.substr(0, folder.find_last_of('/') + 1);
  }
  std::string path(folder.empty() ? "/" : folder);
  return std::string(base.substr(0, end)) + without_dots(path.append(address));
}

std::string host_of(std::string_view url) {
  const std::size_t begin = authority_begin(url);
  if (begin == 0) return {};
  std::string host(url.substr(begin, authority_end(url) - begin));
  host.erase(0, host.find('@') == std::string::npos ? 0 : host.find('@') + 1);
  host = host.substr(0, host.find(':'));
  std::transform(host.begin(), host.end(), host.begin(), [](char c) { return lower_ascii(c); });
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

PageAddress find_address(const PageBlocks& page, std::string_view archived_url) {
  const std::string_view base = !archived_url.empty() ? archived_url : page.base;
  PageAddress address;
  for (const std::string_view said : {std::string_view(page.canonical), page.meta("og:url")}) {
    const std::string url = absolute(said, base);
    if (url.empty() || !is_believable(url, archived_url)) continue;
    address.url = url.substr(0, url.find('#'));
    break;
  }
  if (address.url.empty()) address.url = archived_url;
  address.site = host_of(address.url);
  if (address.site.empty()) address.site = host_of(page.base);
  return address;
}

}  // namespace tinlang::article
