#include "searchd/search/words_reader.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

#include "indexer/schema/fields.h"
#include "indexer/text/syllable.h"
#include "searchd/search/asked_dates.h"
#include "searchd/search/date_range.h"
#include "searchd/search/rows.h"

namespace tinlang::search {
namespace {

using text::AnalyzedText;
using text::Token;
using Tokens = std::span<const Token>;

class WordsReader {
 public:
  WordsReader(std::string_view text, const AnalyzedText& analyzed, const Expander& expander,
              const ReadingRules& reading)
      : text_(text),
        analyzed_(analyzed),
        words_(words_only(analyzed.tokens, reading.exact)),
        expander_(expander),
        reading_(reading) {
    if (reading.names != nullptr) names_ = reading.names->find(words_, text);
    if (reading.expand) dates_ = find_asked_dates(words_, text);
  }

  WordsRead read() {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].follows) read_.pairs.push_back(text::bigram_key(words_[i - 1], words_[i]));
    }
    read_.nodes = read_range({0, words_.size(), expander_.longest_full_form()});
    return std::move(read_);
  }

 private:
  // Words [begin, end) of which full forms of at most `longest` words are read.
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t longest = 0;
  };

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
    const NameMatch* name = name_at(range);
    const std::size_t name_words = name == nullptr ? 0 : name->first + name->count - at;
    if (const std::size_t taken = take_full_form(range, name_words, nodes); taken != 0) {
      return taken;
    }
    if (name != nullptr) {
      nodes.push_back(name_node(*name, at));
      return name_words;
    }
    if (const std::size_t taken = take_date(range, nodes); taken != 0) return taken;
    if (const std::size_t taken = take_second_reading(at, nodes); taken != 0) return taken;
    nodes.push_back(with_full_form(plain_word(at), {written(at, 1)}, written(at, 1)));
    return 1;
  }

  // The name that begins the range, perhaps with its type word.
  const NameMatch* name_at(const Range& range) const {
    for (const NameMatch& name : names_) {
      const bool with_type = is_filed(name) && name.first - name.type_words == range.begin;
      const bool fits = name.first + name.count <= range.end;
      if (!fits || (name.first != range.begin && !with_type)) continue;
      if (name.count > 1 || is_filed(name)) return &name;
    }
    return nullptr;
  }

  bool is_filed(const NameMatch& name) const { return reading_.expand && !name.places.empty(); }

  Node name_node(const NameMatch& name, std::size_t at) {
    Node row = row_node(words(name.first, name.count), NodeKind::kAdjacent);
    if (!is_filed(name)) return row;
    std::vector<std::string> terms;
    const auto add = [&](const std::string& code) {
      terms.push_back(schema::make_term(schema::FieldId::kLocality, code));
    };
    for (const std::string& code : name.places) add(code);
    for (const FollowedPlace& place : name.followed) {
      read_.followed.push_back(place.code);
      for (const std::string& code : place.others) add(code);
    }
    return filed_node(words(at, name.first - at), std::move(row), std::move(terms));
  }

  static Node filed_node(Tokens before, Node child, std::vector<std::string> terms) {
    Node node;
    node.kind = NodeKind::kFiled;
    for (const Token& token : before) node.words.push_back(word_of(token));
    node.children.push_back(std::move(child));
    node.terms = std::move(terms);
    return node;
  }

  // A name may have taken the first words of what looks like a date ("Quảng Nam 2023").
  std::size_t take_date(const Range& range, std::vector<Node>& nodes) const {
    const std::size_t at = range.begin;
    for (const AskedDate& date : dates_) {
      const std::size_t end = date.first + date.count;
      if (at < date.first || at >= end || end > range.end) continue;
      nodes.push_back(
          filed_node(words(at, end - 1 - at), plain_word(end - 1), date_terms(date.from, date.to)));
      return end - at;
    }
    return 0;
  }

  Node plain_word(std::size_t at) const { return word_node(words_[at], reading_.exact); }

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
  Node number_node(const std::string& number, Tokens tokens) const {
    Node whole;
    whole.kind = NodeKind::kNumber;
    whole.number = number;
    for (const Token& token : tokens) whole.words.push_back(word_of(token));
    const bool hasty = text::fold_key(number) == number && number.find('d') != std::string::npos;
    if (!hasty || reading_.exact) return whole;
    Node any;
    any.kind = NodeKind::kAny;
    any.children = {whole, row_node(tokens, NodeKind::kAdjacent)};
    return any;
  }

  // A full form longer than a name that begins with it too. It may hold shorter ones
  // ("nông thôn mới" in "nông thôn mới nâng cao"): as typed it is its words with those
  // widened too, or an article with "NTM nâng cao" is lost.
  std::size_t take_full_form(const Range& range, std::size_t name_words, std::vector<Node>& nodes) {
    const std::size_t at = range.begin;
    const std::size_t most = std::min({range.longest, run_length(at), range.end - at});
    for (std::size_t count = most; count >= 2 && count >= name_words; --count) {
      const auto found = expander_.abbreviations_of(words(at, count));
      if (found.empty()) continue;
      Node typed;
      typed.kind = NodeKind::kAll;
      typed.children = read_range({at, at + count, count - 1});
      Node any;
      any.kind = NodeKind::kAny;
      any.children.push_back(std::move(typed));
      for (const Expanded& expanded : found) {
        any.children.push_back(row_node(expanded.tokens, NodeKind::kAdjacent));
        read_.expansions.push_back({written(at, count), expanded.spelling});
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
      Node typed = plain_word(at);
      if (count > 1) {
        typed = Node{};
        typed.kind = NodeKind::kAll;
        for (std::size_t i = at; i < at + count; ++i) typed.children.push_back(plain_word(i));
      }
      Node any;
      any.kind = NodeKind::kAny;
      any.children = {std::move(typed), word_node(token, reading_.exact)};
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
      if (node.kind != NodeKind::kAny) {
        Node any;
        any.kind = NodeKind::kAny;
        any.children.push_back(std::move(node));
        node = std::move(any);
      }
      node.children.push_back(row_node(full->tokens, NodeKind::kAdjacent));
      read_.expansions.push_back({shown, full->spelling});
      break;
    }
    return node;
  }

  Tokens words(std::size_t at, std::size_t count) const {
    return Tokens(words_).subspan(at, count);
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
    return std::string(text_.substr(begin, words_[at + count - 1].end - begin));
  }

  std::string_view text_;
  const AnalyzedText& analyzed_;
  std::vector<Token> words_;
  const Expander& expander_;
  const ReadingRules& reading_;
  std::vector<NameMatch> names_;
  std::vector<AskedDate> dates_;
  WordsRead read_;
};

}  // namespace

WordsRead read_words(std::string_view text, const AnalyzedText& analyzed, const Expander& expander,
                     const ReadingRules& reading) {
  return WordsReader(text, analyzed, expander, reading).read();
}

}  // namespace tinlang::search
