#include "searchd/search/query_builder.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/schema/fields.h"
#include "searchd/search/ranking.h"

namespace tinlang::search {
namespace {

using schema::FieldId;
using schema::make_term;
using Xapian::Query;
using Queries = std::vector<Query>;

Query scaled(const Query& query, double factor) {
  return factor == 1.0 ? query : Query(Query::OP_SCALE_WEIGHT, query, factor);
}

Query term(FieldId field, const std::string& key) { return Query(make_term(field, key)); }

Query all_of(const Queries& queries) {
  return Query(Query::OP_AND, queries.begin(), queries.end());
}
Query any_of(const Queries& queries) { return Query(Query::OP_OR, queries.begin(), queries.end()); }

// Walks a question once and sorts its queries: what must match (with the weight
// it earns by matching) and what only adds weight.
class Builder {
 public:
  explicit Builder(const Question& question) : question_(question) {
    for (const Node& node : question.required) must_.push_back(must(node, 1.0));
    for (const std::string& pair : question.pairs) add_pair(pair, 1.0);
  }

  const Queries& must() const { return must_; }
  const Queries& may() const { return may_; }

 private:
  Query must(const Node& node, double factor) {
    switch (node.kind) {
      case NodeKind::kWord:
        return must_word(node.words.front(), factor);
      case NodeKind::kAdjacent:
      case NodeKind::kPhrase:
        return must_row(node, factor);
      case NodeKind::kNumber:
        for (const Word& word : node.words) may_.push_back(must_word(word, factor));
        return term(FieldId::kDocumentNumber, node.number);
      case NodeKind::kAll:
        return all_of(must_children(node, factor, factor));
      case NodeKind::kAny:
        return any_of(must_children(node, factor, factor * kExpansionWeight));
    }
    return Query::MatchNothing;
  }

  Queries must_children(const Node& node, double first, double others) {
    Queries queries;
    for (const Node& child : node.children) {
      queries.push_back(must(child, queries.empty() ? first : others));
    }
    return queries;
  }

  Query must_word(const Word& word, double factor) {
    const Query folded = term(FieldId::kFolded, word.folded);
    const Query canonical = term(FieldId::kBody, word.canonical);
    if (seen_.insert(word.canonical).second) {
      may_.push_back(scaled(term(FieldId::kTitle, word.canonical), factor * kTitleBoost));
      if (word.marked) may_.push_back(scaled(folded, factor * kFoldedBesideMarked));
      if (!word.marked && question_.marked) {
        may_.push_back(scaled(canonical, factor * kCanonicalWeight));
      }
    }
    if (word.marked) return scaled(canonical, factor * kCanonicalWeight);
    return scaled(folded, factor * (question_.marked ? kFoldedOfUnmarked : kFoldedAlone));
  }

  Query must_row(const Node& row, double factor) {
    Queries words;
    for (const Word& word : row.words) words.push_back(must_word(word, factor));
    Queries filters;
    for (const std::string& pair : row.pairs) {
      filters.push_back(term(FieldId::kBigram, pair));
      add_pair(pair, factor);
    }
    if (row.kind == NodeKind::kPhrase) filters.push_back(phrase_query(row));
    if (filters.empty()) return all_of(words);
    return {Query::OP_FILTER, all_of(words), all_of(filters)};
  }

  void add_pair(const std::string& pair, double factor) {
    if (!seen_pairs_.insert(pair).second) return;
    may_.push_back(scaled(term(FieldId::kBigram, pair), factor * kBigramWeight));
  }

  const Question& question_;
  Queries must_;
  Queries may_;
  std::set<std::string> seen_;  // words and pairs whose extras are in may_ already
  std::set<std::string> seen_pairs_;
};

// Only for matching: builds no weights.
Query match_only(const Question& excluded) { return scaled(any_of(Builder(excluded).must()), 0); }

Query filtered(Query query, const FilterTerms& filters) {
  for (const auto& kind : filters) {
    if (!kind) continue;
    query = Query(Query::OP_FILTER, query, Query(Query::OP_OR, kind->begin(), kind->end()));
  }
  return query;
}

}  // namespace

std::string match_term(const Word& word) {
  return word.marked ? make_term(FieldId::kBody, word.canonical)
                     : make_term(FieldId::kFolded, word.folded);
}

Query phrase_query(const Node& phrase) {
  Queries words;
  for (const Word& word : phrase.words) words.push_back(term(FieldId::kBody, word.canonical));
  return {Query::OP_PHRASE, words.begin(), words.end(),
          static_cast<Xapian::termcount>(words.size())};
}

Query full_query(const Question& question, const FilterTerms& filters) {
  Query query = Query::MatchAll;
  if (!question.required.empty()) {
    const Builder builder(question);
    query = all_of(builder.must());
    if (!builder.may().empty()) {
      query = Query(Query::OP_AND_MAYBE, query, any_of(builder.may()));
    }
  }
  query = filtered(std::move(query), filters);
  if (question.excluded.empty()) return query;
  Question excluded;
  excluded.required = question.excluded;
  return {Query::OP_AND_NOT, query, match_only(excluded)};
}

Query any_query(const Question& question) {
  const Builder builder(question);
  Queries queries = builder.must();
  queries.insert(queries.end(), builder.may().begin(), builder.may().end());
  return any_of(queries);
}

}  // namespace tinlang::search
