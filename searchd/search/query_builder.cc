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
using Within = std::optional<Roaring>;

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
  explicit Builder(const Question& question) : question_(question) {
    for (const Node& node : question.required) must_.push_back(must(node, 1.0));
    for (const std::string& pair : question.pairs) add_pair(pair, 1.0);
  }

  // What articles weigh, for question_weights().
  struct Weights {};
  Builder(const Question& question, const HotTerms& hot, Weights /*tag*/)
      : question_(question), hot_(&hot) {
    for (const Node& node : question.required) weigh(node, 1.0, std::nullopt);
    for (const std::string& pair : question.pairs) add_pair(pair, 1.0);
  }

  std::vector<WeighedTerm> take_terms() { return std::move(terms_); }
  const Queries& must() const { return must_; }
  const Queries& may() const { return may_; }

  // Only for matching: builds no weights.
  static Query match_only(const std::vector<Node>& nodes, bool marked) {
    Question question;
    question.required = nodes;
    question.marked = marked;
    return unweighted(any_of(Builder(question).must()));
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

  // What a word may earn beside what it must have, once in a question.
  void add_beside(const Word& word, double factor) {
    if (!seen_.insert(word.canonical).second) return;
    if (kTitleBoost > 0 && !in_filed_) add(FieldId::kTitle, word.canonical, factor * kTitleBoost);
    if (word.marked) add(FieldId::kFolded, word.folded, factor * kFoldedBesideMarked);
    if (!word.marked && question_.marked) {
      add(FieldId::kBody, word.canonical, factor * kCanonicalWeight);
    }
  }

  Query must_word(const Word& word, double factor) {
    add_beside(word, factor);
    const Query folded = term(FieldId::kFolded, word.folded);
    const Query canonical = term(FieldId::kBody, word.canonical);
    if (word.marked && !word.twin.empty()) {
      const Query twin = scaled(term(FieldId::kBody, word.twin), kTwinWeight);
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
      filters.push_back(term(FieldId::kBigram, pair));
      add_pair(pair, factor);
    }
    const bool is_verified = hot_ != nullptr;
    if (row.kind == NodeKind::kPhrase && !is_verified) filters.push_back(phrase_query(row));
    if (filters.empty()) return all_of(words);
    return {Query::OP_FILTER, all_of(words), all_of(filters)};
  }

  void add_pair(const std::string& pair, double factor) {
    if (!seen_pairs_.insert(pair).second) return;
    add(FieldId::kBigram, pair, factor * kBigramWeight);
  }

  // The weights that must() would give, as parts where all of a node is in memory. What belongs to
  // a row or a group counts only in `within`, the articles that have all of it; a node inside such
  // a group is wholly in memory.
  void weigh(const Node& node, double factor, const Within& within) {
    if (is_plain_word(node)) return weigh_word(node.words.front(), factor, within);
    Within having = within;
    if (node.kind != NodeKind::kAny && node.kind != NodeKind::kEither) {
      const Within own = is_together(node) ? articles_in_memory(node) : std::nullopt;
      if (!own) return may_.push_back(must(node, factor));
      having = within ? *within & *own : *own;
    }
    for (const Word& word : node.words) weigh_word(word, factor, having);
    for (const std::string& pair : node.pairs) add_pair(pair, factor);
    const double others = node.kind == NodeKind::kAny ? factor * kExpansionWeight : factor;
    for (const Node& child : node.children) {
      weigh(child, &child == &node.children.front() ? factor : others, having);
    }
  }

  static bool is_plain_word(const Node& node) {
    return node.kind == NodeKind::kWord && !node.title && !node.words.front().prefix;
  }

  // Whether all of the node must be there for any of it to count.
  static bool is_together(const Node& node) {
    return node.kind == NodeKind::kAdjacent || node.kind == NodeKind::kPhrase ||
           node.kind == NodeKind::kAll;
  }

  void weigh_word(const Word& word, double factor, const Within& within) {
    add_beside(word, factor);
    if (!word.marked) {
      const double weight = question_.marked ? kFoldedOfUnmarked : kFoldedAlone;
      return add(FieldId::kFolded, word.folded, factor * weight, within);
    }
    add(FieldId::kBody, word.canonical, factor * kCanonicalWeight, within);
    if (!word.twin.empty()) {
      add(FieldId::kBody, word.twin, factor * kCanonicalWeight * kTwinWeight, within);
    }
  }

  // The articles that match `node` as far as pairs tell; nullopt unless all its terms are in
  // memory, those of words with their counts.
  Within articles_in_memory(const Node& node) const {
    const bool is_choice = node.kind == NodeKind::kAny || node.kind == NodeKind::kEither;
    if (node.title || !(is_plain_word(node) || is_together(node) || is_choice)) return {};
    std::vector<Within> sets;
    for (const Word& word : node.words) sets.push_back(word_in_memory(node, word));
    for (const std::string& pair : node.pairs) {
      const HotTerm* const known = hot_->find(make_term(FieldId::kBigram, pair));
      sets.push_back(known == nullptr ? Within() : known->articles);
    }
    for (const Node& child : node.children) sets.push_back(articles_in_memory(child));
    if (sets.empty()) return {};
    Within articles;
    for (const Within& set : sets) {
      if (!set) return {};
      if (!articles) {
        articles = set;
      } else if (is_choice) {
        *articles |= *set;
      } else {
        *articles &= *set;
      }
    }
    return without(std::move(articles), node.excluded);
  }

  Within without(Within articles, const std::vector<Node>& excluded) const {
    for (const Node& node : excluded) {
      const Within set = articles_in_memory(node);
      if (!set) return {};
      *articles -= *set;
    }
    return articles;
  }

  Within word_in_memory(const Node& node, const Word& word) const {
    if (word.prefix) return {};
    Roaring having;
    for (const std::string& name : match_terms(node, word)) {
      const HotTerm* const known = counted(name);
      if (known == nullptr) return {};
      having |= known->articles;
    }
    return having;
  }

  // Adds a term's weight to what an article earns, in `within` alone when given: only a term
  // in memory can be narrowed so.
  void add(FieldId field, const std::string& key, double factor,
           const Within& within = std::nullopt) {
    if (factor == 0) return;
    std::string name = make_term(field, key);
    if (hot_ == nullptr) {
      may_.push_back(scaled(Query(name), factor));
    } else {
      const HotTerm* const known = counted(name);
      terms_.push_back({std::move(name), known, factor, within});
    }
  }

  // A frequent term from memory, where its counts are.
  const HotTerm* counted(const std::string& name) const {
    const HotTerm* const known = hot_ == nullptr ? nullptr : hot_->find(name);
    return known == nullptr || known->counts.empty() ? nullptr : known;
  }

  const Question& question_;
  const HotTerms* hot_ = nullptr;
  bool in_filed_ = false;  // below a kFiled node
  Queries must_;
  Queries may_;
  std::vector<WeighedTerm> terms_;  // instead of may_, for question_weights()
  std::set<std::string> seen_;      // words and pairs whose extras are in may_ already
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
  for (const Node& node : question.restricting) {
    query = {Query::OP_FILTER, query, Builder::match_only({node}, false)};
  }
  if (question.excluded.empty()) return query;
  return {Query::OP_AND_NOT, query, Builder::match_only(question.excluded, false)};
}

QuestionWeights question_weights(const Question& question, const HotTerms& hot) {
  Builder builder(question, hot, Builder::Weights{});
  QuestionWeights weights{builder.take_terms(), {}};
  if (!builder.may().empty()) weights.others = any_of(builder.may());
  return weights;
}

Query any_query(const Question& question) {
  const Builder builder(question);
  Queries queries = builder.must();
  queries.insert(queries.end(), builder.may().begin(), builder.may().end());
  return any_of(queries);
}

}  // namespace tinlang::search
