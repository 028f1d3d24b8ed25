#include "searchd/search/official_page_builder.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indexer/schema/article_record.h"
#include "searchd/search/facet_builder.h"

namespace tinlang::search {
namespace {

void put_months(const DateCounts& counts, OfficialPage& page) {
  page.months = months_of(counts);
  page.undated = counts.undated;
  for (const auto& [date, count] : counts.dates) {
    if (date.precision < calendar::Precision::kMonth) page.vague += count;
  }
}

// All spellings of the name in the articles, the latest first.
Result<std::vector<std::string>> spellings(const RecordSources& sources, const Roaring& articles,
                                           const Person& person) {
  constexpr std::size_t kMostRead = 50;
  std::vector<std::string> names = {person.name};
  for (const std::uint32_t docid : sources.columns.sorted_by_date(articles, true, kMostRead)) {
    const auto record = schema::decode(sources.database.get_document(docid).get_data());
    if (!record) return tl::unexpected(record.error());
    for (const auto& official : record->officials) {
      const auto named = sources.columns.officials().person_in(docid, official.id);
      if (!named || sources.columns.officials().person(*named).id != person.id) continue;
      if (std::find(names.begin(), names.end(), official.name) == names.end()) {
        names.push_back(official.name);
      }
    }
  }
  return names;
}

std::vector<std::string> ids_of(const OfficialColumn& officials, const Person& person) {
  std::vector<std::string> ids;
  for (const std::uint32_t number : person.holdings) {
    const std::string& id = officials.holdings()[number].bearer;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

}  // namespace

Result<OfficialPage> build_official_page(const RecordSources& sources, PersonNumber number,
                                         const OfficialRequest& request) {
  const OfficialColumn& officials = sources.columns.officials();
  const RecordReader reader(sources);
  const Person& person = officials.person(number);
  const Roaring articles = officials.naming({person.id});
  OfficialPage page;
  page.person = reader.name_of(number);
  page.ids = ids_of(officials, person);
  page.total = articles.cardinality();
  auto names = spellings(sources, articles, person);
  if (!names) return tl::unexpected(std::move(names).error());
  page.names = *std::move(names);
  const std::vector<LineHoldings> lines = reader.lines_of(person.holdings);
  const auto proofs = reader.proofs(articles, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = reader.line(lines[i], proofs[i]);
    if (!line) return tl::unexpected(std::move(line).error());
    page.posts.push_back(*std::move(line));
  }
  page.rivals = reader.rivals_of(number);
  put_months(sources.columns.count_dates(articles), page);
  page.places = locality_values(
      sources.gazetteer,
      sources.columns.localities().count(articles, gazetteer::System::kThreeLevel, Places::kMain),
      request.limit);
  auto companions = officials.count(articles);
  std::erase_if(companions, [&](const ValueCount& one) { return one.value == person.id; });
  page.companions_total = companions.size();
  page.companions =
      official_values(officials, sources.gazetteer, std::move(companions), request.limit);
  for (const std::uint32_t docid : sources.columns.sorted_by_date(articles, true, request.limit)) {
    auto article = reader.article(docid);
    if (!article) return tl::unexpected(std::move(article).error());
    page.articles.push_back(*std::move(article));
  }
  return page;
}

}  // namespace tinlang::search
