#include "searchd/search/filter_terms.h"

#include "indexer/schema/fields.h"
#include "searchd/search/date_range.h"

namespace tinlang::search {
namespace {

using schema::FieldId;

std::optional<std::vector<std::string>> alternatives(FieldId field,
                                                     const std::vector<std::string>& values) {
  if (values.empty()) return std::nullopt;
  std::vector<std::string> terms;
  terms.reserve(values.size());
  for (const std::string& value : values) terms.push_back(schema::make_term(field, value));
  return terms;
}

}  // namespace

FilterTerms filter_terms(const Filters& filters) {
  FilterTerms terms = {std::nullopt, std::nullopt, alternatives(FieldId::kPost, filters.posts),
                       alternatives(FieldId::kSite, filters.sites), std::nullopt};
  if (filters.from || filters.to) {
    terms[static_cast<std::size_t>(FilterKind::kDate)] = date_terms(filters.from, filters.to);
  }
  return terms;
}

}  // namespace tinlang::search
