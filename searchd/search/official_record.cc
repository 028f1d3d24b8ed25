#include "searchd/search/official_record.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/schema/article_record.h"
#include "searchd/officials/identity.h"
#include "searchd/officials/unit_relation.h"
#include "searchd/search/place_history.h"

namespace tinlang::search {
namespace {

using gazetteer::Gazetteer;
using gazetteer::UnitId;
using officials::DaySpan;
using officials::Holding;

constexpr std::size_t kMonthBytes = 7;  // "2023-05"

}  // namespace

PersonName RecordReader::name_of(PersonNumber number) const {
  const Person& person = officials_.person(number);
  return {person.id, person.name, person.post};
}

Result<ArticleReference> RecordReader::article(std::uint32_t docid) const {
  auto record = schema::decode(sources_.database.get_document(docid).get_data());
  if (!record) return tl::unexpected(std::move(record).error());
  return ArticleReference{std::move(record->id), std::move(record->title), filing_date(*record)};
}

bool RecordReader::say_the_same(std::uint32_t a, std::uint32_t b) const {
  const Holding& one = officials_.holdings()[a];
  const Holding& other = officials_.holdings()[b];
  if (officials_.holder(a) != officials_.holder(b)) return false;
  if (one.post != other.post || one.former != other.former) return false;
  return (!one.place && !other.place) || is_same_place(sources_.gazetteer, one.place, other.place);
}

std::vector<LineHoldings> RecordReader::lines_of(const std::vector<std::uint32_t>& holdings) const {
  std::vector<LineHoldings> lines;
  std::map<std::pair<PersonNumber, std::string_view>, std::vector<std::size_t>> known;
  for (const std::uint32_t number : holdings) {
    auto& alike = known[{officials_.holder(number), officials_.holdings()[number].post}];
    const auto same = std::find_if(alike.begin(), alike.end(), [&](std::size_t line) {
      return say_the_same(lines[line].front(), number);
    });
    if (same != alike.end()) {
      lines[*same].push_back(number);
      continue;
    }
    alike.push_back(lines.size());
    lines.push_back({number});
  }
  return lines;
}

std::vector<std::vector<std::uint32_t>> RecordReader::proofs(
    const Roaring& set, const std::vector<LineHoldings>& lines) const {
  std::vector<std::vector<std::uint32_t>> proofs(lines.size());
  std::map<std::uint32_t, std::size_t> line_of;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (const std::uint32_t number : lines[line]) line_of.emplace(number, line);
  }
  for (const std::uint32_t docid : sources_.columns.sorted_by_date(set, false, set.cardinality())) {
    for (const std::uint32_t number : officials_.holdings_in(docid)) {
      const auto asked = line_of.find(number);
      if (asked == line_of.end()) continue;
      auto& docids = proofs[asked->second];
      if (docids.empty() || docids.back() != docid) docids.push_back(docid);
    }
  }
  for (auto& docids : proofs) leave_undated_inside(docids);
  return proofs;
}

// The first and the last of the list are to be dated ones.
void RecordReader::leave_undated_inside(std::vector<std::uint32_t>& docids) const {
  const auto undated = std::find_if(docids.begin(), docids.end(), [&](std::uint32_t docid) {
    return !sources_.columns.date_of(docid);
  });
  if (undated == docids.begin() || undated == docids.end()) return;
  std::rotate(undated - 1, undated, docids.end());
}

Result<RecordLine> RecordReader::line(const LineHoldings& holdings,
                                      const std::vector<std::uint32_t>& proofs) const {
  const std::uint32_t number = holdings.front();
  const Holding& holding = officials_.holdings()[number];
  RecordLine line;
  line.title = officials_.post_text(number).title;
  line.slug = holding.post;
  line.body = officials_.post_text(number).body;
  line.former = holding.former;
  line.articles = proofs.size();
  if (holding.place) {
    line.place = place_name(sources_.gazetteer, *holding.place);
    line.holders = history_of(sources_.gazetteer, *holding.place).holders;
  }
  if (proofs.empty()) return line;
  auto first = article(proofs.front());
  if (!first) return tl::unexpected(std::move(first).error());
  auto last = article(proofs.back());
  if (!last) return tl::unexpected(std::move(last).error());
  line.first = *std::move(first);
  line.last = *std::move(last);
  return line;
}

std::optional<DaySpan> RecordReader::span_of(const LineHoldings& holdings) const {
  std::optional<DaySpan> span;
  for (const std::uint32_t number : holdings) {
    const auto& one = officials_.holdings()[number].span;
    if (!one) continue;
    span =
        span ? DaySpan{std::min(span->first, one->first), std::max(span->last, one->last)} : *one;
  }
  return span;
}

std::vector<RivalClaim> RecordReader::rivals_of(PersonNumber number) const {
  std::vector<RivalClaim> rivals;
  for (const std::uint32_t own : officials_.person(number).holdings) {
    const Holding& held = officials_.holdings()[own];
    if (!held.former && officials::has_one_holder(held.post)) add_rivals(number, own, rivals);
  }
  return rivals;
}

void RecordReader::add_rivals(PersonNumber number, std::uint32_t own,
                              std::vector<RivalClaim>& rivals) const {
  const Holding& held = officials_.holdings()[own];
  for (std::uint32_t other = 0; other < officials_.holdings().size(); ++other) {
    const Holding& claimed = officials_.holdings()[other];
    if (officials_.holder(other) == number || claimed.post != held.post || claimed.former) continue;
    if (!held.span || !claimed.span) continue;
    if (!is_same_place(sources_.gazetteer, held.place, claimed.place)) continue;
    const auto from = std::max(held.span->first, claimed.span->first);
    const auto to = std::min(held.span->last, claimed.span->last);
    if (to - from <= officials::kHandoverDays) continue;
    rivals.push_back({name_of(officials_.holder(other)), officials_.post_text(other).title,
                      claimed.post, place_name(sources_.gazetteer, *claimed.place),
                      to_iso_date(calendar::from_days(from)),
                      to_iso_date(calendar::from_days(to))});
  }
}

bool is_same_place(const Gazetteer& gazetteer, const std::optional<UnitId>& a,
                   const std::optional<UnitId>& b) {
  return a && b && officials::relate(gazetteer, *a, *b) == officials::UnitRelation::kSame;
}

std::vector<MonthCount> months_of(const DateCounts& counts) {
  std::vector<MonthCount> months;
  for (const auto& [date, count] : counts.dates) {
    if (date.precision < calendar::Precision::kMonth) continue;
    std::string month = to_iso_date(date).substr(0, kMonthBytes);
    if (months.empty() || months.back().month != month) months.push_back({std::move(month), 0});
    months.back().count += count;
  }
  return months;
}

std::vector<PostInPlace> posts_in(const OfficialColumn& officials, const Gazetteer& gazetteer,
                                  UnitId place, std::size_t limit) {
  struct Counted {
    PostInPlace post;
    std::set<PersonNumber> holders;
  };
  std::map<std::string_view, Counted> by_slug;
  for (std::uint32_t number = 0; number < officials.holdings().size(); ++number) {
    const Holding& holding = officials.holdings()[number];
    if (holding.post.empty() || !is_same_place(gazetteer, holding.place, place)) continue;
    Counted& counted = by_slug[holding.post];
    counted.post.slug = holding.post;
    if (counted.post.title.empty()) counted.post.title = officials.post_text(number).title;
    counted.post.articles += holding.articles;
    if (!holding.former) counted.holders.insert(officials.holder(number));
  }
  std::vector<PostInPlace> posts;
  for (auto& [slug, counted] : by_slug) {
    posts.push_back(std::move(counted.post));
    posts.back().holders = counted.holders.size();
  }
  std::stable_sort(posts.begin(), posts.end(), [](const PostInPlace& a, const PostInPlace& b) {
    return a.articles > b.articles;
  });
  if (posts.size() > limit) posts.resize(limit);
  return posts;
}

}  // namespace tinlang::search
