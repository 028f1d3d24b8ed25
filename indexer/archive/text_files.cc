#include "indexer/archive/text_files.h"

#include <algorithm>
#include <array>

#include "indexer/archive/header_field.h"

namespace tinlang::archive {
namespace {

std::string_view name_of(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  return path.substr(path.find_last_of('/') + 1);
}

// Behind the folder's '/'; 0 when there is none.
std::size_t name_begin(std::string_view path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string_view::npos ? 0 : slash + 1;
}

}  // namespace

bool is_for_machines(std::string_view path) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "robots.txt",  "humans.txt", "ads.txt",     "app-ads.txt", "security.txt",  "llms.txt",
      "license.txt", "readme.txt", "sellers.txt", "sitemap.txt", "changelog.txt", "licence.txt"};
  const std::string name = lower_ascii(name_of(path));
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void PageStems::add(std::string_view html_path) {
  const auto dot = html_path.find_last_of('.');
  stems_.emplace(html_path.substr(0, dot));
}

bool PageStems::has_page_of(std::string_view text_path) const {
  constexpr std::string_view kJoints = "._-";
  const std::size_t begin = name_begin(text_path);
  for (std::size_t at = text_path.find_first_of(kJoints, begin + 1); at < text_path.size();
       at = text_path.find_first_of(kJoints, at + 1)) {
    if (stems_.contains(std::string(text_path.substr(0, at)))) return true;
  }
  return false;
}

}  // namespace tinlang::archive
