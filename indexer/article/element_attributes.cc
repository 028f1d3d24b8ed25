#include "indexer/article/element_attributes.h"

#include <algorithm>
#include <charconv>

#include "indexer/article/kept_attributes.h"
#include "indexer/article/tag_kinds.h"

namespace tinlang::article {

namespace {

// The name of an element that HTML does not know: "app-breadcrumb", "mat-icon".
std::string_view unknown_name(const GumboElement& element) {
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data == nullptr ? std::string_view() : std::string_view(name.data, name.length);
}

Hints hints_of_digits(std::string_view digits) {
  Hints hints = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), hints, 16);
  return hints;
}

}  // namespace

Attributes read_attributes(const GumboElement& element, NameHints& names) {
  Attributes result;
  result.hints = hints_of_tag(element.tag);
  if (element.tag == GUMBO_TAG_UNKNOWN) result.hints |= names.of(unknown_name(element));
  for (unsigned int i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string_view name = attribute->name;
    const std::string_view value = attribute->value;
    if (name == kHintsAttribute) {
      result.hints |= hints_of_digits(value);
    } else if (name == "class" || name == "id") {
      result.hints |= hints_of_names(value);
    } else if (name == "style") {
      result.style = style_of_code(value);
    } else if (name == "align") {
      result.align = value;
    } else if (name == "itemprop") {
      result.property = value;
      if (value == "articleBody") result.hints |= kBodyHint;
      if (value == "headline") result.hints |= kTitleHint;
    } else if (name == "content") {
      result.content = value;
    } else if (name == "datetime") {
      result.datetime = value;
    } else if (name == "width") {
      result.width = value;
    } else if (name == "height") {
      result.height = value;
    } else if (name == "hidden") {
      result.hidden = true;
    }
  }
  // "attachment_12" is what WordPress calls the frame of a picture with its caption.
  if ((result.hints & kCaptionHint) != 0) result.hints &= ~kShareHint;
  result.hidden = result.hidden || (result.hints & kHiddenHint) != 0 || result.style.hidden;
  return result;
}

std::string_view attribute_of(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

bool is_tiny_picture(const Attributes& attributes) {
  const auto small = [](std::string_view size) {
    int pixels = 0;
    if (size.empty()) return false;
    for (const char c : size) {
      if (c < '0' || c > '9') break;
      pixels = std::min(pixels * 10 + (c - '0'), 100000);
    }
    constexpr int kSmallestPicture = 48;
    return pixels < kSmallestPicture && size.find('%') == std::string_view::npos;
  };
  return small(attributes.width) || small(attributes.height);
}

}  // namespace tinlang::article
