// Finds the words of a question in a text.

#ifndef TINLANG_SEARCHD_SEARCH_MARKER_H_
#define TINLANG_SEARCHD_SEARCH_MARKER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/text/analyzer.h"
#include "searchd/search/question.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

// A stretch of a text that answers a part of the question. Parts are counted
// from 0 in the question's order.
struct Mark {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::size_t part = 0;
  bool loose = false;  // the text has marks that the question lacks: perhaps another word
};

// Immutable after construction; thread-safe.
class Marker {
 public:
  explicit Marker(const Question& question);

  // What `analyzed` has of the question, by begin; marks may overlap, no two
  // are of the same stretch. A word by itself is marked wherever it stands, the
  // words of a phrase, of a name or of an abbreviation's full form only in a row
  // and as one stretch, a document number as a whole.
  // Excluded words are not marked. Matching is that of answers().
  std::vector<Mark> find(const text::AnalyzedText& analyzed) const;

 private:
  struct Row {
    std::vector<Word> words;  // one or more, in a row
    std::size_t part = 0;
  };

  void add(const Node& node);
  void add_row(const std::vector<Word>& words);

  std::vector<Row> rows_;
  std::unordered_multimap<std::string, std::size_t> rows_by_fold_;  // fold of the first word
  std::vector<std::size_t> prefix_rows_;
  std::unordered_map<std::string, std::size_t> number_parts_;
  std::size_t part_ = 0;
};

// Marks as highlights of `text`, of which byte 0 is byte `begin` of the text
// that was marked: overlapping ones joined, those outside left out.
std::vector<Highlight> to_highlights(std::string_view text, std::size_t begin,
                                     const std::vector<Mark>& marks);

// The whole of `text` (UTF-8) with its marks.
MarkedText mark_text(std::string_view text, const Marker& marker, text::Analyzer& analyzer);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_MARKER_H_
