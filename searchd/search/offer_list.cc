#include "searchd/search/offer_list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searchd/search/rows.h"

namespace tinlang::search {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// Whether what begins at byte `at` is excluded: "-x", "-\"x", "-(x".
bool is_excluded(std::string_view question, std::size_t at) {
  if (at > 0 && (question[at - 1] == '"' || question[at - 1] == '(')) --at;
  return at > 0 && question[at - 1] == '-' && (at == 1 || question[at - 2] == ' ');
}

bool is_chosen(const Offer& offer, const Filters& filters) {
  const auto& chosen = offer.kind == OfferKind::kOfficial ? filters.officials : filters.localities;
  return std::find(chosen.begin(), chosen.end(), offer.value) != chosen.end();
}

}  // namespace

std::vector<Offer> find_offers(std::string_view question, const Filters& filters,
                               const KnownNames& names, text::Analyzer& analyzer) {
  const auto words = words_only(analyzer.analyze(question).tokens, false);
  std::vector<Offer> offers;
  for (NameMatch& name : names.find(words, question)) {
    if (is_excluded(question, name.begin)) continue;
    for (Offer& offer : name.bearers) {
      if (offers.size() == kMaxOffers) return offers;
      if (is_chosen(offer, filters)) continue;
      offer.begin = code_points(question.substr(0, name.begin));
      offer.end = code_points(question.substr(0, name.end));
      offers.push_back(std::move(offer));
    }
  }
  return offers;
}

}  // namespace tinlang::search
