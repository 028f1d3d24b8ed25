// Filters as terms: the one reading that the matcher and the match set share. Localities and
// officials have none: LocalityColumn and OfficialColumn find them.

#ifndef TINLANG_SEARCHD_SEARCH_FILTER_TERMS_H_
#define TINLANG_SEARCHD_SEARCH_FILTER_TERMS_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "searchd/search/search_page.h"

namespace tinlang::search {

// Kinds of filters. A facet leaves out the filter of its own kind.
enum class FilterKind : std::size_t { kLocality, kOfficial, kPost, kSite, kDate };
inline constexpr std::size_t kFilterKinds = 5;

// For each kind the terms of which a document must have one; nullopt when
// nothing of the kind is asked, empty when nothing can match.
using FilterTerms = std::array<std::optional<std::vector<std::string>>, kFilterKinds>;

FilterTerms filter_terms(const Filters& filters);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_FILTER_TERMS_H_
