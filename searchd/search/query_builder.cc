#include "searchd/search/query_builder.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/schema/fields.h"
#include "searchd/search/column_weight.h"
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

Query unweighted(const Query& query) { return scaled(query, 0); }

Query any_term(const std::vector<std::string>& terms) {
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

// The terms with positions of a word in a phrase or a title. One that is not resolved, or
// that the index lacks, stands for itself.
std::vector<std::string> position_terms(const Node& node, const Word& word) {
  const FieldId field = node.title ? FieldId::kTitle : FieldId::kBody;
  if (word.marked || word.forms.empty()) return {make_term(field, word.canonical)};
  std::vector<std::string> terms;
  for (const std::string& form : word.forms) terms.push_back(make_term(field, form));
  return terms;
}

// Walks a question once and sorts its queries: what must match (with the weight
// it earns by matching) and what only adds weight.
class Builder {
 public:
  Builder(const Question& question, const HotTerms* hot) : question_(question), hot_(hot) {
    for (const Node& node : question.required) must_.push_back(must(node, 1.0));
    for (const std::string& pair : question.pairs) add_pair(pair, 1.0);
  }

  const Queries& must() const { return must_; }
  const Queries& may() const { return may_; }

  // Only for matching: builds no weights.
  static Query match_only(const std::vector<Node>& nodes, bool marked) {
    Question question;
    question.required = nodes;
    question.marked = marked;
    return unweighted(any_of(Builder(question, nullptr).must()));
  }

 private:
  Query must(const Node& node, double factor) {
    switch (node.kind) {
      case NodeKind::kWord:
        if (node.title || node.words.front().prefix) return must_forms(node, factor);
        return must_word(node.words.front(), factor);
      case NodeKind::kAdjacent:
      case NodeKind::kPhrase:
        return must_row(node, factor);
      case NodeKind::kNumber:
        for (const Word& word : node.words) may_.push_back(must_word(word, factor));
        return term(FieldId::kDocumentNumber, node.number);
      case NodeKind::kTerms:
        return unweighted(any_term(node.terms));
      case NodeKind::kFiled:
        return must_filed(node, factor);
      case NodeKind::kAll:
        return must_all(node, factor);
      case NodeKind::kEither:
        return any_of(must_children(node, factor, factor));
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

  Query must_all(const Node& node, double factor) {
    Query query = node.children.empty() ? unweighted(Query::MatchAll)
                                        : all_of(must_children(node, factor, factor));
    if (node.excluded.empty()) return query;
    return {Query::OP_AND_NOT, query, match_only(node.excluded, question_.marked)};
  }

  // A prefix counts as one word, however many it stands for.
  static Query must_forms(const Node& node, double factor) {
    const Word& word = node.words.front();
    const auto terms = match_terms(node, word);
    if (terms.empty()) return Query::MatchNothing;
    const Query forms(Query::OP_SYNONYM, terms.begin(), terms.end());
    return scaled(forms, factor * (word.prefix ? kPrefixWeight : kCanonicalWeight));
  }

  Query must_word(const Word& word, double factor) {
    const Query folded = weighed(FieldId::kFolded, word.folded);
    const Query canonical = weighed(FieldId::kBody, word.canonical);
    if (seen_.insert(word.canonical).second) {
      if (kTitleBoost > 0 && !in_filed_) {
        may_.push_back(scaled(weighed(FieldId::kTitle, word.canonical), factor * kTitleBoost));
      }
      if (word.marked) may_.push_back(scaled(folded, factor * kFoldedBesideMarked));
      if (!word.marked && question_.marked) {
        may_.push_back(scaled(canonical, factor * kCanonicalWeight));
      }
    }
    if (word.marked && !word.twin.empty()) {
      const Query twin = scaled(weighed(FieldId::kBody, word.twin), kTwinWeight);
      return scaled(Query(Query::OP_OR, canonical, twin), factor * kCanonicalWeight);
    }
    if (word.marked) return scaled(canonical, factor * kCanonicalWeight);
    return scaled(folded, factor * (question_.marked ? kFoldedOfUnmarked : kFoldedAlone));
  }

  // (child OR filed) AND (words before it OR filed): in the text as it was typed, or filed so.
  // Terms of filters have no weight of their own, hence the source beside them.
  Query must_filed(const Node& node, double factor) {
    in_filed_ = true;
    const Query child = must(node.children.front(), factor * kFiledWordsWeight);
    in_filed_ = false;
    const Query filed = any_term(node.terms);
    auto* const weight = new Xapian::FixedWeightPostingSource(node.filed_weight * factor);
    const Query weighted(Query::OP_FILTER, Query(weight->release()), filed);
    const Query either(Query::OP_OR, child, weighted);
    if (node.words.empty()) return either;
    Queries before;
    for (const Word& word : node.words) before.push_back(any_term(match_terms(node, word)));
    return {Query::OP_FILTER, either, Query(Query::OP_OR, all_of(before), filed)};
  }

  Query must_row(const Node& row, double factor) {
    Queries words;
    for (const Word& word : row.words) words.push_back(must_word(word, factor));
    Queries filters;
    for (const std::string& pair : row.pairs) {
      filters.push_back(weighed(FieldId::kBigram, pair));
      add_pair(pair, factor);
    }
    const bool is_verified = hot_ != nullptr;
    if (row.kind == NodeKind::kPhrase && !is_verified) filters.push_back(phrase_query(row));
    if (filters.empty()) return all_of(words);
    return {Query::OP_FILTER, all_of(words), all_of(filters)};
  }

  void add_pair(const std::string& pair, double factor) {
    if (!seen_pairs_.insert(pair).second) return;
    may_.push_back(scaled(weighed(FieldId::kBigram, pair), factor * kBigramWeight));
  }

  // A frequent term from memory, where its counts are.
  Query weighed(FieldId field, const std::string& key) const {
    std::string name = make_term(field, key);
    const HotTerm* const known = hot_ == nullptr ? nullptr : hot_->find(name);
    if (known == nullptr || known->counts.empty()) return Query(name);
    auto* const source = new HotSource(*known, *hot_);
    return Query(source->release());
  }

  const Question& question_;
  const HotTerms* hot_;
  bool in_filed_ = false;  // below a kFiled node
  Queries must_;
  Queries may_;
  std::set<std::string> seen_;  // words and pairs whose extras are in may_ already
  std::set<std::string> seen_pairs_;
};

Query filtered(Query query, const FilterTerms& filters) {
  for (const auto& kind : filters) {
    if (!kind) continue;
    query = Query(Query::OP_FILTER, query, Query(Query::OP_OR, kind->begin(), kind->end()));
  }
  return query;
}

}  // namespace

std::vector<std::string> match_terms(const Node& node, const Word& word) {
  const FieldId body = node.title ? FieldId::kTitle : FieldId::kBody;
  std::vector<std::string> terms;
  if (word.prefix) {
    const FieldId field = word.marked || node.title ? body : FieldId::kFolded;
    for (const std::string& form : word.forms) terms.push_back(make_term(field, form));
  } else if (word.marked) {
    terms.push_back(make_term(body, word.canonical));
    if (!word.twin.empty()) terms.push_back(make_term(body, word.twin));
  } else if (node.title) {
    return position_terms(node, word);
  } else {
    terms.push_back(make_term(FieldId::kFolded, word.folded));
  }
  return terms;
}

Query phrase_query(const Node& phrase) {
  Queries words;
  for (const Word& word : phrase.words) words.push_back(any_term(position_terms(phrase, word)));
  return {Query::OP_PHRASE, words.begin(), words.end(),
          static_cast<Xapian::termcount>(words.size())};
}

Query full_query(const Question& question, const FilterTerms& filters, const HotTerms* hot) {
  Query query = Query::MatchAll;
  if (!question.required.empty()) {
    const Builder builder(question, hot);
    query = all_of(builder.must());
    if (!builder.may().empty()) {
      query = Query(Query::OP_AND_MAYBE, query, any_of(builder.may()));
    }
  }
  query = filtered(std::move(query), filters);
  for (const Node& node : question.restricting) {
    query = {Query::OP_FILTER, query, Builder::match_only({node}, false)};
  }
  if (question.excluded.empty()) return query;
  return {Query::OP_AND_NOT, query, Builder::match_only(question.excluded, false)};
}

Query any_query(const Question& question, const HotTerms* hot) {
  const Builder builder(question, hot);
  Queries queries = builder.must();
  queries.insert(queries.end(), builder.may().begin(), builder.may().end());
  return any_of(queries);
}

}  // namespace tinlang::search
