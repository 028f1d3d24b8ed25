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
  bool in_article = false;   // <article>
  bool keeps_lines = false;  // <pre>
};

class BlockWriter {
 public:
  explicit BlockWriter(std::vector<Block>& blocks) : blocks_(blocks) {}

  void text(std::string_view utf8, const TextStyle& style);
  void line_break() { ++breaks_; }
  // An inline element begins or ends here.
  void joint();
  // An icon of a person: the name of an author or a user follows.
  void person();
  // A picture, a film or a frame in `box`.
  void picture(std::size_t box);
  // A box begins or ends: the block is complete.
  void finish();
  // Whether no text waits for its block to be complete.
  bool is_empty() const { return raw_.empty(); }
  // Whether the text that waits is long enough for a headline.
  bool is_line() const;

 private:
  // How far the text had come at a cut.
  struct Cut {
    std::size_t at = 0;  // offset in raw_
    std::size_t chars = 0;
    std::size_t link_chars = 0;
    std::size_t spaces = 0;
    std::size_t bold_chars = 0;
    std::size_t italic_chars = 0;
  };
  // Lines without an end are cheap to write and dear to look through for dates.
  static constexpr std::size_t kMostDateChecks = 20'000;

  void begin_line(const TextStyle& style);
  void append(std::string_view word, const TextStyle& style);
  bool parts_words(std::string_view word) const;
  bool ends_sentence() const;
  bool changes_weight(const TextStyle& style) const;
  void split_at_date();
  void split_behind_date();
  void cut_off(Cut cut);
  void emit();
  std::string behind_person() const;

  Cut here() const;

  std::vector<Block>& blocks_;
  std::string raw_;
  std::vector<Cut> cuts_;
  Block block_;
  std::size_t spaces_ = 0;  // in raw_
  std::size_t bold_chars_ = 0;
  std::size_t italic_chars_ = 0;
  std::size_t date_checks_left_ = kMostDateChecks;  // of the whole page
  std::size_t person_at_ = kNoIndex;                // offset in raw_
  std::size_t picture_box_ = kNoIndex;              // seen, and no text since
  std::size_t breaks_ = 0;                          // <br> since the last text
  bool picture_inside_ = false;  // a picture stands behind the text gathered so far
  bool space_ = false;
  bool leads_with_link_ = false;  // the text so far is one link
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_BLOCK_WRITER_H_
