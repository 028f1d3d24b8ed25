// Gathers the text of a page into blocks while a tree is walked.

#ifndef TINLANG_INDEXER_ARTICLE_BLOCK_WRITER_H_
#define TINLANG_INDEXER_ARTICLE_BLOCK_WRITER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/page_blocks.h"

namespace tinlang::article {

// What holds for the text at one place of the tree.
struct TextStyle {
  std::size_t box = 0;
  std::size_t cell = kNoIndex;
  std::size_t row = kNoIndex;
  std::size_t table = kNoIndex;
  Hints around = 0;
  Hints inline_hints = 0;
  std::uint8_t heading = 0;
  Align align = Align::kNone;
  bool bold = false;
  bool italic = false;
  bool link = false;
  bool list_item = false;
  bool hidden = false;
  bool keeps_lines = false;  // <pre>
};

class BlockWriter {
 public:
  explicit BlockWriter(std::vector<Block>& blocks) : blocks_(blocks) {}

  void text(std::string_view utf8, const TextStyle& style);
  void line_break() { ++breaks_; }
  // An inline element begins or ends here.
  void joint();
  // A picture, a film or a frame in `box`.
  void picture(std::size_t box);
  // A box begins or ends: the block is complete.
  void finish();

 private:
  void begin_line();
  void append(std::string_view word, const TextStyle& style);
  bool ends_sentence() const;

  std::vector<Block>& blocks_;
  std::string raw_;
  std::vector<std::size_t> cuts_;  // offsets in raw_
  Block block_;
  std::size_t bold_chars_ = 0;
  std::size_t italic_chars_ = 0;
  std::size_t picture_box_ = kNoIndex;  // seen, and no text since
  std::size_t breaks_ = 0;              // <br> since the last text
  bool picture_inside_ = false;         // a picture stands behind the text gathered so far
  bool space_ = false;
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_BLOCK_WRITER_H_
