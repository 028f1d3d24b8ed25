// A page as a reader meets it: blocks of text in order, the boxes they stand
// in, and what the page says about itself for machines.

#ifndef TINLANG_INDEXER_ARTICLE_PAGE_BLOCKS_H_
#define TINLANG_INDEXER_ARTICLE_PAGE_BLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/class_hints.h"
#include "indexer/article/element_style.h"
#include "indexer/article/html_tree.h"

namespace tinlang::article {

inline constexpr std::size_t kNoIndex = std::numeric_limits<std::size_t>::max();

// A run of text that a browser shows as lines of their own.
struct Block {
  std::string text;                  // normalised, white space folded, never empty
  std::string words;                 // its plain_words(), which many steps ask for
  std::vector<std::string> parts;    // of a short block: its text cut at inline elements and <br>
  std::string behind_person;         // of a short block: what stands behind the icon of a person
  std::size_t box = 0;               // the innermost box
  std::size_t image_box = kNoIndex;  // the box of a picture that stands just before the text
  std::size_t cell = kNoIndex;       // the innermost table cell, its row and its table, as boxes
  std::size_t row = kNoIndex;
  std::size_t table = kNoIndex;
  std::size_t chars = 0;  // code points
  std::size_t link_chars = 0;
  std::size_t lead_link_chars = 0;  // of the link that it begins with
  Hints inline_hints = 0;           // of the inline elements that hold it
  Hints around = 0;                 // of every box around it
  std::uint8_t heading = 0;         // 1 to 6; 0 for ordinary text
  Align align = Align::kNone;
  bool bold = false;  // all of it
  bool italic = false;
  bool list_item = false;
  bool hidden = false;        // not shown on a screen
  bool beside_image = false;  // on one line with that picture
  bool repeated = false;      // on other pages of the site too, with other articles

  double link_share() const {
    return chars == 0 ? 0 : static_cast<double>(link_chars) / static_cast<double>(chars);
  }
};

// An element that makes lines of its own. Boxes stand in the order of their start tags.
struct Box {
  std::size_t parent = kNoIndex;
  std::size_t begin = 0;  // its blocks: [begin, end)
  std::size_t end = 0;
  Hints hints = 0;  // its own
  GumboTag tag = GUMBO_TAG_UNKNOWN;
};

struct NamedValue {
  std::string name;  // lower case
  std::string value;
};

// A <time datetime>.
struct TimeMark {
  std::string value;
  std::size_t block = 0;   // the block it stands in or before
  bool is_update = false;  // named for a change: class="updated"
};

// An <a>, in the order of the page.
struct Link {
  std::string href;       // as written; empty for addresses within the site that name no file
  std::string raw_text;   // as written: for clean_text()
  std::size_t block = 0;  // the block it stands in or before
  std::size_t box = 0;
  Hints inline_hints = 0;  // as those of a block
  Hints around = 0;
  bool is_tag = false;        // rel="tag"
  bool is_category = false;   // rel="category tag"
  bool leads_to_tag = false;  // by its address: "/tag/de-dieu"
  bool is_download = false;   // has a download attribute
  bool hidden = false;
};

struct PageBlocks {
  std::vector<Block> blocks;
  std::vector<Box> boxes;
  std::vector<NamedValue> metas;       // <meta> by name or property
  std::vector<NamedValue> properties;  // itemprop, hidden or not
  std::vector<TimeMark> times;
  std::vector<Link> links;           // the first few thousand
  std::vector<std::string> json_ld;  // scripts as written
  std::string title;                 // <title>
  std::string canonical;             // <link rel="canonical">
  std::string base;                  // <base href>
  std::string language;              // <html lang>

  // Whether `box` is `ancestor` or lies in it.
  bool is_within(std::size_t box, std::size_t ancestor) const;
  // The smallest box that holds both.
  std::size_t common_box(std::size_t a, std::size_t b) const;
  // The first value of a meta, or empty.
  std::string_view meta(std::string_view name) const;
};

// Walks over the tree once, without recursion.
PageBlocks read_blocks(const HtmlTree& tree);

// The links of one block.
std::span<const Link> links_in(const PageBlocks& page, std::size_t block);

// Trimmed, white space folded to one space, in the one spelling of
// text::normalize_text(). Malformed bytes become U+FFFD.
std::string clean_text(std::string_view utf8);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_PAGE_BLOCKS_H_
