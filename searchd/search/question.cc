#include "searchd/search/question.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"
#include "searchd/search/expander.h"
#include "searchd/search/question_pieces.h"

namespace tinlang::search {
namespace {

using text::AnalyzedText;
using text::Token;
using Tokens = std::span<const Token>;

Word word_of(const Token& token) { return {token.canonical, token.folded, token.marked}; }

Node word_node(const Token& token) { return {NodeKind::kWord, {word_of(token)}, {}, {}, {}}; }

// Tokens that are words of a question: without the second readings.
std::vector<Token> words_only(const std::vector<Token>& tokens) {
  std::vector<Token> words;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(words),
               [](const Token& token) { return !token.alternative; });
  return words;
}

// `tokens` in a row; a single one is a plain word.
Node row_node(Tokens tokens, NodeKind kind) {
  if (tokens.size() == 1) return word_node(tokens.front());
  Node node{kind, {}, {}, {}, {}};
  bool exact = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    node.words.push_back(word_of(tokens[i]));
    exact = exact && tokens[i].marked;
    if (i == 0) continue;
    if (tokens[i].follows) {
      node.pairs.push_back(text::bigram_key(tokens[i - 1], tokens[i]));
    } else {
      exact = false;  // positions do not run on across the end of a sentence
    }
  }
  // Only keys C have positions: a word without marks may stand for many of them.
  if (!exact) node.kind = NodeKind::kAdjacent;
  return node;
}

// Reads one plain piece into required nodes.
class PieceReader {
 public:
  PieceReader(std::string_view piece, const AnalyzedText& analyzed, const Expander& expander,
              Question& question)
      : piece_(piece),
        analyzed_(analyzed),
        words_(words_only(analyzed.tokens)),
        expander_(expander),
        question_(question) {}

  void read() {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].follows) question_.pairs.push_back(text::bigram_key(words_[i - 1], words_[i]));
    }
    question_.required = joined(std::move(question_.required),
                                read_range({0, words_.size(), expander_.longest_full_form()}));
  }

 private:
  // Words [begin, end) of which full forms of at most `longest` words are read.
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t longest = 0;
  };

  static std::vector<Node> joined(std::vector<Node> nodes, std::vector<Node> more) {
    std::move(more.begin(), more.end(), std::back_inserter(nodes));
    return nodes;
  }

  std::vector<Node> read_range(const Range& range) {
    std::vector<Node> nodes;
    for (std::size_t at = range.begin; at < range.end;) {
      at += take({at, range.end, range.longest}, nodes);
    }
    return nodes;
  }

  // Adds the node that begins the range; returns how many words it took.
  std::size_t take(const Range& range, std::vector<Node>& nodes) {
    const std::size_t at = range.begin;
    if (const std::size_t taken = take_number(at, nodes); taken != 0) return taken;
    if (const std::size_t taken = take_full_form(range, nodes); taken != 0) return taken;
    if (const std::size_t taken = take_second_reading(at, nodes); taken != 0) return taken;
    nodes.push_back(with_full_form(word_node(words_[at]), {written(at, 1)}, written(at, 1)));
    return 1;
  }

  std::size_t take_number(std::size_t at, std::vector<Node>& nodes) {
    for (const auto& number : analyzed_.document_numbers) {
      if (words_[at].begin < number.begin || words_[at].begin >= number.end) continue;
      const std::size_t count = covered(at, number.end);
      nodes.push_back(number_node(number.number, words(at, count)));
      return count;
    }
    return 0;
  }

  // "qd" may be the hasty spelling of "qđ": then the words in a row will do.
  static Node number_node(const std::string& number, Tokens tokens) {
    Node whole{NodeKind::kNumber, {}, {}, number, {}};
    for (const Token& token : tokens) whole.words.push_back(word_of(token));
    const bool hasty = text::fold_key(number) == number && number.find('d') != std::string::npos;
    if (!hasty) return whole;
    return {NodeKind::kAny, {}, {}, {}, {whole, row_node(tokens, NodeKind::kAdjacent)}};
  }

  // A full form may hold shorter ones ("nông thôn mới" in "nông thôn mới nâng cao"): as
  // typed it is its words with those widened too, or an article with "NTM nâng cao" is lost.
  std::size_t take_full_form(const Range& range, std::vector<Node>& nodes) {
    const std::size_t at = range.begin;
    const std::size_t most = std::min({range.longest, run_length(at), range.end - at});
    for (std::size_t count = most; count >= 2; --count) {
      const auto found = expander_.abbreviations_of(words(at, count));
      if (found.empty()) continue;
      Node any{NodeKind::kAny, {}, {}, {}, {}};
      any.children.push_back({NodeKind::kAll, {}, {}, {}, read_range({at, at + count, count - 1})});
      for (const Expanded& expanded : found) {
        any.children.push_back(row_node(expanded.tokens, NodeKind::kAdjacent));
        question_.expansions.push_back({written(at, count), expanded.spelling});
      }
      nodes.push_back(std::move(any));
      return count;
    }
    return 0;
  }

  // A token that stands beside others ("vhxh" of "VH-XH") is another way to write them.
  std::size_t take_second_reading(std::size_t at, std::vector<Node>& nodes) {
    for (const Token& token : analyzed_.tokens) {
      if (!token.alternative || token.begin > words_[at].begin || token.end < words_[at].end) {
        continue;
      }
      const std::size_t count = covered(at, token.end);
      Node any{NodeKind::kAny, {}, {}, {}, {all_node(at, count), word_node(token)}};
      nodes.push_back(with_full_form(std::move(any), {written(at, count), token.canonical},
                                     written(at, count)));
      return count;
    }
    return 0;
  }

  // `node`, widened by the full form of the first of `spellings` that has one.
  Node with_full_form(Node node, std::initializer_list<std::string> spellings,
                      const std::string& shown) {
    for (const std::string& spelling : spellings) {
      const auto full = expander_.full_form_of(spelling);
      if (!full) continue;
      if (node.kind != NodeKind::kAny) node = {NodeKind::kAny, {}, {}, {}, {std::move(node)}};
      node.children.push_back(row_node(full->tokens, NodeKind::kAdjacent));
      question_.expansions.push_back({shown, full->spelling});
      break;
    }
    return node;
  }

  Tokens words(std::size_t at, std::size_t count) const {
    return Tokens(words_).subspan(at, count);
  }

  Node all_node(std::size_t at, std::size_t count) const {
    if (count == 1) return word_node(words_[at]);
    Node all{NodeKind::kAll, {}, {}, {}, {}};
    for (const Token& token : words(at, count)) all.children.push_back(word_node(token));
    return all;
  }

  // Words from `at` that begin before byte `end`; at least one.
  std::size_t covered(std::size_t at, std::size_t end) const {
    std::size_t count = 1;
    while (at + count < words_.size() && words_[at + count].begin < end) ++count;
    return count;
  }

  // Words from `at` on that follow each other.
  std::size_t run_length(std::size_t at) const {
    std::size_t count = 1;
    while (at + count < words_.size() && words_[at + count].follows) ++count;
    return count;
  }

  std::string written(std::size_t at, std::size_t count) const {
    const std::size_t begin = words_[at].begin;
    return std::string(piece_.substr(begin, words_[at + count - 1].end - begin));
  }

  std::string_view piece_;
  const AnalyzedText& analyzed_;
  std::vector<Token> words_;
  const Expander& expander_;
  Question& question_;
};

bool has_marked_word(const Node& node) {
  return std::any_of(node.words.begin(), node.words.end(),
                     [](const Word& word) { return word.marked; }) ||
         // What a child after the first of kAny adds was not typed.
         (node.kind == NodeKind::kAny
              ? has_marked_word(node.children.front())
              : std::any_of(node.children.begin(), node.children.end(), has_marked_word));
}

void read_piece(const Piece& piece, text::Analyzer& analyzer, const Expander& expander,
                Question& question) {
  const AnalyzedText analyzed = analyzer.analyze(piece.text);
  if (!piece.quoted && !piece.excluded) {
    return PieceReader(piece.text, analyzed, expander, question).read();
  }
  auto& nodes = piece.excluded ? question.excluded : question.required;
  if (!piece.quoted && analyzed.document_numbers.size() == 1) {
    nodes.push_back({NodeKind::kNumber, {}, {}, analyzed.document_numbers.front().number, {}});
    return;
  }
  const std::vector<Token> words = words_only(analyzed.tokens);
  if (words.empty()) return;
  nodes.push_back(row_node(words, piece.quoted ? NodeKind::kPhrase : NodeKind::kAdjacent));
  if (piece.excluded) return;
  const Node& row = nodes.back();
  question.pairs.insert(question.pairs.end(), row.pairs.begin(), row.pairs.end());
}

// A word given twice asks for nothing more, and each costs a walk of its postings.
void drop_repeated_words(std::vector<Node>& nodes) {
  std::set<std::tuple<std::string, std::string, bool>> seen;
  std::erase_if(nodes, [&](const Node& node) {
    if (node.kind != NodeKind::kWord) return false;
    const Word& word = node.words.front();
    return !seen.emplace(word.canonical, word.folded, word.marked).second;
  });
}

}  // namespace

bool answers(const text::Token& token, const Word& asked) {
  return asked.marked ? token.canonical == asked.canonical : token.folded == asked.folded;
}

Question parse_question(std::string_view text, text::Analyzer& analyzer,
                        const text::Abbreviations& abbreviations) {
  const std::string normal = text::normalize_text(text).value_or(std::string(text));
  const Expander expander(normal, analyzer, abbreviations);
  Question question;
  for (const Piece& piece : split_pieces(normal)) read_piece(piece, analyzer, expander, question);
  drop_repeated_words(question.required);
  drop_repeated_words(question.excluded);
  question.marked =
      std::any_of(question.required.begin(), question.required.end(), has_marked_word);
  return question;
}

}  // namespace tinlang::search
