// Which elements are open at a place of a page, counted from its tags alone.

#ifndef TINLANG_INDEXER_ARTICLE_OPEN_ELEMENTS_H_
#define TINLANG_INDEXER_ARTICLE_OPEN_ELEMENTS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/article/start_tag.h"

namespace tinlang::article {

// Browsers stop nesting at 512; written pages stay under 100.
inline constexpr std::size_t kMaxDepth = 600;

enum class TagKind : std::uint8_t {
  kOrdinary,
  kVoid,         // without content
  kSelfClosing,  // ends where the next of the same name begins
  kBoundary,     // nothing closes by itself across it
  kRawText,      // its content is text up to its own end tag
};
TagKind kind_of(NameHash tag);

// Near enough to how a tree builder counts them.
class OpenElements {
 public:
  // False when the element would nest deeper than kMaxDepth.
  bool open(NameHash name, TagKind kind);
  // An end tag closes everything inside its element; one without an element says nothing.
  void close(NameHash name);

 private:
  void close_before_same(NameHash name);

  std::vector<NameHash> open_;  // at most kMaxDepth
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_OPEN_ELEMENTS_H_
