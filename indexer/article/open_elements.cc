#include "indexer/article/open_elements.h"

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

bool begins_line(NameHash tag) {
  switch (tag) {
    case hash_name("p"):
    case hash_name("div"):
    case hash_name("li"):
    case hash_name("ul"):
    case hash_name("ol"):
    case hash_name("h1"):
    case hash_name("h2"):
    case hash_name("h3"):
    case hash_name("h4"):
    case hash_name("h5"):
    case hash_name("h6"):
    case hash_name("nav"):
    case hash_name("aside"):
    case hash_name("table"):
    case hash_name("figure"):
    case hash_name("footer"):
    case hash_name("header"):
    case hash_name("article"):
    case hash_name("section"):
    case hash_name("blockquote"):
      return true;
    default:
      return false;
  }
}

bool is_formatting(NameHash tag) {
  switch (tag) {
    case hash_name("a"):
    case hash_name("b"):
    case hash_name("big"):
    case hash_name("code"):
    case hash_name("em"):
    case hash_name("font"):
    case hash_name("i"):
    case hash_name("nobr"):
    case hash_name("s"):
    case hash_name("small"):
    case hash_name("strike"):
    case hash_name("strong"):
    case hash_name("tt"):
    case hash_name("u"):
      return true;
    default:
      return false;
  }
}

bool OpenElements::open(NameHash name, TagKind kind) {
  if (kind == TagKind::kSelfClosing) {
    const std::uint32_t same = find(name);
    // Nothing closes by itself across a boundary.
    if (same > 0 && open_[same - 1].boundaries == boundaries()) close_from(same - 1);
  }
  if (open_.size() >= kMaxDepth) return false;
  std::uint32_t& slot = slots_[name % kSlots];
  const std::uint32_t more = kind == TagKind::kBoundary ? 1 : 0;
  const std::uint32_t others = open_.empty() ? 0 : open_.back().others;
  open_.push_back({name, slot, boundaries() + more, others + (is_formatting(name) ? 0 : 1)});
  slot = static_cast<std::uint32_t>(open_.size());
  return true;
}

void OpenElements::close(NameHash name) {
  if (const std::uint32_t same = find(name); same > 0) close_from(same - 1);
}

bool OpenElements::crosses(NameHash name) const {
  const std::uint32_t same = find(name);
  return same > 0 && open_[same - 1].others != open_.back().others;
}

std::uint32_t OpenElements::find(NameHash name) const {
  std::uint32_t place = slots_[name % kSlots];
  while (place > 0 && open_[place - 1].name != name) place = open_[place - 1].below;
  return place;
}

void OpenElements::close_from(std::size_t place) {
  while (open_.size() > place) {
    slots_[open_.back().name % kSlots] = open_.back().below;
    open_.pop_back();
  }
}

}  // namespace tinlang::article
