// Reads an article word by word to say whether it answers a question: slow, and of no index.

#ifndef TINLANG_TESTS_UNIT_SEARCH_QUESTION_JUDGE_H_
#define TINLANG_TESTS_UNIT_SEARCH_QUESTION_JUDGE_H_

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"
#include "indexer/text/analyzer.h"
#include "searchd/search/question.h"

namespace tinlang::search {

// Whether an article is filed under a term of a place or a date.
inline bool is_filed(const schema::ArticleRecord& article, const std::string& term) {
  using schema::FieldId;
  using schema::make_term;
  for (const auto& locality : article.localities) {
    for (const std::string& code : locality.codes) {
      if (term == make_term(FieldId::kLocality, code)) return true;
    }
  }
  if (!article.published) return false;
  const std::string iso = to_iso_date(*article.published);
  return term == make_term(FieldId::kYear, iso.substr(0, 4)) ||
         (iso.size() > 4 && term == make_term(FieldId::kMonth, iso.substr(0, 7))) ||
         (iso.size() > 7 && term == make_term(FieldId::kDay, iso));
}

// Whether an article answers a question, read word by word from the tree.
class Judge {
 public:
  Judge(const std::vector<text::AnalyzedText>& texts, const schema::ArticleRecord& article)
      : texts_(texts), article_(article) {}

  bool matches(const Question& question) const {
    const auto holds = [this](const Node& node) { return matches(node); };
    return std::all_of(question.required.begin(), question.required.end(), holds) &&
           std::none_of(question.excluded.begin(), question.excluded.end(), holds);
  }
  bool matches(const Node& node) const {
    const auto holds = [this](const Node& child) { return matches(child); };
    switch (node.kind) {
      case NodeKind::kWord:
        return has_row(node.words, false, node.title);
      case NodeKind::kAdjacent:
        return has_neighbours(node);
      case NodeKind::kPhrase:
        // Positions run on over the end of a sentence, pairs do not: both must agree.
        return has_neighbours(node) && has_row(node.words, true, node.title);
      case NodeKind::kNumber:
        return has_number(node.number);
      case NodeKind::kTerms:
        return false;  // no question of these tests has one
      case NodeKind::kFiled:
        return (holds(node.children.front()) &&
                std::all_of(node.words.begin(), node.words.end(),
                            [this](const Word& word) { return has_row({word}); })) ||
               std::any_of(node.terms.begin(), node.terms.end(),
                           [this](const std::string& term) { return is_filed(article_, term); });
      case NodeKind::kAll:
        return std::all_of(node.children.begin(), node.children.end(), holds) &&
               std::none_of(node.excluded.begin(), node.excluded.end(), holds);
      case NodeKind::kEither:
      case NodeKind::kAny:
        return std::any_of(node.children.begin(), node.children.end(), holds);
    }
    return false;
  }

 private:
  // The title is the first of the texts.
  bool has_row(const std::vector<Word>& row, bool over_sentences = false,
               bool in_title = false) const {
    return std::any_of(texts_.begin(), in_title ? texts_.begin() + 1 : texts_.end(),
                       [&](const auto& text) {
                         const auto& tokens = text.tokens;
                         for (std::size_t at = 0; at + row.size() <= tokens.size(); ++at) {
                           std::size_t i = 0;
                           while (i < row.size() && answers(tokens[at + i], row[i]) &&
                                  (i == 0 || over_sentences || tokens[at + i].follows)) {
                             ++i;
                           }
                           if (i == row.size()) return true;
                         }
                         return false;
                       });
  }
  // Each word, and each pair, somewhere.
  bool has_neighbours(const Node& node) const {
    return std::all_of(node.words.begin(), node.words.end(),
                       [this](const Word& word) { return has_row({word}); }) &&
           std::all_of(node.pairs.begin(), node.pairs.end(),
                       [this](const std::string& pair) { return has_pair(pair); });
  }
  bool has_pair(const std::string& pair) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const auto& text) {
      const auto& tokens = text.tokens;
      for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].follows && bigram_key(tokens[i - 1], tokens[i]) == pair) return true;
      }
      return false;
    });
  }
  bool has_number(const std::string& number) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const auto& text) {
      return std::any_of(text.document_numbers.begin(), text.document_numbers.end(),
                         [&](const auto& found) { return found.number == number; });
    });
  }

  const std::vector<text::AnalyzedText>& texts_;
  const schema::ArticleRecord& article_;
};

}  // namespace tinlang::search

#endif  // TINLANG_TESTS_UNIT_SEARCH_QUESTION_JUDGE_H_
