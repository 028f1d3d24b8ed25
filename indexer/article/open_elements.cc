#include "indexer/article/open_elements.h"

#include <algorithm>
#include <iterator>

namespace tinlang::article {

TagKind kind_of(NameHash tag) {
  switch (tag) {
    case hash_name("area"):
    case hash_name("base"):
    case hash_name("basefont"):
    case hash_name("bgsound"):
    case hash_name("br"):
    case hash_name("col"):
    case hash_name("embed"):
    case hash_name("frame"):
    case hash_name("hr"):
    case hash_name("img"):
    case hash_name("input"):
    case hash_name("keygen"):
    case hash_name("link"):
    case hash_name("meta"):
    case hash_name("param"):
    case hash_name("source"):
    case hash_name("track"):
    case hash_name("wbr"):
      return TagKind::kVoid;
    case hash_name("p"):
    case hash_name("li"):
    case hash_name("td"):
    case hash_name("th"):
    case hash_name("tr"):
    case hash_name("dd"):
    case hash_name("dt"):
    case hash_name("option"):
    case hash_name("thead"):
    case hash_name("tbody"):
    case hash_name("tfoot"):
      return TagKind::kSelfClosing;
    case hash_name("table"):
    case hash_name("ul"):
    case hash_name("ol"):
    case hash_name("dl"):
    case hash_name("div"):
    case hash_name("section"):
    case hash_name("select"):
    case hash_name("article"):
      return TagKind::kBoundary;
    case hash_name("script"):
    case hash_name("style"):
    case hash_name("textarea"):
    case hash_name("title"):
    case hash_name("xmp"):
    case hash_name("iframe"):
    case hash_name("noembed"):
    case hash_name("noframes"):
      return TagKind::kRawText;
    default:
      return TagKind::kOrdinary;
  }
}

bool OpenElements::open(NameHash name, TagKind kind) {
  if (kind == TagKind::kSelfClosing) close_before_same(name);
  if (open_.size() >= kMaxDepth) return false;
  open_.push_back(name);
  return true;
}

void OpenElements::close(NameHash name) {
  const auto found = std::find(open_.rbegin(), open_.rend(), name);
  if (found != open_.rend()) open_.erase(std::next(found).base(), open_.end());
}

void OpenElements::close_before_same(NameHash name) {
  for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
    if (*it == name) {
      open_.erase(std::next(it).base(), open_.end());
      return;
    }
    if (kind_of(*it) == TagKind::kBoundary) return;
  }
}

}  // namespace tinlang::article
