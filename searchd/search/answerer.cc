#include "searchd/search/answerer.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include <xapian.h>

#include "indexer/schema/fields.h"
#include "indexer/text/normalize.h"
#include "searchd/search/facet_builder.h"
#include "searchd/search/locality_page_builder.h"
#include "searchd/search/marker.h"
#include "searchd/search/name_marks.h"
#include "searchd/search/offer_list.h"
#include "searchd/search/official_page_builder.h"
#include "searchd/search/official_post_builder.h"
#include "searchd/search/place_history.h"
#include "searchd/search/ranking.h"
#include "searchd/search/snippet.h"
#include "searchd/search/spelling.h"
#include "searchd/search/word_forms.h"

namespace tinlang::search {
namespace {

// An article may name one person under two ids of the index.
void join_people(schema::ArticleRecord& record) {
  std::vector<schema::OfficialRecord> people;
  for (schema::OfficialRecord& official : record.officials) {
    const auto known = std::find_if(people.begin(), people.end(),
                                    [&](const auto& other) { return other.id == official.id; });
    if (known == people.end()) {
      people.push_back(std::move(official));
    } else {
      std::move(official.posts.begin(), official.posts.end(), std::back_inserter(known->posts));
    }
  }
  record.officials = std::move(people);
}

// Each of `codes` once, but not those of `others`.
std::vector<std::string> without(const std::vector<std::string>& codes,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> left;
  for (const std::string& code : codes) {
    const auto is_code = [&](const std::string& other) { return other == code; };
    const bool known = std::any_of(left.begin(), left.end(), is_code) ||
                       std::any_of(others.begin(), others.end(), is_code);
    if (!known) left.push_back(code);
  }
  return left;
}

}  // namespace

Result<SearchPage> Answerer::search(const SearchRequest& request) {
  const std::string normal = text::normalize_text(request.question).value_or(request.question);
  const ReadingRules reading{request.exact, request.expand, &build_.names()};
  const Question question = parse(normal, reading);
  const AskedFilters filters = asked(request.filters);
  MatchReader matches(reader_.database, question, &build_.hot_terms());
  const MatchSets sets = sets_of(matches, filters);
  const Roaring full = sets.admitted(sets.question);

  SearchPage page;
  page.build_id = build_.stamp().build_id;
  page.question = normal;
  page.expansions = question.expansions;
  page.offers = find_offers(normal, request.filters, build_.names(), reader_.analyzer);
  page.total = full.cardinality();
  page.suggestion = correction(normal, reading, filters, page.total);
  PartialMatches partial;
  if (page.total < kFewMatches) {
    partial = matches.partial(sets.question);
    partial.all = sets.admitted(partial.all);
    page.partial_total = partial.all.cardinality();
  }
  const Ranker ranker{reader_.database, build_.columns(), build_.hot_terms(), question,
                      request.sort};
  if (auto put =
          put_hits(ranker.full(full, request.offset, request.limit), question, page.hits, false);
      !put) {
    return tl::unexpected(std::move(put).error());
  }
  const std::size_t skipped = request.offset > page.total ? request.offset - page.total : 0;
  if (auto put = put_hits(ranker.partial(partial, skipped, request.limit - page.hits.size()),
                          question, page.hits, true);
      !put) {
    return tl::unexpected(std::move(put).error());
  }
  if (request.facets) {
    page.facets = build_facets(build_.columns(), sets, gazetteer_, facet_choice(request));
  }
  const Places places = places_of(request.filters);
  page.places = asked_places(request.filters.localities, places,
                             sets.admitted(sets.question, FilterKind::kLocality));
  page.named_places =
      asked_places(without(question.followed, request.filters.localities), places, full);
  return page;
}

Result<SuggestPage> Answerer::suggest(std::string_view question, std::size_t limit) {
  const TitleSources asked{reader_.database, build_.hot_terms(), build_.columns()};
  return SuggestPage{build_.stamp().build_id, build_.suggestions().suggest(question, limit, asked)};
}

Result<LocalityPage> Answerer::locality(const LocalityRequest& request) {
  const auto id = gazetteer_.find_code(request.code);
  if (!id)
    return fail(ErrorCode::kNotFound, "no administrative unit has the code {}", request.code);
  LocalityPage page = build_locality_page(build_.columns(), gazetteer_, *id, request);
  page.build_id = build_.stamp().build_id;
  return page;
}

Result<OfficialPage> Answerer::official(const OfficialRequest& request) {
  const auto number = build_.columns().officials().find(request.id);
  if (!number) return fail(ErrorCode::kNotFound, "no official has the id {}", request.id);
  auto page =
      build_official_page({build_.columns(), reader_.database, gazetteer_}, *number, request);
  if (page) page->build_id = build_.stamp().build_id;
  return page;
}

Result<PostPage> Answerer::post(const PostRequest& request) {
  std::optional<gazetteer::UnitId> place;
  if (!request.locality.empty()) {
    place = gazetteer_.find_code(request.locality);
    if (!place) {
      return fail(ErrorCode::kInvalidInput, "locality: no administrative unit has the code {}",
                  request.locality);
    }
  }
  auto page = build_post_page({build_.columns(), reader_.database, gazetteer_}, place, request);
  if (page) page->build_id = build_.stamp().build_id;
  return page;
}

Result<ArticlePage> Answerer::article(const ArticleRequest& request) {
  const std::string term = schema::make_term(schema::FieldId::kId, request.id);
  const auto posting = reader_.database.postlist_begin(term);
  if (posting == reader_.database.postlist_end(term)) {
    return fail(ErrorCode::kNotFound, "no article has the id {}", request.id);
  }
  auto record = schema::decode(reader_.database.get_document(*posting).get_data());
  if (!record) return tl::unexpected(std::move(record).error());

  const Question parsed = parse(request.question, {request.exact, request.expand, &build_.names()});
  const Marker marker(parsed);
  ArticlePage page;
  page.build_id = build_.stamp().build_id;
  page.article = *std::move(record);
  name_people(*posting, page.article);
  page.names = name_marks(page.article, gazetteer_);
  join_people(page.article);
  page.title = mark_text(page.article.title, marker, reader_.analyzer);
  for (const auto& locality : page.article.localities) {
    page.places.push_back(place_of(locality));
  }
  for (const std::string_view paragraph : paragraphs_of(page.article.body)) {
    page.paragraphs.push_back(mark_text(paragraph, marker, reader_.analyzer));
  }
  return page;
}

Answerer::AskedFilters Answerer::asked(const Filters& filters) const {
  AskedFilters asked{filter_terms(filters), std::nullopt, std::nullopt};
  if (!filters.officials.empty()) {
    asked.officials = build_.columns().officials().naming(filters.officials);
  }
  if (!filters.localities.empty()) {
    asked.localities = build_.columns().localities().filed(filters.localities, places_of(filters));
  }
  return asked;
}

Places Answerer::places_of(const Filters& filters) {
  return filters.mentions ? Places::kMentioned : Places::kMain;
}

MatchSets Answerer::sets_of(MatchReader& matches, const AskedFilters& filters) {
  MatchSets sets = matches.sets(filters.terms);
  sets.filters[static_cast<std::size_t>(FilterKind::kLocality)] = filters.localities;
  sets.filters[static_cast<std::size_t>(FilterKind::kOfficial)] = filters.officials;
  return sets;
}

std::vector<AskedPlace> Answerer::asked_places(std::span<const std::string> codes, Places places,
                                               const Roaring& within) const {
  std::vector<AskedPlace> asked;
  if (codes.empty()) return asked;
  std::map<std::string, LocalityCount> counts;
  for (const auto system : {gazetteer::System::kThreeLevel, gazetteer::System::kTwoLevel}) {
    for (auto& counted : build_.columns().localities().count(within, system, places)) {
      counts.emplace(counted.code, counted);
    }
  }
  for (const std::string& code : codes) {
    const auto id = gazetteer_.find_code(code);
    if (!id) continue;
    const LocalityCount& counted = counts[code];
    asked.push_back({history_of(gazetteer_, *id), counted.count, counted.through});
  }
  return asked;
}

Question Answerer::parse(std::string_view text, const ReadingRules& reading) {
  Question question = parse_question(text, reader_.analyzer, abbreviations_, reading);
  resolve(question, reader_.database);
  return question;
}

std::optional<Correction> Answerer::correction(std::string_view question,
                                               const ReadingRules& reading,
                                               const AskedFilters& filters, std::uint64_t total) {
  const Vocabulary vocabulary{reader_.database, build_.readings()};
  for (std::string& text : corrections(question, vocabulary, total == 0)) {
    const Question corrected = parse(text, reading);
    MatchReader matches(reader_.database, corrected, &build_.hot_terms());
    const MatchSets sets = sets_of(matches, filters);
    const std::uint64_t found = sets.admitted(sets.question).cardinality();
    if (found > total) return Correction{std::move(text), found};
  }
  return std::nullopt;
}

void Answerer::name_people(std::uint32_t docid, schema::ArticleRecord& record) const {
  const OfficialColumn& officials = build_.columns().officials();
  for (schema::OfficialRecord& official : record.officials) {
    const auto person = officials.person_in(docid, official.id);
    if (person) official.id = officials.person(*person).id;
  }
}

std::optional<PlaceHistory> Answerer::place_of(const schema::LocalityRecord& locality) const {
  if (locality.codes.empty()) return std::nullopt;
  const auto id = gazetteer_.find_code(locality.codes.back());
  return id ? std::optional(history_of(gazetteer_, *id)) : std::nullopt;
}

std::optional<PlaceHistory> Answerer::main_place(const schema::ArticleRecord& record) const {
  const auto main = std::find_if(record.localities.begin(), record.localities.end(),
                                 [](const auto& locality) { return locality.main; });
  return main == record.localities.end() ? std::nullopt : place_of(*main);
}

Result<void> Answerer::put_hits(const std::vector<RankedArticle>& ranked, const Question& question,
                                std::vector<Hit>& hits, bool partial) {
  const Marker marker(question);
  for (const auto& [docid, score] : ranked) {
    auto record = schema::decode(reader_.database.get_document(docid).get_data());
    if (!record) return tl::unexpected(std::move(record).error());
    Hit hit;
    hit.title = mark_text(record->title, marker, reader_.analyzer);
    hit.snippets = best_passages(record->body, marker, reader_.analyzer);
    hit.score = score;
    hit.partial = partial;
    hit.place = main_place(*record);
    name_people(docid, *record);
    join_people(*record);
    record->body.clear();
    hit.article = *std::move(record);
    hits.push_back(std::move(hit));
  }
  return {};
}

}  // namespace tinlang::search
