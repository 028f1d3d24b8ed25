#include "searchd/search/searcher.h"

#include <algorithm>
#include <exception>
#include <map>
#include <mutex>
#include <utility>

#include <xapian.h>

#include "indexer/schema/fields.h"
#include "indexer/schema/index_folder.h"
#include "indexer/text/normalize.h"
#include "searchd/search/facet_builder.h"
#include "searchd/search/index_build.h"
#include "searchd/search/locality_page_builder.h"
#include "searchd/search/marker.h"
#include "searchd/search/match_set.h"
#include "searchd/search/offer_list.h"
#include "searchd/search/place_history.h"
#include "searchd/search/query_builder.h"
#include "searchd/search/question.h"
#include "searchd/search/ranked_list.h"
#include "searchd/search/ranking.h"
#include "searchd/search/snippet.h"
#include "searchd/search/spelling.h"
#include "searchd/search/word_forms.h"

namespace tinlang::search {
namespace {

constexpr std::size_t kIdDigits = 64;

// Shared, since the calls under way when a new build appears finish on the old one.
using SharedBuild = std::shared_ptr<IndexBuild>;

Result<SharedBuild> open_current(const std::filesystem::path& index,
                                 const gazetteer::Gazetteer& gazetteer,
                                 const officials::Corrections& corrections) {
  auto folder = schema::current_build(index);
  if (!folder) return tl::unexpected(std::move(folder).error());
  auto build = IndexBuild::open(*folder, gazetteer, corrections);
  if (!build) return tl::unexpected(std::move(build).error());
  return SharedBuild(*std::move(build));
}

Result<void> check_text(std::string_view question) {
  if (question.size() > kMaxQuestionBytes) {
    return fail(ErrorCode::kInvalidInput, "q: {} bytes are more than {}", question.size(),
                kMaxQuestionBytes);
  }
  const std::size_t malformed = text::first_malformed_byte(question);
  if (malformed != std::string_view::npos) {
    return fail(ErrorCode::kInvalidInput, "q: malformed UTF-8 at byte {}", malformed);
  }
  return {};
}

Result<void> check(const SearchRequest& request, const gazetteer::Gazetteer& gazetteer) {
  if (auto checked = check_text(request.question); !checked) return checked;
  if (request.limit > kMaxLimit) {
    return fail(ErrorCode::kInvalidInput, "limit: {} is more than {}", request.limit, kMaxLimit);
  }
  if (request.offset > kMaxOffset) {
    return fail(ErrorCode::kInvalidInput, "offset: {} is more than {}", request.offset, kMaxOffset);
  }
  const Filters& filters = request.filters;
  for (const std::string& code : filters.localities) {
    if (gazetteer.find_code(code)) continue;
    return fail(ErrorCode::kInvalidInput, "locality: no administrative unit has the code {}", code);
  }
  if (filters.from && filters.to && first_day(*filters.from) > last_day(*filters.to)) {
    return fail(ErrorCode::kInvalidInput, "from: {} is after to, {}", to_iso_date(*filters.from),
                to_iso_date(*filters.to));
  }
  return {};
}

// The stretches of `body` between blank lines; views of it.
std::vector<std::string_view> paragraphs_of(std::string_view body) {
  constexpr std::string_view kBlankLine = "\n\n";
  std::vector<std::string_view> paragraphs;
  while (!body.empty()) {
    const std::string_view paragraph = body.substr(0, body.find(kBlankLine));
    body.remove_prefix(std::min(paragraph.size() + kBlankLine.size(), body.size()));
    if (!paragraph.empty()) paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

// One request on one reader.
class Answerer {
 public:
  Answerer(IndexBuild& build, Reader& reader, const gazetteer::Gazetteer& gazetteer,
           const text::Abbreviations& abbreviations)
      : build_(build), reader_(reader), gazetteer_(gazetteer), abbreviations_(abbreviations) {}

  // Throws Xapian::Error.
  Result<SearchPage> search(const SearchRequest& request) {
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
    page.places = asked_places(request.filters, sets);
    return page;
  }

  // Throws Xapian::Error.
  Result<SuggestPage> suggest(std::string_view question, std::size_t limit) {
    const TitleSources asked{reader_.database, build_.hot_terms(), build_.columns()};
    return SuggestPage{build_.stamp().build_id,
                       build_.suggestions().suggest(question, limit, asked)};
  }

  // Throws Xapian::Error.
  Result<LocalityPage> locality(const LocalityRequest& request) {
    const auto id = gazetteer_.find_code(request.code);
    if (!id)
      return fail(ErrorCode::kNotFound, "no administrative unit has the code {}", request.code);
    LocalityPage page = build_locality_page(build_.columns(), gazetteer_, *id, request);
    page.build_id = build_.stamp().build_id;
    return page;
  }

  // Throws Xapian::Error.
  Result<ArticlePage> article(const ArticleRequest& request) {
    const std::string term = schema::make_term(schema::FieldId::kId, request.id);
    const auto posting = reader_.database.postlist_begin(term);
    if (posting == reader_.database.postlist_end(term)) {
      return fail(ErrorCode::kNotFound, "no article has the id {}", request.id);
    }
    auto record = schema::decode(reader_.database.get_document(*posting).get_data());
    if (!record) return tl::unexpected(std::move(record).error());

    const Question parsed =
        parse(request.question, {request.exact, request.expand, &build_.names()});
    const Marker marker(parsed);
    ArticlePage page;
    page.build_id = build_.stamp().build_id;
    page.article = *std::move(record);
    name_people(*posting, page.article);
    page.title = mark_text(page.article.title, marker, reader_.analyzer);
    for (const auto& locality : page.article.localities) {
      page.places.push_back(place_of(locality));
    }
    for (const std::string_view paragraph : paragraphs_of(page.article.body)) {
      page.paragraphs.push_back(mark_text(paragraph, marker, reader_.analyzer));
    }
    return page;
  }

 private:
  // The filters of a request, as far as they do not depend on its question.
  struct AskedFilters {
    FilterTerms terms;
    std::optional<Roaring> localities;  // articles from the places; nullopt: none asked
    std::optional<Roaring> officials;   // articles that name them; nullopt: nobody asked
  };

  AskedFilters asked(const Filters& filters) const {
    AskedFilters asked{filter_terms(filters), std::nullopt, std::nullopt};
    if (!filters.officials.empty()) {
      asked.officials = build_.columns().officials().naming(filters.officials);
    }
    if (!filters.localities.empty()) {
      asked.localities =
          build_.columns().localities().filed(filters.localities, places_of(filters));
    }
    return asked;
  }

  static Places places_of(const Filters& filters) {
    return filters.mentions ? Places::kMentioned : Places::kMain;
  }

  static MatchSets sets_of(MatchReader& matches, const AskedFilters& filters) {
    MatchSets sets = matches.sets(filters.terms);
    sets.filters[static_cast<std::size_t>(FilterKind::kLocality)] = filters.localities;
    sets.filters[static_cast<std::size_t>(FilterKind::kOfficial)] = filters.officials;
    return sets;
  }

  std::vector<AskedPlace> asked_places(const Filters& filters, const MatchSets& sets) const {
    std::vector<AskedPlace> places;
    if (filters.localities.empty()) return places;
    const Roaring within = sets.admitted(sets.question, FilterKind::kLocality);
    std::map<std::string, LocalityCount> counts;
    for (const auto system : {gazetteer::System::kThreeLevel, gazetteer::System::kTwoLevel}) {
      for (auto& counted :
           build_.columns().localities().count(within, system, places_of(filters))) {
        counts.emplace(counted.code, counted);
      }
    }
    for (const std::string& code : filters.localities) {
      const auto id = gazetteer_.find_code(code);
      if (!id) continue;
      const LocalityCount& counted = counts[code];
      places.push_back({history_of(gazetteer_, *id), counted.count, counted.through});
    }
    return places;
  }

  Question parse(std::string_view text, const ReadingRules& reading) {
    Question question = parse_question(text, reader_.analyzer, abbreviations_, reading);
    resolve(question, reader_.database);
    return question;
  }

  // The first correction that finds more than the question does. Throws Xapian::Error.
  std::optional<Correction> correction(std::string_view question, const ReadingRules& reading,
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

  // Gives the officials of a record the ids of the people they are.
  void name_people(std::uint32_t docid, schema::ArticleRecord& record) const {
    const OfficialColumn& officials = build_.columns().officials();
    for (schema::OfficialRecord& official : record.officials) {
      const auto person = officials.person_in(docid, official.id);
      if (person) official.id = officials.person(*person).id;
    }
  }

  // nullopt for a code that this program's gazetteer lacks.
  std::optional<PlaceHistory> place_of(const schema::LocalityRecord& locality) const {
    if (locality.codes.empty()) return std::nullopt;
    const auto id = gazetteer_.find_code(locality.codes.back());
    return id ? std::optional(history_of(gazetteer_, *id)) : std::nullopt;
  }

  std::optional<PlaceHistory> main_place(const schema::ArticleRecord& record) const {
    const auto main = std::find_if(record.localities.begin(), record.localities.end(),
                                   [](const auto& locality) { return locality.main; });
    return main == record.localities.end() ? std::nullopt : place_of(*main);
  }

  Result<void> put_hits(const std::vector<RankedArticle>& ranked, const Question& question,
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
      record->body.clear();
      hit.article = *std::move(record);
      hits.push_back(std::move(hit));
    }
    return {};
  }

  IndexBuild& build_;
  Reader& reader_;
  const gazetteer::Gazetteer& gazetteer_;
  const text::Abbreviations& abbreviations_;
};

}  // namespace

struct Searcher::State {
  std::filesystem::path index;
  const gazetteer::Gazetteer& gazetteer;
  const text::Abbreviations& abbreviations;
  officials::Corrections corrections;
  mutable std::mutex mutex;
  SharedBuild build;  // guarded by mutex

  SharedBuild current() const {
    const std::lock_guard lock(mutex);
    return build;
  }

  // Runs `ask` on a reader of the current build, once more on a reopened one
  // when the build changed below it. A reader that failed is not used again.
  template <typename Ask>
  auto with_reader(Ask ask) const -> decltype(ask(std::declval<Answerer&>())) {
    const SharedBuild used = current();
    try {
      auto reader = used->take();
      if (!reader) return tl::unexpected(std::move(reader).error());
      Answerer answerer(*used, **reader, gazetteer, abbreviations);
      auto answer = [&] {
        try {
          return ask(answerer);
        } catch (const Xapian::DatabaseModifiedError&) {
          (*reader)->database.reopen();
          return ask(answerer);
        }
      }();
      used->give_back(*std::move(reader));
      return answer;
    } catch (const Xapian::Error& error) {
      return fail(ErrorCode::kUnavailable, "{}: the index cannot be read: {}",
                  used->folder().string(), error.get_msg());
    }
  }
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::filesystem::path& index,
                                const gazetteer::Gazetteer& gazetteer,
                                const text::Abbreviations& abbreviations,
                                officials::Corrections corrections) {
  auto build = open_current(index, gazetteer, corrections);
  if (!build) return tl::unexpected(std::move(build).error());
  return Searcher(std::unique_ptr<State>(
      new State{index, gazetteer, abbreviations, std::move(corrections), {}, *std::move(build)}));
}

Result<SearchPage> Searcher::search(const SearchRequest& request) const {
  if (auto checked = check(request, state_->gazetteer); !checked) {
    return tl::unexpected(std::move(checked).error());
  }
  return state_->with_reader([&](Answerer& answerer) { return answerer.search(request); });
}

Result<ArticlePage> Searcher::article(const ArticleRequest& request) const {
  const std::string_view id = request.id;
  const bool is_id =
      id.size() == kIdDigits && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!is_id) return fail(ErrorCode::kInvalidInput, "id: expected {} hex digits", kIdDigits);
  if (auto checked = check_text(request.question); !checked) {
    return tl::unexpected(std::move(checked).error());
  }
  return state_->with_reader([&](Answerer& answerer) { return answerer.article(request); });
}

Result<LocalityPage> Searcher::locality(const LocalityRequest& request) const {
  return state_->with_reader([&](Answerer& answerer) { return answerer.locality(request); });
}

Result<SuggestPage> Searcher::suggest(std::string_view question, std::size_t limit) const {
  if (auto checked = check_text(question); !checked) {
    return tl::unexpected(std::move(checked).error());
  }
  if (limit > kMaxSuggestLimit) {
    return fail(ErrorCode::kInvalidInput, "limit: {} is more than {}", limit, kMaxSuggestLimit);
  }
  return state_->with_reader([&](Answerer& answerer) { return answerer.suggest(question, limit); });
}

IndexStatus Searcher::status() const {
  const SharedBuild build = state_->current();
  const schema::IndexStamp& stamp = build->stamp();
  return {stamp.build_id, stamp.created_at, stamp.articles};
}

Result<void> Searcher::refresh() {
  auto folder = schema::current_build(state_->index);
  if (!folder) return tl::unexpected(std::move(folder).error());
  if (*folder == state_->current()->folder()) return {};
  auto build = open_current(state_->index, state_->gazetteer, state_->corrections);
  if (!build) return tl::unexpected(std::move(build).error());
  const std::lock_guard lock(state_->mutex);
  state_->build = *std::move(build);
  return {};
}

}  // namespace tinlang::search
