#include "indexer/entities/recognizer.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/event_finder.h"
#include "indexer/entities/locality_finder.h"
#include "indexer/entities/locality_resolver.h"
#include "indexer/entities/official_finder.h"
#include "indexer/entities/official_roll.h"
#include "indexer/entities/post_grammar.h"
#include "indexer/entities/post_table.h"
#include "indexer/entities/words.h"

namespace tinlang::entities {

namespace {

// Names and posts as articles of one system's time have them.
struct DatedGrammar {
  DatedGrammar(const PostTable& table, gazetteer::Gazetteer units)
      : gazetteer(std::move(units)), posts(table, gazetteer) {}

  gazetteer::Gazetteer gazetteer;
  PostGrammar posts;
};

}  // namespace

struct Recognizer::Grammar {
  Grammar(PostTable posts, const gazetteer::Gazetteer& units)
      : table(std::move(posts)),
        before(table, units.as_of(gazetteer::System::kThreeLevel)),
        since(table, units.as_of(gazetteer::System::kTwoLevel)) {}

  PostTable table;
  DatedGrammar before;
  DatedGrammar since;
};

namespace {

using gazetteer::Gazetteer;
using gazetteer::UnitId;

// The two-level system began on this day.
constexpr int kReformYear = 2025;
constexpr int kReformMonth = 7;

constexpr std::size_t kOpeningParagraphs = 2;

struct Part {
  ArticlePart part = ArticlePart::kBody;
  std::vector<Word> words;
};

std::vector<Part> read_parts(const article::Article& article, WordKeys* keys) {
  std::vector<Part> parts;
  const auto add = [&](ArticlePart part, std::string_view text) {
    parts.push_back(Part{part, read_words(text, keys)});
  };
  add(ArticlePart::kTitle, article.title);
  const bool lead_repeats = !article.paragraphs.empty() && article.paragraphs[0] == article.lead;
  if (!article.lead.empty() && !lead_repeats) add(ArticlePart::kLead, article.lead);
  // The lead and the paragraph after it: many leads only repeat the title.
  std::size_t opening = kOpeningParagraphs;
  for (const auto& paragraph : article.paragraphs) {
    add(opening > 0 ? ArticlePart::kLead : ArticlePart::kBody, paragraph);
    if (opening > 0) --opening;
  }
  for (const auto& caption : article.captions) add(ArticlePart::kCaption, caption);
  return parts;
}

std::vector<PlaceMention> all_places(const std::vector<Part>& parts, const PostTable& table,
                                     const Gazetteer& gazetteer) {
  std::vector<PlaceMention> mentions;
  for (const auto& part : parts) {
    const std::size_t offset = mentions.size();
    for (auto& mention : find_places(table, gazetteer, part.words, part.part)) {
      if (mention.inside) *mention.inside += offset;
      mentions.push_back(std::move(mention));
    }
  }
  return mentions;
}

bool is_after_reform(const std::optional<calendar::Date>& date) {
  if (!date) return false;
  const auto reform = calendar::make_month(kReformYear, kReformMonth);
  return reform && calendar::first_day(*date) >= calendar::first_day(*reform);
}

// The candidate that the article's places settle on, else the only one.
std::optional<UnitId> settle(const std::vector<UnitId>& candidates, const ResolvedPlaces& resolved,
                             const Gazetteer& gazetteer) {
  for (const auto& place : resolved.places) {
    const auto path = gazetteer.path(place.unit);
    for (const UnitId id : path) {
      if (std::find(candidates.begin(), candidates.end(), id) != candidates.end()) return id;
    }
  }
  if (candidates.size() == 1) return candidates.front();
  return std::nullopt;
}

}  // namespace

Recognizer::Recognizer(std::unique_ptr<const Grammar> grammar) : grammar_(std::move(grammar)) {}
Recognizer::Recognizer(Recognizer&&) noexcept = default;
Recognizer& Recognizer::operator=(Recognizer&&) noexcept = default;
Recognizer::~Recognizer() = default;

Result<Recognizer> Recognizer::load(const std::filesystem::path& data_folder,
                                    const gazetteer::Gazetteer& gazetteer) {
  auto table = PostTable::load(data_folder);
  if (!table) return tl::unexpected(std::move(table.error()));
  return Recognizer(std::make_unique<const Grammar>(std::move(*table), gazetteer));
}

Entities Recognizer::recognize(const article::Article& article) const {
  WordKeys keys;
  const auto parts = read_parts(article, &keys);

  Entities entities;
  entities.event = find_event(article);

  const auto& date = article.published ? article.published : entities.event;
  const DatedGrammar& grammar = is_after_reform(date) ? grammar_->since : grammar_->before;
  const Gazetteer& gazetteer = grammar.gazetteer;
  PlaceContext context{gazetteer, std::nullopt};
  if (!article.site.empty()) context.host = gazetteer.find_host(article.site);
  const auto mentions = all_places(parts, grammar_->table, gazetteer);
  const auto resolved = resolve_places(mentions, context);
  entities.localities = make_localities(resolved, gazetteer);

  std::vector<OfficialMention> officials;
  for (const auto& part : parts) {
    auto found = find_officials(grammar.posts, part.words);
    std::move(found.begin(), found.end(), std::back_inserter(officials));
  }
  RollContext roll{grammar_->table, gazetteer, std::nullopt, {}};
  if (resolved.main) roll.main_place = resolved.main->unit;
  roll.resolve = [&](const std::vector<UnitId>& candidates) {
    return settle(candidates, resolved, gazetteer);
  };
  entities.officials = call_roll(officials, roll);
  return entities;
}

}  // namespace tinlang::entities
