#include "searchd/search/official_post_builder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "searchd/officials/holding.h"
#include "searchd/officials/identity.h"
#include "searchd/officials/unit_relation.h"
#include "searchd/search/place_coverage.h"
#include "searchd/search/place_history.h"

namespace tinlang::search {
namespace {

using gazetteer::Gazetteer;
using gazetteer::UnitId;
using officials::DaySpan;
using officials::Holding;

// What of the record is about the post.
struct Found {
  std::string title;                  // empty: nobody ever had it
  std::vector<std::uint32_t> held;    // holdings in the place, by first day, undated last
  std::vector<std::uint32_t> former;  // the same, told of as former
  std::map<UnitId, std::set<PersonNumber>> inside;  // who holds it in units below
};

bool is_below(const Gazetteer& gazetteer, const std::optional<UnitId>& place, UnitId unit) {
  if (!place) return true;
  return gazetteer.unit(unit).level > gazetteer.unit(*place).level &&
         officials::relate(gazetteer, *place, unit) == officials::UnitRelation::kInside;
}

void sort_by_day(const OfficialColumn& officials, std::vector<std::uint32_t>& holdings) {
  const auto order = [&](std::uint32_t number) {
    const Holding& holding = officials.holdings()[number];
    const DaySpan span = holding.span.value_or(DaySpan());
    return std::tuple(!holding.span, span.first, span.last, holding.bearer);
  };
  std::sort(holdings.begin(), holdings.end(),
            [&](std::uint32_t a, std::uint32_t b) { return order(a) < order(b); });
}

Found find(const RecordSources& sources, const std::optional<UnitId>& place,
           const std::string& slug) {
  const OfficialColumn& officials = sources.columns.officials();
  Found found;
  for (std::uint32_t number = 0; number < officials.holdings().size(); ++number) {
    const Holding& holding = officials.holdings()[number];
    if (holding.post != slug) continue;
    if (found.title.empty()) found.title = officials.post_text(number).title;
    if (holding.place && !holding.former && is_below(sources.gazetteer, place, *holding.place)) {
      found.inside[*holding.place].insert(officials.holder(number));
    }
    if (place && !is_same_place(sources.gazetteer, holding.place, place)) continue;
    (holding.former ? found.former : found.held).push_back(number);
  }
  // Whoever is named for it need not be told of as a former holder too.
  std::set<PersonNumber> holders;
  for (const std::uint32_t number : found.held) holders.insert(officials.holder(number));
  std::erase_if(found.former,
                [&](std::uint32_t number) { return holders.contains(officials.holder(number)); });
  sort_by_day(officials, found.held);
  sort_by_day(officials, found.former);
  return found;
}

// Those with most people first; `detail` tells units of one name apart.
std::vector<FacetValue> places_of(const Gazetteer& gazetteer, const Found& found) {
  std::vector<FacetValue> places;
  for (const auto& [id, people] : found.inside) {
    const PlaceHistory history = history_of(gazetteer, id);
    FacetValue value{
        history.place.code, history.place.label, history.place.detail, {}, people.size()};
    for (auto held = history.holders.rbegin(); held != history.holders.rend(); ++held) {
      value.detail += ", " + held->label;
    }
    places.push_back(std::move(value));
  }
  std::sort(places.begin(), places.end(), [](const FacetValue& a, const FacetValue& b) {
    return std::tuple(b.count, a.value) < std::tuple(a.count, b.value);
  });
  return places;
}

class HolderReader {
 public:
  explicit HolderReader(const RecordSources& sources)
      : sources_(sources), reader_(sources), officials_(sources.columns.officials()) {}

  std::vector<LineHoldings> lines_of(const std::vector<std::uint32_t>& holdings) const {
    return reader_.lines_of(holdings);
  }

  // The articles of each of `lines`.
  std::vector<std::vector<std::uint32_t>> proofs(const std::vector<LineHoldings>& lines) const {
    std::vector<std::string> people;
    for (const LineHoldings& line : lines) people.push_back(person_of(line).id);
    return reader_.proofs(officials_.naming(people), lines);
  }

  // The first `limit` of `lines`, with their `proofs`.
  Result<std::vector<PostHolder>> holders(const std::vector<LineHoldings>& lines,
                                          const std::vector<std::vector<std::uint32_t>>& proofs,
                                          std::size_t limit) const {
    std::vector<PostHolder> holders;
    for (std::size_t i = 0; i < std::min(lines.size(), limit); ++i) {
      auto line = reader_.line(lines[i], proofs[i]);
      if (!line) return tl::unexpected(std::move(line).error());
      const Roaring articles(proofs[i].size(), proofs[i].data());
      holders.push_back({reader_.name_of(officials_.holder(lines[i].front())), *std::move(line),
                         months_of(sources_.columns.count_dates(articles))});
    }
    return holders;
  }

  // `lines` are by first day.
  std::vector<SharedTime> shared_times(const std::vector<LineHoldings>& lines) const {
    std::vector<SharedTime> shared;
    for (std::size_t one = 0; one < lines.size(); ++one) {
      for (std::size_t other = one + 1; other < lines.size(); ++other) {
        if (const auto time = shared_time(lines[one], lines[other])) {
          shared.push_back({one, other, to_iso_date(calendar::from_days(time->first)),
                            to_iso_date(calendar::from_days(time->last)),
                            time->last - time->first <= officials::kHandoverDays});
        }
      }
    }
    std::stable_sort(shared.begin(), shared.end(),
                     [](const SharedTime& a, const SharedTime& b) { return a.from < b.from; });
    return shared;
  }

 private:
  const Person& person_of(const LineHoldings& line) const {
    return officials_.person(officials_.holder(line.front()));
  }

  std::optional<DaySpan> shared_time(const LineHoldings& one, const LineHoldings& other) const {
    if (officials_.holder(one.front()) == officials_.holder(other.front())) return std::nullopt;
    const auto& place = officials_.holdings()[one.front()].place;
    if (!is_same_place(sources_.gazetteer, place, officials_.holdings()[other.front()].place)) {
      return std::nullopt;
    }
    const auto left = reader_.span_of(one);
    const auto right = reader_.span_of(other);
    if (!left || !right) return std::nullopt;
    const DaySpan shared{std::max(left->first, right->first), std::min(left->last, right->last)};
    return shared.first <= shared.last ? std::optional(shared) : std::nullopt;
  }

  const RecordSources& sources_;
  RecordReader reader_;
  const OfficialColumn& officials_;
};

template <typename Value>
void shorten(std::vector<Value>& list, std::size_t limit) {
  if (list.size() > limit) list.resize(limit);
}

Roaring all_of(const std::vector<std::vector<std::uint32_t>>& proofs) {
  Roaring all;
  for (const auto& docids : proofs) all.addMany(docids.size(), docids.data());
  return all;
}

Coverage coverage_of(const RecordSources& sources, UnitId place, const Roaring& said) {
  const std::vector<std::string> codes = {sources.gazetteer.unit(place).code};
  const Roaring about = sources.columns.localities().filed(codes, Places::kMain);
  const auto sites = sites_about(sources.columns, sources.gazetteer, place, about);
  return cover(sources.columns, said, archived_by_speakers(sources.columns, sites));
}

}  // namespace

Result<PostPage> build_post_page(const RecordSources& sources, const std::optional<UnitId>& place,
                                 const PostRequest& request) {
  const Found found = find(sources, place, request.slug);
  const HolderReader reader(sources);
  std::vector<LineHoldings> held = reader.lines_of(found.held);
  std::vector<LineHoldings> former = reader.lines_of(found.former);
  PostPage page;
  page.slug = request.slug;
  page.title = found.title;
  page.one_holder = officials::has_one_holder(request.slug);
  page.holders_total = held.size();
  if (place) page.place = history_of(sources.gazetteer, *place);
  // The articles of all holders are asked for the coverage of a place alone.
  if (!place) shorten(held, request.limit);
  const auto proofs = reader.proofs(held);
  auto holders = reader.holders(held, proofs, request.limit);
  if (!holders) return tl::unexpected(std::move(holders).error());
  page.holders = *std::move(holders);
  shorten(former, request.limit);
  auto once = reader.holders(former, reader.proofs(former), request.limit);
  if (!once) return tl::unexpected(std::move(once).error());
  page.former = *std::move(once);
  if (place) page.coverage = coverage_of(sources, *place, all_of(proofs));
  shorten(held, request.limit);
  if (page.one_holder) page.shared = reader.shared_times(held);
  page.places = places_of(sources.gazetteer, found);
  page.places_total = page.places.size();
  shorten(page.places, request.limit);
  return page;
}

}  // namespace tinlang::search
