#include "searchd/search/rows.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace tinlang::search {

using text::Token;

std::vector<Token> words_only(const std::vector<Token>& tokens, bool exact) {
  std::vector<Token> words;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(words),
               [](const Token& token) { return !token.alternative; });
  for (Token& word : words) word.marked = word.marked || exact;
  return words;
}

Word word_of(const Token& token) {
  Word word;
  word.canonical = token.canonical;
  word.folded = token.folded;
  word.marked = token.marked;
  return word;
}

Node word_node(const Token& token, bool exact) {
  Node node;
  node.words = {word_of(token)};
  if (token.marked && !exact) node.words.front().twin = other_spelling(token.canonical);
  return node;
}

Node row_node(std::span<const Token> tokens, NodeKind kind) {
  Node node;
  for (const Token& token : tokens) node.words.push_back(word_of(token));
  if (tokens.size() == 1) return node;
  node.kind = kind;
  const bool marked =
      std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.marked; });
  bool in_one_run = true;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].follows) {
      node.pairs.push_back(text::bigram_key(tokens[i - 1], tokens[i]));
    } else {
      in_one_run = false;  // neighbours across the end of a sentence need not be neighbours there
    }
  }
  const bool verifiable = in_one_run && (marked || tokens.size() <= kMaxFoldedPhrase);
  if (!verifiable) node.kind = NodeKind::kAdjacent;
  return node;
}

Node phrase_node(std::span<const Token> tokens, bool exact) {
  constexpr std::size_t kMaxSpellings = 4;
  std::vector<std::vector<Token>> spellings = {{tokens.begin(), tokens.end()}};
  for (std::size_t i = 0; i < tokens.size() && !exact; ++i) {
    const std::string other =
        tokens[i].marked ? other_spelling(tokens[i].canonical) : std::string();
    const std::size_t known = spellings.size();
    if (other.empty() || 2 * known > kMaxSpellings) continue;
    for (std::size_t k = 0; k < known; ++k) {
      std::vector<Token> spelling = spellings[k];
      spelling[i].canonical = other;
      spelling[i].folded = other.substr(0, other.size() - 1);  // without its tone
      spellings.push_back(std::move(spelling));
    }
  }
  if (spellings.size() == 1) return row_node(tokens, NodeKind::kPhrase);
  Node any;
  any.kind = NodeKind::kAny;
  for (const auto& spelling : spellings) {
    any.children.push_back(row_node(spelling, NodeKind::kPhrase));
  }
  return any;
}

void seek_in_title(Node& node) {
  const bool has_words = !node.words.empty();
  switch (node.kind) {
    case NodeKind::kWord:
      node.title = true;
      break;
    case NodeKind::kNumber:
      // Numbers are not filed by where they stand; their words are.
      if (!has_words) break;
      node.number.clear();
      node.kind = node.words.size() == 1 ? NodeKind::kWord : NodeKind::kPhrase;
      node.title = true;
      break;
    case NodeKind::kAdjacent:
    case NodeKind::kPhrase:
      node.kind = NodeKind::kPhrase;
      node.title = true;
      break;
    case NodeKind::kFiled:
      // What an article is filed under does not stand in its title.
      for (const Word& word : node.words) {
        Node before;
        before.words = {word};
        node.children.push_back(std::move(before));
      }
      node.words.clear();
      node.terms.clear();
      node.kind = NodeKind::kAll;
      break;
    case NodeKind::kTerms:
    case NodeKind::kAll:
    case NodeKind::kAny:
    case NodeKind::kEither:
      break;
  }
  for (Node& child : node.children) seek_in_title(child);
  for (Node& child : node.excluded) seek_in_title(child);
}

}  // namespace tinlang::search
