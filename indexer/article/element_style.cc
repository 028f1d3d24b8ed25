#include "indexer/article/element_style.h"

#include "indexer/article/ascii.h"

namespace tinlang::article {
namespace {

constexpr char kHidden = 'h';
constexpr char kBold = 'b';
constexpr char kItalic = 'i';
constexpr char kCenter = 'c';
constexpr char kRight = 'r';
constexpr char kPlain = 'n';  // neither: it undoes what the boxes around say

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is(std::string_view text, std::string_view word) {
  return text.size() == word.size() && begins_with_ascii(text, word);
}

void declare(std::string_view property, std::string_view value, ElementStyle& style) {
  if (is(property, "text-align")) {
    style.align = align_of(value);
  } else if (is(property, "display")) {
    style.hidden = style.hidden || begins_with_ascii(value, "none");
  } else if (is(property, "visibility")) {
    style.hidden = style.hidden || begins_with_ascii(value, "hidden");
  } else if (is(property, "font-weight")) {
    style.bold = begins_with_ascii(value, "bold") || begins_with_ascii(value, "700");
  } else if (is(property, "font-style")) {
    style.italic = begins_with_ascii(value, "italic");
  }
}

}  // namespace

Align align_of(std::string_view value) {
  if (begins_with_ascii(value, "center")) return Align::kCenter;
  return begins_with_ascii(value, "right") ? Align::kRight : Align::kNone;
}

ElementStyle read_style(std::string_view css) {
  ElementStyle style;
  while (!css.empty()) {
    const std::size_t end = std::min(css.find(';'), css.size());
    const std::string_view declaration = css.substr(0, end);
    css.remove_prefix(std::min(end + 1, css.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    declare(trimmed(declaration.substr(0, colon)), trimmed(declaration.substr(colon + 1)), style);
  }
  return style;
}

std::string code_of(const ElementStyle& style) {
  std::string code;
  if (style.hidden) code += kHidden;
  if (style.bold) code += kBold;
  if (style.italic) code += kItalic;
  if (style.align == Align::kCenter) code += kCenter;
  if (style.align == Align::kRight) code += kRight;
  if (style.align == Align::kNone) code += kPlain;
  return code;
}

ElementStyle style_of_code(std::string_view code) {
  ElementStyle style;
  for (const char c : code) {
    style.hidden = style.hidden || c == kHidden;
    style.bold = style.bold || c == kBold;
    style.italic = style.italic || c == kItalic;
    if (c == kCenter) style.align = Align::kCenter;
    if (c == kRight) style.align = Align::kRight;
    if (c == kPlain) style.align = Align::kNone;
  }
  return style;
}

}  // namespace tinlang::article
