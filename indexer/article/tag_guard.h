// Takes the sting out of markup before a tree is built from it.

#ifndef TINLANG_INDEXER_ARTICLE_TAG_GUARD_H_
#define TINLANG_INDEXER_ARTICLE_TAG_GUARD_H_

#include <cstddef>
#include <string>

namespace tinlang::article {

// Browsers stop nesting at 512; written pages stay under 100.
inline constexpr std::size_t kMaxDepth = 600;
inline constexpr std::size_t kMaxTagBytes = 64 * 1024;

// Blanks, in place, start tags that would nest deeper than kMaxDepth and the
// attributes of tags longer than kMaxTagBytes (pictures written as data: URLs).
// A tree builder's time grows with depth times tags and with the square of the
// attributes. Text is never touched; the length stays the same.
void guard_tags(std::string& markup);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_TAG_GUARD_H_
