#include "searchd/search/question.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "indexer/schema/fields.h"
#include "indexer/text/normalize.h"
#include "searchd/search/date_range.h"
#include "searchd/search/expander.h"
#include "searchd/search/query_syntax.h"
#include "searchd/search/rows.h"
#include "searchd/search/words_reader.h"

namespace tinlang::search {
namespace {

using schema::FieldId;
using text::AnalyzedText;
using text::Token;

// Where a part of the question stands.
struct Place {
  bool positive = true;  // outside every exclusion
  bool in_title = false;
};

Node parent(NodeKind kind, std::vector<Node> children) {
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

Node terms_node(std::vector<std::string> terms) {
  Node node;
  node.kind = NodeKind::kTerms;
  node.terms = std::move(terms);
  return node;
}

Node number_node(std::string number) {
  Node node;
  node.kind = NodeKind::kNumber;
  node.number = std::move(number);
  return node;
}

// A part given twice asks for nothing more, and each costs a walk of its postings.
void drop_repeated(std::vector<Node>& nodes) {
  std::set<std::tuple<std::string, std::string, bool, bool, bool>> seen;
  std::erase_if(nodes, [&](const Node& node) {
    if (node.kind != NodeKind::kWord) return false;
    const Word& word = node.words.front();
    return !seen.emplace(word.canonical, word.folded, word.marked, word.prefix, node.title).second;
  });
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind == NodeKind::kWord) continue;
    const auto after = nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const Node first = nodes[i];
    nodes.erase(std::remove(after, nodes.end(), first), nodes.end());
  }
}

// Turns syntax into nodes; what it learns on the way goes to the question.
class TreeReader {
 public:
  TreeReader(text::Analyzer& analyzer, const Expander& expander, const ReadingRules& reading,
             Question& question)
      : analyzer_(analyzer), expander_(expander), reading_(reading), question_(question) {}

  void read(const Syntax& syntax) {
    if (syntax.kind == SyntaxKind::kAll) {
      for (const Syntax& child : syntax.children) read_part(child);
    } else {
      read_part(syntax);
    }
  }

 private:
  // A part of the question itself. Fields that are facts, not words, hold for partial matches too.
  void read_part(const Syntax& part) {
    switch (part.kind) {
      case SyntaxKind::kNot:
        return join(question_.excluded, nodes_of(part.children.front(), {false, false}));
      case SyntaxKind::kSite:
      case SyntaxKind::kDate:
      case SyntaxKind::kNumber:
        return join(question_.restricting, nodes_of(part, {}));
      default:
        return join(question_.required, nodes_of(part, {}));
    }
  }

  static void join(std::vector<Node>& nodes, std::vector<Node> more) {
    std::move(more.begin(), more.end(), std::back_inserter(nodes));
  }

  // Nodes that must all match; outside of what is wanted always one or none.
  std::vector<Node> nodes_of(const Syntax& syntax, const Place& place) {
    std::vector<Node> nodes;
    switch (syntax.kind) {
      case SyntaxKind::kWords:
        nodes = place.positive ? wanted_words(syntax.text, place) : other_words(syntax.text);
        break;
      case SyntaxKind::kPrefix:
        nodes = prefix(syntax.text, place);
        break;
      case SyntaxKind::kPhrase:
        nodes = phrase(syntax.text, place);
        break;
      case SyntaxKind::kTitle:
        nodes = nodes_of(syntax.children.front(), {place.positive, true});
        for (Node& node : nodes) seek_in_title(node);
        break;
      case SyntaxKind::kNot:
      case SyntaxKind::kAll:
        return all(syntax, place);
      case SyntaxKind::kAny:
        return either(syntax, place);
      case SyntaxKind::kSite:
      case SyntaxKind::kNumber:
      case SyntaxKind::kDate:
        nodes.push_back(fact(syntax));
        break;
    }
    if (!place.positive && nodes.size() > 1) {
      nodes = {parent(NodeKind::kAll, std::move(nodes))};
    }
    return nodes;
  }

  std::vector<Node> wanted_words(const std::string& text, const Place& place) {
    WordsRead read = read_words(text, analyzer_.analyze(text), expander_, reading_);
    if (!place.in_title) add_pairs(read.pairs);
    std::move(read.expansions.begin(), read.expansions.end(),
              std::back_inserter(question_.expansions));
    std::move(read.followed.begin(), read.followed.end(), std::back_inserter(question_.followed));
    return std::move(read.nodes);
  }

  // Not widened: what is excluded should be what was typed. One word may be several tokens in a
  // row.
  std::vector<Node> other_words(const std::string& text) {
    const AnalyzedText analyzed = analyzer_.analyze(text);
    const bool one_word = text.find(' ') == std::string::npos;
    if (one_word && analyzed.document_numbers.size() == 1) {
      return {number_node(analyzed.document_numbers.front().number)};
    }
    const auto words = words_only(analyzed.tokens, reading_.exact);
    if (words.empty()) return {};
    if (one_word) return {row_node(words, NodeKind::kAdjacent)};
    std::vector<Node> nodes;
    for (const Token& word : words) nodes.push_back(row_node({&word, 1}, NodeKind::kAdjacent));
    return nodes;
  }

  std::vector<Node> prefix(const std::string& text, const Place& place) {
    const auto words = words_only(analyzer_.analyze(text).tokens, reading_.exact);
    if (words.size() != 1) return place.positive ? wanted_words(text, place) : other_words(text);
    Node node = row_node(words, NodeKind::kAdjacent);
    node.words.front().prefix = true;
    return {std::move(node)};
  }

  std::vector<Node> phrase(const std::string& text, const Place& place) {
    const auto words = words_only(analyzer_.analyze(text).tokens, reading_.exact);
    if (words.empty()) return {};
    if (place.positive && !place.in_title) {
      add_pairs(row_node(words, NodeKind::kPhrase).pairs);
    }
    return {phrase_node(words, reading_.exact)};
  }

  std::vector<Node> all(const Syntax& syntax, const Place& place) {
    const bool is_list = syntax.kind == SyntaxKind::kAll;
    const Syntax* const begin = is_list ? syntax.children.data() : &syntax;
    Node node = parent(NodeKind::kAll, {});
    for (const Syntax* child = begin; child != begin + (is_list ? syntax.children.size() : 1);
         ++child) {
      if (child->kind == SyntaxKind::kNot) {
        join(node.excluded, nodes_of(child->children.front(), {false, place.in_title}));
      } else {
        join(node.children, nodes_of(*child, place));
      }
    }
    if (node.children.empty() && node.excluded.empty()) return {};
    drop_repeated(node.children);
    drop_repeated(node.excluded);
    if (node.excluded.empty() && (node.children.size() == 1 || place.positive)) {
      return std::move(node.children);
    }
    return {std::move(node)};
  }

  std::vector<Node> either(const Syntax& syntax, const Place& place) {
    Node node = parent(NodeKind::kEither, {});
    for (const Syntax& child : syntax.children) {
      std::vector<Node> side = nodes_of(child, place);
      if (side.empty()) continue;  // only punctuation: asks for nothing
      node.children.push_back(side.size() == 1 ? std::move(side.front())
                                               : parent(NodeKind::kAll, std::move(side)));
    }
    if (node.children.empty()) return {};
    drop_repeated(node.children);
    return {std::move(node)};
  }

  Node fact(const Syntax& syntax) {
    if (syntax.kind == SyntaxKind::kSite) {
      return terms_node({make_term(FieldId::kSite, syntax.text)});
    }
    if (syntax.kind == SyntaxKind::kDate) {
      const Period period = read_period(syntax.text).value_or(Period{});
      return terms_node(date_terms(period.from, period.to));
    }
    WordsRead read = read_words(syntax.text, analyzer_.analyze(syntax.text), expander_, reading_);
    if (read.nodes.size() == 1) return std::move(read.nodes.front());
    if (read.nodes.empty()) return terms_node({});
    return parent(NodeKind::kAll, std::move(read.nodes));
  }

  void add_pairs(const std::vector<std::string>& pairs) {
    question_.pairs.insert(question_.pairs.end(), pairs.begin(), pairs.end());
  }

  text::Analyzer& analyzer_;
  const Expander& expander_;
  const ReadingRules& reading_;
  Question& question_;
};

bool has_marked_word(const Node& node) {
  const bool marked = std::any_of(node.words.begin(), node.words.end(),
                                  [](const Word& word) { return word.marked; });
  // What a child after the first of kAny adds was not typed.
  if (node.kind == NodeKind::kAny) return has_marked_word(node.children.front());
  return marked || std::any_of(node.children.begin(), node.children.end(), has_marked_word);
}

}  // namespace

Question parse_question(std::string_view text, text::Analyzer& analyzer,
                        const text::Abbreviations& abbreviations, const ReadingRules& reading) {
  const std::string normal = text::normalize_text(text).value_or(std::string(text));
  const Expander expander(normal, analyzer, abbreviations, reading);
  Question question;
  TreeReader(analyzer, expander, reading, question).read(parse_syntax(normal));
  drop_repeated(question.required);
  drop_repeated(question.excluded);
  question.marked =
      std::any_of(question.required.begin(), question.required.end(), has_marked_word);
  return question;
}

}  // namespace tinlang::search
