// What the style attribute of an element says about its text.

#ifndef TINLANG_INDEXER_ARTICLE_ELEMENT_STYLE_H_
#define TINLANG_INDEXER_ARTICLE_ELEMENT_STYLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tinlang::article {

enum class Align : std::uint8_t { kNone, kCenter, kRight };

struct ElementStyle {
  std::optional<Align> align;
  bool hidden = false;
  bool bold = false;
  bool italic = false;

  bool operator==(const ElementStyle&) const = default;
};

// Reads declarations as written in a page, entities and all; the last one of a property counts.
ElementStyle read_style(std::string_view css);

// "left", "center" and the like, also in capitals and with something behind.
Align align_of(std::string_view value);

// A letter for each thing said, in no language: empty for a style that says nothing of text.
std::string code_of(const ElementStyle& style);
ElementStyle style_of_code(std::string_view code);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_ELEMENT_STYLE_H_
