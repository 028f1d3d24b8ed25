// What one element of the tree says about itself.

#ifndef TINLANG_INDEXER_ARTICLE_ELEMENT_ATTRIBUTES_H_
#define TINLANG_INDEXER_ARTICLE_ELEMENT_ATTRIBUTES_H_

#include <string>
#include <string_view>

#include <gumbo.h>

#include "indexer/article/class_hints.h"
#include "indexer/article/element_style.h"

namespace tinlang::article {

// The attributes that anything here asks for; they point into the tree.
struct Attributes {
  ElementStyle style;
  std::string_view align;
  std::string_view property;  // itemprop
  std::string_view content;
  std::string_view datetime;
  std::string_view width;
  std::string_view height;
  Hints hints = 0;
  bool hidden = false;
};

// Reads what kept_attributes.h writes.
Attributes read_attributes(const GumboElement& element, NameHints& names);

// The value of one attribute; empty when there is none.
std::string_view attribute_of(const GumboElement& element, const char* name);

// Icons, spacers and counters are no pictures that a caption could belong to.
bool is_tiny_picture(const Attributes& attributes);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_ELEMENT_ATTRIBUTES_H_
