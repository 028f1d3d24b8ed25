#include "searchd/search/suggest_tables.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"

namespace tinlang::search {
namespace {

using schema::FieldId;

// A longer question is not completed.
constexpr std::size_t kMostWords = 16;
constexpr std::size_t kMostKeyBytes = 2'000;  // of a title

// With fewer words typed, titles in memory are enough.
constexpr std::size_t kWordsToAskIndex = 2;

// The share of a page that a kind may fill before the others had theirs.
constexpr std::array<std::size_t, kSuggestKinds> kShare = {3, 3, 4, 2};

// Two words belong together when the pair makes up this share of the rarer one's
// uses: "hội nghị" does, "và các" does not.
constexpr double kLeastCohesion = 0.15;
constexpr std::uint64_t kLeastArticles = 2;

struct Counted {
  std::string key;
  std::uint64_t count = 0;
};

// Keeps the `most` with the highest counts, in order.
void keep_most_frequent(std::vector<Counted>& all, std::size_t most) {
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), middle, all.end(), [](const Counted& a, const Counted& b) {
    return std::tie(b.count, a.key) < std::tie(a.count, b.key);
  });
  all.erase(middle, all.end());
}

// Keys of a field and their articles: the `most` frequent of at least `least` articles.
std::vector<Counted> frequent_keys(const Xapian::Database& database, FieldId field,
                                   std::uint64_t least, std::size_t most) {
  const std::string prefix(schema::field(field).prefix);
  std::vector<Counted> keys;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    if (term.get_termfreq() < least) continue;
    keys.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
    if (keys.size() >= 2 * most) keep_most_frequent(keys, most);
  }
  keep_most_frequent(keys, most);
  return keys;
}

// "huyện, Nghệ An"
std::string place_detail(const gazetteer::Gazetteer& gazetteer, gazetteer::UnitId id) {
  std::string detail = kind_of(gazetteer.unit(id));
  for (auto above = gazetteer.unit(id).parent; above; above = gazetteer.unit(*above).parent) {
    detail += ", " + gazetteer.unit(*above).name;
  }
  return detail;
}

}  // namespace

SuggestTables SuggestTables::read(const Sources& sources) {
  SuggestTables tables;
  tables.read_officials(sources);
  tables.read_localities(sources);
  tables.read_phrases(sources);
  tables.read_titles(sources);
  tables.title_words_ = TitleWords::read(sources.database);
  for (std::size_t kind = 0; kind < kSuggestKinds; ++kind) {
    Table& table = tables.tables_[kind];
    const bool is_title = kind == static_cast<std::size_t>(SuggestKind::kTitle);
    const bool is_phrase = kind == static_cast<std::size_t>(SuggestKind::kPhrase);
    std::vector<SuggestIndex::Key> keys;
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
      const std::string& text = table.entries[i].text;
      // Titles were read newest first.
      const std::uint64_t weight = is_title ? table.entries.size() - i : table.entries[i].count;
      keys.push_back({folded_words(text), weight});
      table.canonical.push_back(canonical_words(text));
    }
    table.index = SuggestIndex::build(std::move(keys), is_phrase ? 1 : kWordsToMatch);
  }
  return tables;
}

void SuggestTables::read_officials(const Sources& sources) {
  const OfficialColumn& officials = sources.columns.officials();
  std::vector<const Person*> people;
  for (const Person& person : officials.people()) {
    if (!person.name.empty()) people.push_back(&person);
  }
  const auto middle =
      people.begin() + static_cast<std::ptrdiff_t>(std::min(kMostOfficials, people.size()));
  std::partial_sort(people.begin(), middle, people.end(), [](const Person* a, const Person* b) {
    return std::tie(b->articles, a->id) < std::tie(a->articles, b->id);
  });
  people.erase(middle, people.end());
  auto& entries = table(SuggestKind::kOfficial).entries;
  for (const Person* person : people) {
    entries.push_back(
        {SuggestKind::kOfficial, person->name, person->id, person->post, person->articles});
  }
}

void SuggestTables::read_localities(const Sources& sources) {
  auto& entries = table(SuggestKind::kLocality).entries;
  const std::size_t most = sources.gazetteer.units().size();
  for (const auto& [code, count] : frequent_keys(sources.database, FieldId::kLocality, 1, most)) {
    const auto id = sources.gazetteer.find_code(code);
    if (!id) continue;
    entries.push_back({SuggestKind::kLocality, sources.gazetteer.unit(*id).name, code,
                       place_detail(sources.gazetteer, *id), count});
  }
}

void SuggestTables::read_phrases(const Sources& sources) {
  auto& entries = table(SuggestKind::kPhrase).entries;
  const Readings& readings = sources.readings;
  for (const auto& [key, count] :
       frequent_keys(sources.database, FieldId::kBigram, kLeastArticles, kMostPhrases)) {
    const auto pair = readings.best_pair(key);
    if (!pair) continue;
    const Reading& first = readings.reading(pair->first);
    const Reading& second = readings.reading(pair->second);
    if (pair->count < kLeastCohesion * std::min(first.count, second.count)) continue;
    const bool is_name = 2 * pair->capitalised > pair->count;
    std::string text = is_name ? with_capital(first.text) + ' ' + with_capital(second.text)
                               : first.text + ' ' + second.text;
    entries.push_back({SuggestKind::kPhrase, std::move(text), {}, {}, count});
  }
}

void SuggestTables::read_titles(const Sources& sources) {
  auto& entries = table(SuggestKind::kTitle).entries;
  Roaring all;
  const auto end = sources.database.postlist_end("");
  for (auto article = sources.database.postlist_begin(""); article != end; ++article) {
    all.add(*article);
  }
  for (const std::uint32_t docid : sources.columns.sorted_by_date(all, true, kMostTitles)) {
    auto record = schema::decode(sources.database.get_document(docid).get_data());
    titles_.add(docid);
    if (!record || record->title.empty() || record->title.size() > kMostKeyBytes) continue;
    entries.push_back(
        {SuggestKind::kTitle, std::move(record->title), std::move(record->id), {}, 1});
  }
}

std::vector<Suggestion> SuggestTables::complete(SuggestKind kind, const Typed& typed,
                                                std::size_t limit) const {
  const Table& table = tables_[static_cast<std::size_t>(kind)];
  std::vector<Suggestion> found;
  std::vector<std::size_t> seen;
  const auto use = [&](std::size_t entry, std::size_t word) {
    const auto words = split_words(table.canonical[entry]);
    const bool is_new = std::find(seen.begin(), seen.end(), entry) == seen.end();
    const bool fits = is_new && word < words.size() &&
                      typed.text.admits(typed.first, std::span(words).subspan(word));
    if (!fits) return true;
    seen.push_back(entry);
    found.push_back(table.entries[entry]);
    return found.size() < limit;
  };
  table.index.for_each(typed.text.prefix(typed.first), kMostOffers, use);
  return found;
}

// The last two words, else the last one, and what was typed before them.
std::vector<Suggestion> SuggestTables::complete_phrase(std::string_view question,
                                                       const TypedText& typed,
                                                       std::size_t limit) const {
  const std::size_t size = typed.words.size();
  const std::size_t most = typed.is_last_open ? 2 : 1;
  for (std::size_t words = std::min(size, most); words > 0; --words) {
    const std::size_t first = size - words;
    auto found = complete(SuggestKind::kPhrase, {typed, first}, limit);
    const std::string_view before = question.substr(0, typed.words[first].begin);
    for (Suggestion& phrase : found) phrase.text.insert(0, before);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<Suggestion> SuggestTables::suggest(std::string_view question, std::size_t limit,
                                               const TitleSources& asked) const {
  const TypedText typed = read_typed(question);
  if (limit == 0 || typed.words.empty() || typed.words.size() > kMostWords) return {};
  std::array<std::vector<Suggestion>, kSuggestKinds> found = {
      complete(SuggestKind::kOfficial, {typed, 0}, limit),
      complete(SuggestKind::kLocality, {typed, 0}, limit),
      complete_phrase(question, typed, limit),
      complete(SuggestKind::kTitle, {typed, 0}, limit),
  };
  // Of the page the titles have what others leave, and their share at least.
  const std::size_t others = found[0].size() + found[1].size() + found[2].size();
  const std::size_t room = std::max(limit - std::min(limit, others), std::min(limit, kShare[3]));
  auto& titles = found[static_cast<std::size_t>(SuggestKind::kTitle)];
  if (titles.size() < room && typed.words.size() >= kWordsToAskIndex) {
    auto older = title_words_.complete(typed, room - titles.size(), titles_, asked);
    std::move(older.begin(), older.end(), std::back_inserter(titles));
  }
  std::array<std::size_t, kSuggestKinds> taken{};
  std::size_t left = limit;
  for (std::size_t kind = 0; kind < kSuggestKinds; ++kind) {
    taken[kind] = std::min({kShare[kind], found[kind].size(), left});
    left -= taken[kind];
  }
  std::vector<Suggestion> suggestions;
  for (std::size_t kind = 0; kind < kSuggestKinds; ++kind) {
    const std::size_t more = std::min(left, found[kind].size() - taken[kind]);
    left -= more;
    const auto begin = std::make_move_iterator(found[kind].begin());
    suggestions.insert(suggestions.end(), begin,
                       begin + static_cast<std::ptrdiff_t>(taken[kind] + more));
  }
  return suggestions;
}

}  // namespace tinlang::search
