// One start tag, cut as the HTML standard cuts it.

#ifndef TINLANG_INDEXER_ARTICLE_START_TAG_H_
#define TINLANG_INDEXER_ARTICLE_START_TAG_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/article/ascii.h"

namespace tinlang::article {

// A name of a tag or an attribute in lower case, as FNV-1a: names are compared many times
// and never shown. hash_name("div") == hash_name("DIV").
using NameHash = std::uint64_t;
constexpr NameHash hash_name(std::string_view name) {
  NameHash hash = 14695981039346656037ULL;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(lower_ascii(c))) * 1099511628211ULL;
  }
  return hash;
}

struct TagAttribute {
  NameHash name = 0;
  std::string_view value;   // as written, entities and all, without its quotes
  std::string_view source;  // name, sign and value as written
};

struct StartTag {
  NameHash name = 0;
  std::string_view source;  // its name as written
  std::vector<TagAttribute> attributes;
  bool closes_itself = false;  // "<path/>"
  std::size_t end = 0;         // just behind its '>'
};

// Reads the tag whose '<' is at `at`, before a letter. False when the page ends within it.
// `tag` is written over, so that one serves for a whole page. Attributes after the first
// 200 are not listed.
bool read_start_tag(std::string_view markup, std::size_t at, StartTag& tag);

// The name of a tag, which begins at `from`, as written.
std::string_view read_tag_name(std::string_view markup, std::size_t from);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_START_TAG_H_
