#include "indexer/entities/recognizer.h"

#include <algorithm>
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
  DatedGrammar(const PostTable& table, const PlaceWords& words, gazetteer::Gazetteer units)
      : gazetteer(std::move(units)), places(gazetteer, words), posts(table, places) {}

  gazetteer::Gazetteer gazetteer;
  PlaceNames places;
  PostGrammar posts;
};

}  // namespace

struct Recognizer::Grammar {
  Grammar(PostTable posts, const gazetteer::Gazetteer& units)
      : table(std::move(posts)),
        words(units, table.vocabulary()),
        before(table, words, units.as_of(gazetteer::System::kThreeLevel)),
        since(table, words, units.as_of(gazetteer::System::kTwoLevel)) {}

  PostTable table;
  PlaceWords words;
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
  TextSpan origin;  // where its first byte stands
  std::vector<Word> words;

  // `span` of this part's own bytes -> of the article's text.
  TextSpan place(const TextSpan& span) const {
    return {origin.field, origin.item, origin.begin + span.begin, origin.begin + span.end};
  }
};

constexpr std::size_t kBetweenParagraphs = 2;  // bytes, as article::body_text() has them

std::vector<Part> read_parts(const article::Article& article, const PostTable& table,
                             WordKeys* keys) {
  std::vector<Part> parts;
  const auto add = [&](ArticlePart part, TextSpan origin, std::string_view text) {
    parts.push_back(Part{part, origin, read_words(text, keys)});
    table.restore_keys(&parts.back().words);
  };
  add(ArticlePart::kTitle, {TextField::kTitle}, article.title);
  const bool lead_repeats = !article.paragraphs.empty() && article.paragraphs[0] == article.lead;
  if (!article.lead.empty() && !lead_repeats) {
    add(ArticlePart::kLead, {TextField::kLead}, article.lead);
  }
  // The lead and the paragraph after it: many leads only repeat the title.
  std::size_t opening = kOpeningParagraphs;
  TextSpan body{TextField::kBody};
  for (const auto& paragraph : article.paragraphs) {
    add(opening > 0 ? ArticlePart::kLead : ArticlePart::kBody, body, paragraph);
    if (opening > 0) --opening;
    body.begin += paragraph.size() + kBetweenParagraphs;
  }
  TextSpan caption{TextField::kCaption};
  for (const auto& text : article.captions) {
    add(ArticlePart::kCaption, caption, text);
    ++caption.item;
  }
  return parts;
}

std::vector<PlaceMention> all_places(const std::vector<Part>& parts, const PostTable& table,
                                     const PlaceNames& places) {
  std::vector<PlaceMention> mentions;
  for (const auto& part : parts) {
    const std::size_t offset = mentions.size();
    for (auto& mention : find_places(table, places, part.words, part.part)) {
      if (mention.inside) *mention.inside += offset;
      mention.span = part.place(mention.span);
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
  WordKeys keys = grammar_->table.make_keys();
  const auto parts = read_parts(article, grammar_->table, &keys);

  Entities entities;
  entities.event = find_event(article);

  const auto& date = article.published ? article.published : entities.event;
  const DatedGrammar& grammar = is_after_reform(date) ? grammar_->since : grammar_->before;
  const Gazetteer& gazetteer = grammar.gazetteer;
  PlaceContext context{gazetteer, std::nullopt};
  if (!article.site.empty()) context.host = gazetteer.find_host(article.site);
  const auto mentions = all_places(parts, grammar_->table, grammar.places);
  const auto resolved = resolve_places(mentions, context);
  entities.localities = make_localities(resolved, gazetteer);
  for (const auto& open : resolved.open) {
    entities.undecided.push_back(make_undecided(open, mentions[open.mention], gazetteer));
  }

  std::vector<OfficialMention> officials;
  for (const auto& part : parts) {
    for (auto& mention : find_officials(grammar.posts, part.words)) {
      mention.span = part.place(mention.span);
      for (auto& post : mention.posts) post.span = part.place(post.span);
      officials.push_back(std::move(mention));
    }
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
