#include "searchd/search/match_set.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/schema/fields.h"
#include "searchd/search/column_weight.h"
#include "searchd/search/query_builder.h"
#include "searchd/search/ranking.h"

namespace tinlang::search {
namespace {

using schema::FieldId;
using schema::make_term;

// Levels counted for partial matches. A very long question is thus asked for
// fewer than its share, at a bounded price.
constexpr std::size_t kMaxLevels = 8;

class SetReader {
 public:
  SetReader(const Xapian::Database& database, const HotTerms* hot)
      : database_(database), hot_(hot) {}

  Roaring everything() const { return term(std::string()); }

  // The empty term stands in every document.
  Roaring term(const std::string& name) const {
    const HotTerm* const known = hot_ == nullptr ? nullptr : hot_->find(name);
    return known == nullptr ? articles_of(database_, name) : known->articles;
  }

  Roaring any_term(const std::vector<std::string>& names) const {
    Roaring set;
    for (const std::string& name : names) set |= term(name);
    return set;
  }

  Roaring node(const Node& node) {
    switch (node.kind) {
      case NodeKind::kWord:
        return word(node, node.words.front());
      case NodeKind::kAdjacent:
        return row(node);
      case NodeKind::kPhrase:
        return verified(node, row(node));
      case NodeKind::kNumber:
        return term(make_term(FieldId::kDocumentNumber, node.number));
      case NodeKind::kTerms:
        return any_term(node.terms);
      case NodeKind::kFiled:
        return filed(node);
      case NodeKind::kAll:
        return all_but(node.children, node.excluded);
      case NodeKind::kAny:
      case NodeKind::kEither:
        return any_node(node.children);
    }
    return {};
  }

  // Each of `nodes`, everything when there are none.
  Roaring all_nodes(const std::vector<Node>& nodes) {
    if (nodes.empty()) return everything();
    Roaring set = this->node(nodes.front());
    for (std::size_t i = 1; i < nodes.size() && !set.isEmpty(); ++i) set &= this->node(nodes[i]);
    return set;
  }

  Roaring all_but(const std::vector<Node>& nodes, const std::vector<Node>& excluded) {
    Roaring set = all_nodes(nodes);
    if (!set.isEmpty()) set -= any_node(excluded);
    return set;
  }

  Roaring any_node(const std::vector<Node>& nodes) {
    Roaring set;
    for (const Node& child : nodes) set |= node(child);
    return set;
  }

 private:
  // The words of a question repeat in its alternatives: each is read once.
  Roaring word(const Node& node, const Word& word) {
    const auto terms = match_terms(node, word);
    if (terms.size() != 1) return any_term(terms);
    const auto [known, is_new] = words_.try_emplace(terms.front());
    if (is_new) known->second = term(terms.front());
    return known->second;
  }

  Roaring filed(const Node& node) {
    Roaring set = this->node(node.children.front());
    for (const Word& before : node.words) {
      if (set.isEmpty()) break;
      set &= word(node, before);
    }
    return set |= any_term(node.terms);
  }

  Roaring row(const Node& node) {
    Roaring set = word(node, node.words.front());
    for (std::size_t i = 1; i < node.words.size() && !set.isEmpty(); ++i) {
      set &= word(node, node.words[i]);
    }
    for (const std::string& pair : node.pairs) {
      if (set.isEmpty()) break;
      set &= term(make_term(FieldId::kBigram, pair));
    }
    return set;
  }

  // Positions are dear: they are read only where words and pairs agree.
  Roaring verified(const Node& phrase, const Roaring& candidates) const {
    if (candidates.isEmpty()) return {};
    SetSource source(candidates);
    const Xapian::Query query(Xapian::Query::OP_FILTER, phrase_query(phrase),
                              Xapian::Query(&source));
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
    std::vector<std::uint32_t> docids;
    docids.reserve(found.size());
    for (auto it = found.begin(); it != found.end(); ++it) docids.push_back(*it);
    return Roaring(docids.size(), docids.data());
  }

  const Xapian::Database& database_;
  const HotTerms* hot_;
  std::map<std::string, Roaring> words_;  // by term
};

}  // namespace

Roaring MatchSets::admitted(const Roaring& set, std::optional<FilterKind> except) const {
  Roaring result = set;
  for (std::size_t kind = 0; kind < kFilterKinds; ++kind) {
    if (!filters[kind] || (except && static_cast<std::size_t>(*except) == kind)) continue;
    result &= *filters[kind];
  }
  return result;
}

MatchSets match_sets(const Xapian::Database& database, const Question& question,
                     const FilterTerms& filters, const HotTerms* hot) {
  SetReader reader(database, hot);
  MatchSets sets;
  sets.question = reader.all_but(question.required, question.excluded);
  if (!question.restricting.empty()) sets.question &= reader.all_nodes(question.restricting);
  for (std::size_t kind = 0; kind < kFilterKinds; ++kind) {
    if (filters[kind]) sets.filters[kind] = reader.any_term(*filters[kind]);
  }
  return sets;
}

PartialMatches partial_matches(const Xapian::Database& database, const Question& question,
                               const Roaring& full, const HotTerms* hot) {
  if (question.required.size() < 2) return {};
  const auto share = std::ceil(kPartialShare * static_cast<double>(question.required.size()));
  const std::size_t needed = std::min(static_cast<std::size_t>(share), kMaxLevels);

  // at_least[k]: articles that match k + 1 nodes or more of those seen so far.
  SetReader reader(database, hot);
  std::vector<Roaring> at_least(needed);
  PartialMatches partial;
  const double articles = database.get_doccount();
  for (const Node& node : question.required) {
    Roaring set = reader.node(node);
    for (std::size_t k = needed; --k > 0;) at_least[k] |= at_least[k - 1] & set;
    at_least[0] |= set;
    if (set.isEmpty() || partial.parts.size() == kMaxCoveredParts) continue;
    const double rarity = std::log1p(articles / static_cast<double>(set.cardinality()));
    partial.parts.push_back({std::move(set), kCoverageWeight * rarity});
  }
  partial.all = at_least.back() - full - reader.any_node(question.excluded);
  if (!question.restricting.empty()) partial.all &= reader.all_nodes(question.restricting);
  return partial;
}

}  // namespace tinlang::search
