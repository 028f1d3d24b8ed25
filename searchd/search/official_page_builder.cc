#include "searchd/search/official_page_builder.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/schema/article_record.h"
#include "searchd/officials/identity.h"
#include "searchd/officials/unit_relation.h"
#include "searchd/search/facet_builder.h"
#include "searchd/search/place_history.h"

namespace tinlang::search {
namespace {

using gazetteer::UnitId;
using officials::Holding;

constexpr std::size_t kMonthBytes = 7;  // "2023-05"

// Seats that one person holds at a time. Only these: a commune has dozens of party cells and
// associations, each with a secretary or a chairman.
bool has_one_holder(const Holding& holding) {
  constexpr std::array<std::string_view, 9> kSeats = {
      "bi-thu-tinh-uy",           "bi-thu-thanh-uy", "bi-thu-huyen-uy",
      "bi-thu-quan-uy",           "bi-thu-thi-uy",   "bi-thu-dang-uy",
      "chu-tich-uy-ban-nhan-dan", "chu-tich-ubnd",   "chu-tich-hoi-dong-nhan-dan"};
  return !holding.former && std::any_of(kSeats.begin(), kSeats.end(), [&](std::string_view seat) {
    return holding.post.starts_with(seat);
  });
}

class RecordReader {
 public:
  explicit RecordReader(const RecordSources& sources)
      : sources_(sources), officials_(sources.columns.officials()) {}

  PersonName name_of(PersonNumber number) const {
    const Person& person = officials_.person(number);
    return {person.id, person.name, person.post};
  }

  Result<ArticleReference> article(std::uint32_t docid) const {
    auto record = schema::decode(sources_.database.get_document(docid).get_data());
    if (!record) return tl::unexpected(std::move(record).error());
    return ArticleReference{std::move(record->id), std::move(record->title), filing_date(*record)};
  }

  // `articles` are those that give the holding, by date.
  Result<RecordLine> line(std::uint32_t number, const std::vector<std::uint32_t>& articles) const {
    const Holding& holding = officials_.holdings()[number];
    RecordLine line;
    line.title = officials_.post_text(number).title;
    line.body = officials_.post_text(number).body;
    line.former = holding.former;
    line.articles = articles.size();
    if (holding.place) {
      line.place = place_name(sources_.gazetteer, *holding.place);
      line.holders = history_of(sources_.gazetteer, *holding.place).holders;
    }
    if (articles.empty()) return line;
    auto first = article(articles.front());
    if (!first) return tl::unexpected(std::move(first).error());
    auto last = article(articles.back());
    if (!last) return tl::unexpected(std::move(last).error());
    line.first = *std::move(first);
    line.last = *std::move(last);
    return line;
  }

  // The articles of `set` that give each holding of `wanted`, dated ones by date.
  std::map<std::uint32_t, std::vector<std::uint32_t>> articles_of(
      const Roaring& set, const std::vector<std::uint32_t>& wanted) const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> articles;
    for (const std::uint32_t number : wanted) articles[number];
    for (const std::uint32_t docid :
         sources_.columns.sorted_by_date(set, false, set.cardinality())) {
      for (const std::uint32_t number : officials_.holdings_in(docid)) {
        const auto asked = articles.find(number);
        if (asked != articles.end()) asked->second.push_back(docid);
      }
    }
    for (auto& [number, docids] : articles) leave_undated_inside(docids);
    return articles;
  }

  bool is_same_place(const std::optional<UnitId>& a, const std::optional<UnitId>& b) const {
    return a && b &&
           officials::relate(sources_.gazetteer, *a, *b) == officials::UnitRelation::kSame;
  }

  std::vector<RivalClaim> rivals_of(PersonNumber number) const {
    std::vector<RivalClaim> rivals;
    for (const std::uint32_t own : officials_.person(number).holdings) {
      if (has_one_holder(officials_.holdings()[own])) add_rivals(number, own, rivals);
    }
    return rivals;
  }

 private:
  // Undated articles stand last: the first and the last of the list are to be dated ones.
  void leave_undated_inside(std::vector<std::uint32_t>& docids) const {
    const auto undated = std::find_if(docids.begin(), docids.end(), [&](std::uint32_t docid) {
      return !sources_.columns.date_of(docid);
    });
    if (undated == docids.begin() || undated == docids.end()) return;
    std::rotate(undated - 1, undated, docids.end());
  }

  void add_rivals(PersonNumber number, std::uint32_t own, std::vector<RivalClaim>& rivals) const {
    const Holding& held = officials_.holdings()[own];
    for (std::uint32_t other = 0; other < officials_.holdings().size(); ++other) {
      const Holding& claimed = officials_.holdings()[other];
      if (officials_.holder(other) == number || claimed.post != held.post || claimed.former)
        continue;
      if (!held.span || !claimed.span || !is_same_place(held.place, claimed.place)) continue;
      const auto from = std::max(held.span->first, claimed.span->first);
      const auto to = std::min(held.span->last, claimed.span->last);
      if (to - from <= officials::kHandoverDays) continue;
      rivals.push_back({name_of(officials_.holder(other)), officials_.post_text(other).title,
                        place_name(sources_.gazetteer, *claimed.place),
                        to_iso_date(calendar::from_days(from)),
                        to_iso_date(calendar::from_days(to))});
    }
  }

  const RecordSources& sources_;
  const OfficialColumn& officials_;
};

void put_months(const DateCounts& counts, OfficialPage& page) {
  page.undated = counts.undated;
  for (const auto& [date, count] : counts.dates) {
    if (date.precision < calendar::Precision::kMonth) {
      page.vague += count;
      continue;
    }
    std::string month = to_iso_date(date).substr(0, kMonthBytes);
    if (page.months.empty() || page.months.back().month != month) {
      page.months.push_back({std::move(month), 0});
    }
    page.months.back().count += count;
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
  const auto proofs = reader.articles_of(articles, person.holdings);
  for (const std::uint32_t holding : person.holdings) {
    auto line = reader.line(holding, proofs.at(holding));
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
  page.companions = official_values(officials, std::move(companions), request.limit);
  for (const std::uint32_t docid : sources.columns.sorted_by_date(articles, true, request.limit)) {
    auto article = reader.article(docid);
    if (!article) return tl::unexpected(std::move(article).error());
    page.articles.push_back(*std::move(article));
  }
  return page;
}

Result<PostPage> build_post_page(const RecordSources& sources, const std::optional<UnitId>& place,
                                 const PostRequest& request) {
  const OfficialColumn& officials = sources.columns.officials();
  const RecordReader reader(sources);
  std::vector<std::uint32_t> wanted;
  std::vector<std::string> people;
  for (std::uint32_t number = 0; number < officials.holdings().size(); ++number) {
    const Holding& holding = officials.holdings()[number];
    if (holding.former || holding.post != request.slug) continue;
    if (place && !reader.is_same_place(holding.place, place)) continue;
    wanted.push_back(number);
  }
  std::sort(wanted.begin(), wanted.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto order = [&](std::uint32_t number) {
      const Holding& holding = officials.holdings()[number];
      const auto span = holding.span.value_or(officials::DaySpan());
      return std::tuple(!holding.span, span.first, span.last, holding.bearer);
    };
    return order(a) < order(b);
  });
  PostPage page;
  page.holders_total = wanted.size();
  if (place) page.place = history_of(sources.gazetteer, *place);
  if (!wanted.empty()) page.title = officials.post_text(wanted.front()).title;
  if (wanted.size() > request.limit) wanted.resize(request.limit);
  for (const std::uint32_t number : wanted) {
    people.push_back(officials.person(officials.holder(number)).id);
  }
  const auto proofs = reader.articles_of(officials.naming(people), wanted);
  for (const std::uint32_t number : wanted) {
    auto line = reader.line(number, proofs.at(number));
    if (!line) return tl::unexpected(std::move(line).error());
    page.holders.push_back({reader.name_of(officials.holder(number)), *std::move(line)});
  }
  return page;
}

}  // namespace tinlang::search
