// Which letters the bytes of a page stand for.

#ifndef TINLANG_INDEXER_ARTICLE_CHARSET_H_
#define TINLANG_INDEXER_ARTICLE_CHARSET_H_

#include <string>
#include <string_view>

namespace tinlang::article {

struct DecodedPage {
  std::string text;  // well-formed UTF-8; what could not be read is U+FFFD
  // "utf-8", "utf-8-twice" (UTF-8 read as windows-1252 and encoded again), "utf-16",
  // "windows-1258", "tcvn3", "viscii", "vni-windows", "vps", "windows-1252" or a declared name.
  std::string charset;
};

// Decodes the bytes of an HTML or text page. A byte order mark decides; then
// UTF-8 that is (nearly) well-formed; then the reading in which most words are
// Vietnamese syllables. What the page declares is one candidate among these:
// pages typed in VNI or TCVN3 declare Latin-1, or nothing. So is `served`, the charset that the
// server named (Page::charset; may be empty), which comes before it. Never fails.
DecodedPage decode_page(std::string_view bytes, const std::string& served = {});

// The words a reader would see in markup, as bytes in the page's own encoding:
// without tags, scripts, styles and comments, at most `max_bytes`.
std::string visible_bytes(std::string_view markup, std::size_t max_bytes);

// The charset that a page declares in its first bytes, in lower case; may be empty.
std::string declared_charset(std::string_view bytes);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_CHARSET_H_
