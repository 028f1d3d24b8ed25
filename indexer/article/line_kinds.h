// What each line of a page is to its reader: text, a date, a link elsewhere, the
// announcement of another article, the imprint of the site. Read from shape and
// repetition, with few words.

#ifndef TINLANG_INDEXER_ARTICLE_LINE_KINDS_H_
#define TINLANG_INDEXER_ARTICLE_LINE_KINDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/article/page_blocks.h"

namespace tinlang::article {

enum class LineKind : std::uint8_t {
  kShort,    // a heading, a label, a cell, a caption
  kProse,    // written to be read
  kDate,     // a publish line
  kLinks,    // leads elsewhere
  kTeaser,   // part of the announcement of another article
  kMatter,   // a heading of other articles, polls, counters, attachments
  kImprint,  // who runs the site, its address, licence, statistics
  kHidden,
};

// One kind for each block. Hidden blocks are read like others with `show_hidden`.
std::vector<LineKind> read_line_kinds(const PageBlocks& page, bool show_hidden);

// Text long enough, and free enough of links, to be written for reading.
bool is_prose(const Block& block);

// Whether most of the block is links.
bool is_link_line(const Block& block);

// Whether block `i` is the summary under the linked headline of another article.
bool is_teaser(const PageBlocks& page, std::size_t i);

// Whether the text ends as a sentence does.
bool ends_sentence(std::string_view text);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_LINE_KINDS_H_
