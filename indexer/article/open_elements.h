// Which elements are open at a place of a page, counted from its tags alone.

#ifndef TINLANG_INDEXER_ARTICLE_OPEN_ELEMENTS_H_
#define TINLANG_INDEXER_ARTICLE_OPEN_ELEMENTS_H_

#include <array>
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

// Whether its start tag ends a line and begins one wherever it stands in a text. A tree builder
// passes over a <td> outside of a table, and over any end tag that ends nothing.
bool begins_line(NameHash tag);

// Names that a tree builder closes and opens again where tags cross: <b><p></b></p>.
bool is_formatting(NameHash tag);

// Near enough to how a tree builder counts them. A tag costs the same whatever is open: what it
// closes was opened once, and that it closes nothing is known without a search.
class OpenElements {
 public:
  // False when the element would nest deeper than kMaxDepth.
  bool open(NameHash name, TagKind kind);
  // An end tag closes everything inside its element; one without an element says nothing.
  void close(NameHash name);
  // Whether anything that formats no text was opened within the innermost element of that name.
  bool crosses(NameHash name) const;

 private:
  static constexpr std::size_t kSlots = 1024;
  struct Element {
    NameHash name = 0;
    std::uint32_t below = 0;       // the next one of its slot: its place in open_ plus one
    std::uint32_t boundaries = 0;  // kBoundary elements up to here
    std::uint32_t others = 0;      // elements up to here that are not is_formatting()
  };

  std::uint32_t boundaries() const { return open_.empty() ? 0 : open_.back().boundaries; }
  // The place of the innermost of that name plus one; 0 when none is open.
  std::uint32_t find(NameHash name) const;
  void close_from(std::size_t place);

  std::vector<Element> open_;                  // at most kMaxDepth
  std::array<std::uint32_t, kSlots> slots_{};  // by name: the innermost's place plus one
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_OPEN_ELEMENTS_H_
