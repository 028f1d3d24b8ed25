// What page_blocks.h reads of a start tag's attributes, as short as it can be said.

#ifndef TINLANG_INDEXER_ARTICLE_KEPT_ATTRIBUTES_H_
#define TINLANG_INDEXER_ARTICLE_KEPT_ATTRIBUTES_H_

#include <cstddef>
#include <string>

#include "indexer/article/class_hints.h"
#include "indexer/article/stand_ins.h"
#include "indexer/article/start_tag.h"

namespace tinlang::article {

// Longer values (pictures written as data: URLs) say nothing about text.
inline constexpr std::size_t kMaxValueBytes = 64 * 1024;

// Stands for classes and ids: the hints of them all, in hexadecimal digits.
inline constexpr const char* kHintsAttribute = "h";

// Appends the attributes worth keeping, a space before each. Classes and ids become a
// kHintsAttribute, a style its code (element_style.h); a <time> and an <abbr>, and names written
// with entities, keep theirs. Long values of `content` and `href` become stand-ins. False for a
// <meta> or <link> that says nothing.
bool write_attributes(const StartTag& tag, NameHints& names, StandIns& stand_ins,
                      std::string& markup);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_KEPT_ATTRIBUTES_H_
