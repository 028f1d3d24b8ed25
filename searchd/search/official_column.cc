#include "searchd/search/official_column.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "indexer/schema/fields.h"
#include "indexer/schema/index_stamp.h"
#include "indexer/text/syllable.h"
#include "searchd/officials/identity.h"

namespace tinlang::search {
namespace {

using gazetteer::Gazetteer;
using officials::DaySpan;
using officials::Holding;
using schema::ValueSlot;

void widen(std::optional<DaySpan>& span, const calendar::Date& date) {
  // A vague date proves one day of the time it can mean, not all of it.
  const std::int32_t day = first_day(date);
  span = span ? DaySpan{std::min(span->first, day), std::max(span->last, day)} : DaySpan{day, day};
}

}  // namespace

Result<OfficialColumn> OfficialColumn::read(const Xapian::Database& database,
                                            const Gazetteer& gazetteer,
                                            const officials::Corrections& corrections,
                                            const DateOf& date_of) {
  OfficialColumn column;
  column.last_docid_ = database.get_lastdocid();
  Interner entries;
  const auto holding_number = [&](std::string_view entry) {
    const std::uint32_t number = entries.number(entry);
    if (number == column.holdings_.size()) column.add_holding(entry, gazetteer);
    return number;
  };
  column.holdings_of_ = ListColumn::read(database, ValueSlot::kPosts, '\n', holding_number);
  column.read_names(database);
  if (auto checked = column.check(corrections); !checked) {
    return tl::unexpected(std::move(checked).error());
  }
  column.note_dates(date_of);
  column.person_of_ = officials::identify(gazetteer, column.holdings_, corrections);
  column.note_people();
  column.give_ids(gazetteer);
  return column;
}

// An entry is "bearer TAB title TAB body TAB place TAB f": INDEX_FORMAT.md.
void OfficialColumn::add_holding(std::string_view entry, const Gazetteer& gazetteer) {
  std::array<std::string_view, 5> fields;
  for (std::string_view& field : fields) {
    field = entry.substr(0, entry.find('\t'));
    entry.remove_prefix(std::min(field.size() + 1, entry.size()));
  }
  const auto [bearer, title, body, place, former] = fields;
  Holding holding;
  holding.bearer = bearer;
  holding.post = schema::slug(title);
  holding.place = gazetteer.find_code(place);
  holding.former = !former.empty();
  holdings_.push_back(std::move(holding));
  posts_.push_back({std::string(title), std::string(body)});
}

void OfficialColumn::read_names(const Xapian::Database& database) {
  const std::string prefix = schema::kOfficialKeyPrefix;
  const auto end = database.metadata_keys_end(prefix);
  for (auto it = database.metadata_keys_begin(prefix); it != end; ++it) {
    const std::string key = *it;
    auto named = schema::decode_official(database.get_metadata(key));
    if (!named) continue;
    names_.emplace(key.substr(prefix.size()),
                   NameOfBearer{std::move(named->name), std::move(named->date)});
  }
  std::unordered_map<std::string_view, std::string> keys;
  for (Holding& holding : holdings_) {
    const auto named = names_.find(holding.bearer);
    const auto [key, is_new] = keys.try_emplace(holding.bearer);
    // Without a name a bearer is only an id, and nobody else's.
    if (is_new) {
      key->second =
          named == names_.end() ? holding.bearer : text::canonical_key(named->second.name);
    }
    holding.name_key = key->second;
  }
}

Result<void> OfficialColumn::check(const officials::Corrections& corrections) const {
  std::set<std::string_view> bearers;
  for (const Holding& holding : holdings_) bearers.insert(holding.bearer);
  const auto unknown = [&](std::string_view file, std::size_t line, const std::string& id) {
    return fail(ErrorCode::kInvalidInput, "data/officials/{}:{}: no official of this index is {}",
                file, line, id);
  };
  for (const officials::Merge& merge : corrections.merges) {
    for (const std::string& id : {merge.official, merge.other}) {
      if (!bearers.contains(id)) return unknown("merge.tsv", merge.line, id);
    }
  }
  for (const officials::Split& split : corrections.splits) {
    if (!bearers.contains(split.official)) return unknown("split.tsv", split.line, split.official);
  }
  return {};
}

void OfficialColumn::note_dates(const DateOf& date_of) {
  for (std::uint32_t docid = 1; docid <= last_docid_; ++docid) {
    const auto date = date_of(docid);
    std::for_each(holdings_of_.begin(docid), holdings_of_.end(docid), [&](std::uint32_t number) {
      ++holdings_[number].articles;
      if (date) widen(holdings_[number].span, *date);
    });
  }
}

void OfficialColumn::note_people() {
  for (std::uint32_t number = 0; number < holdings_.size(); ++number) {
    if (person_of_[number] >= people_.size()) people_.resize(person_of_[number] + 1);
    people_[person_of_[number]].holdings.push_back(number);
  }
  for (Person& person : people_) {
    std::sort(person.holdings.begin(), person.holdings.end(), [&](auto a, auto b) {
      const auto order = [&](std::uint32_t number) {
        const Holding& holding = holdings_[number];
        const DaySpan span = holding.span.value_or(DaySpan());
        return std::tuple(!holding.span, span.first, span.last, holding.bearer, holding.post);
      };
      return order(a) < order(b);
    });
    const NameOfBearer* latest = nullptr;
    for (const std::uint32_t number : person.holdings) {
      const auto named = names_.find(holdings_[number].bearer);
      if (named == names_.end()) continue;
      if (latest == nullptr || latest->date < named->second.date) latest = &named->second;
    }
    if (latest == nullptr) continue;
    person.name = latest->name;
  }
  for (Person& person : people_) {
    person.latest = latest_holding(person);
    person.post = post_of(person.latest);
  }
  Roaring all;
  all.addRange(1, static_cast<std::uint64_t>(last_docid_) + 1);
  std::vector<std::uint32_t> counted_for(people_.size());
  for (std::uint32_t docid = 1; docid <= last_docid_; ++docid) {
    std::for_each(holdings_of_.begin(docid), holdings_of_.end(docid), [&](std::uint32_t number) {
      const PersonNumber person = person_of_[number];
      if (counted_for[person] != docid) ++people_[person].articles;
      counted_for[person] = docid;
    });
  }
}

// An office before a membership, and either before what somebody was once.
std::uint32_t OfficialColumn::latest_holding(const Person& person) const {
  const auto rank = [&](std::uint32_t number) {
    const Holding& holding = holdings_[number];
    const DaySpan span = holding.span.value_or(DaySpan());
    // Of posts told at once the first is the weightiest: pages list them so.
    return std::tuple(!holding.former, !is_membership(holding), span.last, span.first,
                      -static_cast<std::int64_t>(number));
  };
  return *std::max_element(person.holdings.begin(), person.holdings.end(),
                           [&](auto a, auto b) { return rank(a) < rank(b); });
}

std::string OfficialColumn::post_of(std::uint32_t holding) const {
  const std::string& title = posts_[holding].title;
  return holdings_[holding].former && !title.empty() ? "nguyên " + title : title;
}

void OfficialColumn::give_ids(const Gazetteer& gazetteer) {
  std::vector<PersonNumber> by_fame(people_.size());
  for (PersonNumber number = 0; number < people_.size(); ++number) by_fame[number] = number;
  std::sort(by_fame.begin(), by_fame.end(), [&](PersonNumber a, PersonNumber b) {
    const Holding& left = holdings_[people_[a].holdings.front()];
    const Holding& right = holdings_[people_[b].holdings.front()];
    return std::tuple(people_[b].articles, left.bearer, left.post, left.place.value_or(0)) <
           std::tuple(people_[a].articles, right.bearer, right.post, right.place.value_or(0));
  });
  for (const PersonNumber number : by_fame) {
    Person& person = people_[number];
    const Holding& first = holdings_[person.holdings.front()];
    person.id = first.bearer;
    if (by_id_.contains(person.id)) {
      person.id += '~' + (first.place ? gazetteer.unit(*first.place).code : first.post);
    }
    while (by_id_.contains(person.id)) person.id += '~' + first.post;
    by_id_.emplace(person.id, number);
  }
  for (const PersonNumber number : by_fame) {
    for (const std::uint32_t holding : people_[number].holdings) {
      by_id_.try_emplace(holdings_[holding].bearer, number);
    }
  }
}

std::optional<PersonNumber> OfficialColumn::find(std::string_view id) const {
  const auto known = by_id_.find(std::string(id));
  return known == by_id_.end() ? std::nullopt : std::optional(known->second);
}

std::optional<PersonNumber> OfficialColumn::person_in(std::uint32_t docid,
                                                      std::string_view bearer) const {
  const auto named =
      std::find_if(holdings_of_.begin(docid), holdings_of_.end(docid),
                   [&](std::uint32_t number) { return holdings_[number].bearer == bearer; });
  return named == holdings_of_.end(docid) ? std::nullopt : std::optional(person_of_[*named]);
}

std::vector<ValueCount> OfficialColumn::count(const Roaring& set) const {
  std::vector<std::uint64_t> counts(people_.size());
  std::vector<std::uint32_t> counted_for(people_.size());
  for (const std::uint32_t docid : set) {
    std::for_each(holdings_of_.begin(docid), holdings_of_.end(docid), [&](std::uint32_t number) {
      const PersonNumber person = person_of_[number];
      if (counted_for[person] != docid) ++counts[person];
      counted_for[person] = docid;
    });
  }
  std::vector<ValueCount> result;
  for (PersonNumber number = 0; number < counts.size(); ++number) {
    if (counts[number] > 0) result.push_back({people_[number].id, counts[number]});
  }
  return result;
}

Roaring OfficialColumn::naming(const std::vector<std::string>& ids) const {
  std::vector<bool> is_asked(people_.size());
  for (const std::string& id : ids) {
    if (const auto number = find(id)) is_asked[*number] = true;
  }
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid <= last_docid_; ++docid) {
    if (std::any_of(holdings_of_.begin(docid), holdings_of_.end(docid),
                    [&](std::uint32_t number) { return is_asked[person_of_[number]]; })) {
      docids.push_back(docid);
    }
  }
  return Roaring(docids.size(), docids.data());
}

}  // namespace tinlang::search
