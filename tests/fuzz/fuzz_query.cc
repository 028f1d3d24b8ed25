// Any bytes as a question: they become syntax that comes back from its printed
// form, the syntax a tree, the tree a query, and the same bytes always the same
// tree; marking a text with it stays within the text.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/text/abbreviations.h"
#include "indexer/text/analyzer.h"
#include "searchd/search/marker.h"
#include "searchd/search/query_builder.h"
#include "searchd/search/query_syntax.h"
#include "searchd/search/question.h"
#include "searchd/search/snippet.h"
#include "tests/support/shipped_data.h"

namespace {

using namespace tinlang::search;  // NOLINT(google-build-using-namespace): a target, not a library

std::size_t count_nodes(const std::vector<Node>& nodes) {
  std::size_t count = nodes.size();
  for (const Node& node : nodes) count += count_nodes(node.children) + count_nodes(node.excluded);
  return count;
}

void check_marks(const MarkedText& marked) {
  std::size_t points = 0;
  for (const char c : marked.text)
    points += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  std::size_t end = 0;
  for (const Highlight& highlight : marked.highlights) {
    if (highlight.begin < end || highlight.end <= highlight.begin) std::abort();
    end = highlight.end;
  }
  if (end > points) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto analyzer = tinlang::text::Analyzer::create().value();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view text = bytes.substr(0, kMaxQuestionBytes);

  const Syntax syntax = parse_syntax(bytes);
  if (parse_syntax(to_text(syntax)) != syntax) std::abort();

  const auto& abbreviations = tinlang::testing::shipped_abbreviations();
  const Question question = parse_question(text, analyzer, abbreviations);
  // A byte can make a word, and a word at most a few nodes.
  constexpr std::size_t kNodesPerByte = 16;
  if (count_nodes(question.required) + count_nodes(question.excluded) >
      kNodesPerByte * (text.size() + 1)) {
    std::abort();
  }
  const auto description = full_query(question, {}).get_description();
  if (full_query(parse_question(text, analyzer, abbreviations), {}).get_description() !=
      description) {
    std::abort();
  }
  any_query(question);
  const Marker marker(question);
  check_marks(mark_text(text, marker, analyzer));
  for (const MarkedText& passage : best_passages(bytes, marker, analyzer)) check_marks(passage);
  return 0;
}
