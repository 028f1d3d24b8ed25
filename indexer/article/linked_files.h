// What an article links to that belongs to it: attachments, and where it was first printed.

#ifndef TINLANG_INDEXER_ARTICLE_LINKED_FILES_H_
#define TINLANG_INDEXER_ARTICLE_LINKED_FILES_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/article/body_reader.h"
#include "indexer/article/page_blocks.h"

namespace tinlang::article {

// What linked files are looked for in.
struct LinkSources {
  const PageBlocks& page;
  std::size_t title_block;  // kNoIndex when the title is printed nowhere
  const BodyText& body;
  std::string_view base;  // the address that the page's links are seen from; may be empty
};

// Documents and archives linked between the title and the lines right behind the body, in the
// order of the page, each address once.
std::vector<Attachment> find_attachments(const LinkSources& sources);

// The absolute address behind "Nguồn: ..." beside the body; empty when there is none.
std::string find_original(const LinkSources& sources);

// Whether a link's text names no file: "Tải về", "Xem".
bool is_file_button(std::string_view text);

// Whether an address names a document or an archive: by the ending of its path or of a
// value in its query, or by a step that says that something is loaded down.
bool is_file_address(std::string_view address);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_LINKED_FILES_H_
