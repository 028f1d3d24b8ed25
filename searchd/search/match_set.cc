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

}  // namespace

class MatchReader::Sets {
 public:
  Sets(const Xapian::Database& database, const HotTerms* hot) : database_(database), hot_(hot) {}

  Xapian::doccount articles() const { return database_.get_doccount(); }

  Roaring everything() { return term(std::string()); }

  // The empty term stands in every document. Terms repeat in the alternatives of a question.
  const Roaring& term(const std::string& name) {
    if (const HotTerm* const hot = hot_ == nullptr ? nullptr : hot_->find(name))
      return hot->articles;
    const auto [known, is_new] = terms_.try_emplace(name);
    if (is_new) known->second = articles_of(database_, name);
    return known->second;
  }

  Roaring any_term(const std::vector<std::string>& names) {
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
        return phrase(node);
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
  Roaring word(const Node& node, const Word& word) { return any_term(match_terms(node, word)); }

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

  const Roaring& phrase(const Node& node) {
    const auto [known, is_new] = phrases_.try_emplace(&node);
    if (is_new) known->second = verified(node, row(node));
    return known->second;
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
  std::map<std::string, Roaring> terms_;    // those that are not hot
  std::map<const Node*, Roaring> phrases_;  // nodes of the one question
};

MatchReader::MatchReader(const Xapian::Database& database, const Question& question,
                         const HotTerms* hot)
    : sets_(std::make_unique<Sets>(database, hot)), question_(question) {}
MatchReader::~MatchReader() = default;

Roaring MatchSets::admitted(const Roaring& set, std::optional<FilterKind> except) const {
  Roaring result = set;
  for (std::size_t kind = 0; kind < kFilterKinds; ++kind) {
    if (!filters[kind] || (except && static_cast<std::size_t>(*except) == kind)) continue;
    result &= *filters[kind];
  }
  return result;
}

MatchSets MatchReader::sets(const FilterTerms& filters) {
  MatchSets sets;
  sets.question = sets_->all_but(question_.required, question_.excluded);
  if (!question_.restricting.empty()) sets.question &= sets_->all_nodes(question_.restricting);
  for (std::size_t kind = 0; kind < kFilterKinds; ++kind) {
    if (filters[kind]) sets.filters[kind] = sets_->any_term(*filters[kind]);
  }
  return sets;
}

PartialMatches MatchReader::partial(const Roaring& full) {
  if (question_.required.size() < 2) return {};
  const auto share = std::ceil(kPartialShare * static_cast<double>(question_.required.size()));
  const std::size_t needed = std::min(static_cast<std::size_t>(share), kMaxLevels);

  // at_least[k]: articles that match k + 1 nodes or more of those seen so far.
  std::vector<Roaring> at_least(needed);
  PartialMatches partial;
  const double articles = sets_->articles();
  for (const Node& node : question_.required) {
    Roaring set = sets_->node(node);
    for (std::size_t k = needed; --k > 0;) at_least[k] |= at_least[k - 1] & set;
    at_least[0] |= set;
    if (set.isEmpty() || partial.parts.size() == kMaxCoveredParts) continue;
    const double rarity = std::log1p(articles / static_cast<double>(set.cardinality()));
    partial.parts.push_back({std::move(set), kCoverageWeight * rarity});
  }
  partial.all = at_least.back() - full - sets_->any_node(question_.excluded);
  if (!question_.restricting.empty()) partial.all &= sets_->all_nodes(question_.restricting);
  return partial;
}

}  // namespace tinlang::search
