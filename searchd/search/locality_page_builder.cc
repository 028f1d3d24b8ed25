#include "searchd/search/locality_page_builder.h"

#include <utility>

#include "searchd/search/facet_builder.h"
#include "searchd/search/official_record.h"
#include "searchd/search/place_coverage.h"
#include "searchd/search/place_history.h"

namespace tinlang::search {
namespace {

using gazetteer::Gazetteer;
using gazetteer::UnitId;

std::vector<LocalityCount> units_below(const Gazetteer& gazetteer, UnitId place,
                                       std::vector<LocalityCount> counted) {
  std::erase_if(counted, [&](const LocalityCount& one) {
    const auto id = gazetteer.find_code(one.code);
    return !id || gazetteer.unit(*id).parent != place;
  });
  return counted;
}

}  // namespace

LocalityPage build_locality_page(const FacetColumns& columns, const Gazetteer& gazetteer, UnitId id,
                                 const LocalityRequest& request) {
  const std::string& code = gazetteer.unit(id).code;
  const Places places = request.mentions ? Places::kMentioned : Places::kMain;
  const Roaring articles = columns.localities().filed(std::vector{code}, places);
  LocalityPage page;
  page.history = history_of(gazetteer, id);
  page.total = articles.cardinality();
  auto counted = columns.localities().count(articles, gazetteer.unit(id).system, places);
  for (const LocalityCount& one : counted) {
    if (one.code == code) page.through = one.through;
  }
  page.units =
      locality_values(gazetteer, units_below(gazetteer, id, std::move(counted)), request.limit);
  auto officials = columns.officials().count(articles);
  page.officials_total = officials.size();
  page.officials =
      official_values(columns.officials(), gazetteer, std::move(officials), request.limit);
  page.posts = posts_in(columns.officials(), gazetteer, id, request.limit);
  page.sites = sites_about(columns, gazetteer, id, articles);
  page.coverage = cover(columns, articles, archived_by_speakers(columns, page.sites));
  if (page.sites.size() > request.limit) page.sites.resize(request.limit);
  return page;
}

}  // namespace tinlang::search
