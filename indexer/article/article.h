// What was read from a page. Unknown is empty or absent, never a guess.

#ifndef TINLANG_INDEXER_ARTICLE_ARTICLE_H_
#define TINLANG_INDEXER_ARTICLE_ARTICLE_H_

#include <optional>
#include <string>
#include <vector>

#include "indexer/calendar/date.h"

namespace tinlang::article {

// A document that an article links to.
struct Attachment {
  std::string url;   // absolute where the page's address is known, else as written
  std::string text;  // as linked, else the name of the file

  bool operator==(const Attachment&) const = default;
};

// All text is UTF-8 as text::normalize_text() leaves it, without tags or
// entities, white space runs folded to one space.
struct Article {
  std::string source;       // Page::source
  std::string captured_at;  // Page::captured_at
  std::string url;          // canonical: the page's own word, else Page::url; may be empty
  std::string site;         // the url's host in lower case, without "www."; may be empty
  std::string site_name;    // og:site_name or the suffix of <title>; may be empty
  std::string title;
  std::string lead;                     // sapo; also the first of `paragraphs`
  std::vector<std::string> paragraphs;  // the body in reading order, no captions, no byline
  std::vector<std::string> captions;
  std::string photo_credit;             // who took the pictures, as printed
  std::vector<std::string> tags;        // as printed, each once
  std::string category;                 // the innermost section of the site
  std::vector<Attachment> attachments;  // in the order of the page
  std::string original;                 // the address it was taken from: "Nguồn: ..."
  std::string byline;                   // as printed, without "Tác giả:" and its kind
  std::string language;                 // "vi", "en", or empty when unsure
  std::string encoding;                 // the charset the bytes were read in, e.g. "utf-8", "tcvn3"
  std::string sha256;                   // lower-case hex of Page::bytes
  std::optional<calendar::Date> published;
  std::optional<calendar::Date> modified;
};

// The body as one text: paragraphs joined by a blank line.
std::string body_text(const Article& article);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_ARTICLE_H_
