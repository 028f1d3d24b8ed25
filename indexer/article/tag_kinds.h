// What the elements of HTML are to a reader of text.

#ifndef TINLANG_INDEXER_ARTICLE_TAG_KINDS_H_
#define TINLANG_INDEXER_ARTICLE_TAG_KINDS_H_

#include <gumbo.h>

#include "indexer/article/class_hints.h"

namespace tinlang::article {

// Elements that make lines of their own.
bool is_block_tag(GumboTag tag);

// Elements that only style a part of a line. Neither this nor the above: names that HTML does
// not know.
bool is_inline_tag(GumboTag tag);

// Elements whose text no reader meets as text.
bool is_skipped(GumboTag tag);

// Pictures, films and frames.
bool is_picture(GumboTag tag);

// What the element's name alone hints at.
Hints hints_of_tag(GumboTag tag);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_TAG_KINDS_H_
