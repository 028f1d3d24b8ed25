#include "searchd/http/results_json.h"

#include <optional>
#include <utility>

#include "indexer/calendar/date.h"
#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"
#include "searchd/http/json_parts.h"
#include "searchd/http/place_json.h"

namespace tinlang::http {
namespace {

std::string_view name_of(search::SuggestKind kind) {
  switch (kind) {
    case search::SuggestKind::kOfficial:
      return "official";
    case search::SuggestKind::kLocality:
      return "locality";
    case search::SuggestKind::kPhrase:
      return "phrase";
    case search::SuggestKind::kTitle:
      return "title";
  }
  return "phrase";
}

Json completion_json(const search::Suggestion& suggestion) {
  return {{"kind", name_of(suggestion.kind)},
          {"text", suggestion.text},
          {"value", text_or_null(suggestion.value)},
          {"detail", suggestion.detail},
          {"count", suggestion.count}};
}

Json marked_json(const search::MarkedText& marked) {
  Json highlights = Json::array();
  for (const auto& [begin, end] : marked.highlights) {
    highlights.push_back(Json::array({begin, end}));
  }
  return {{"text", marked.text}, {"highlights", std::move(highlights)}};
}

// The code of the unit itself: the last one from the province down.
Json place_json(const schema::LocalityRecord& place) {
  return {{"code", place.codes.empty() ? Json() : Json(place.codes.back())},
          {"codes", place.codes},
          {"path", place.path}};
}

Json main_place_json(const search::Hit& hit) {
  for (const auto& place : hit.article.localities) {
    if (!place.main) continue;
    Json json = place_json(place);
    json["today"] = today_json(hit.place);
    return json;
  }
  return nullptr;
}

Json post_slug_or_null(const schema::PostRecord& post) {
  return text_or_null(schema::post_slug(post.title));
}

Json hit_official_json(const schema::OfficialRecord& official) {
  return {{"id", official.id},
          {"name", official.name},
          {"posts", list_json(official.posts, [](const auto& post) { return Json(post.title); })},
          {"held", list_json(official.posts, [](const schema::PostRecord& post) {
             return Json{{"title", post.title},
                         {"slug", post_slug_or_null(post)},
                         {"locality", text_or_null(post.locality)}};
           })}};
}

Json hit_json(const search::Hit& hit) {
  const schema::ArticleRecord& article = hit.article;
  return {{"id", article.id},
          {"url", article.url},
          {"source", article.source},
          {"site", article.site},
          {"site_name", article.site_name},
          {"title", marked_json(hit.title)},
          {"snippets", list_json(hit.snippets, marked_json)},
          {"published", date_json(article.published)},
          {"event", date_json(article.event)},
          {"locality", main_place_json(hit)},
          {"officials", list_json(article.officials, hit_official_json)},
          {"score", hit.score},
          {"partial", hit.partial}};
}

Json locality_value_json(const search::FacetValue& value) {
  return {{"value", value.value},   {"label", value.label},
          {"detail", value.detail}, {"parent", text_or_null(value.parent)},
          {"count", value.count},   {"through", value.through}};
}

Json date_value_json(const search::FacetValue& value) {
  return {{"value", value.value}, {"count", value.count}};
}

std::string_view name_of(search::Interval interval) {
  switch (interval) {
    case search::Interval::kDay:
      return "day";
    case search::Interval::kWeek:
      return "week";
    case search::Interval::kMonth:
      return "month";
    case search::Interval::kYear:
      return "year";
  }
  return "year";
}

Json step_json(const search::DateStep& step) {
  return {{"from", to_iso_date(step.first)}, {"to", to_iso_date(step.last)}, {"count", step.count}};
}

Json histogram_json(const search::DateHistogram& histogram) {
  return {{"interval", name_of(histogram.interval)},
          {"steps", list_json(histogram.steps, step_json)},
          {"vague", histogram.vague}};
}

Json facets_json(const std::optional<search::Facets>& facets) {
  if (!facets) return nullptr;
  return {{"localities", list_json(facets->localities, locality_value_json)},
          {"localities_total", facets->localities_total},
          {"officials", list_json(facets->officials, official_value_json)},
          {"officials_total", facets->officials_total},
          {"years", list_json(facets->years, date_value_json)},
          {"months", list_json(facets->months, date_value_json)},
          {"histogram", histogram_json(facets->histogram)},
          {"undated", facets->undated}};
}

Json expansion_json(const search::Expansion& expansion) {
  return {{"written", expansion.written}, {"also", expansion.also}};
}

Json suggestion_json(const std::optional<search::Correction>& suggestion) {
  if (!suggestion) return nullptr;
  return {{"text", suggestion->text}, {"total", suggestion->total}};
}

Json offer_json(const search::Offer& offer) {
  const bool official = offer.kind == search::OfferKind::kOfficial;
  return {{"kind", official ? "official" : "locality"},
          {"value", offer.value},
          {"label", offer.label},
          {"detail", offer.detail},
          {"begin", offer.begin},
          {"end", offer.end}};
}

Json article_places_json(const search::ArticlePage& page) {
  Json list = Json::array();
  for (std::size_t i = 0; i < page.article.localities.size(); ++i) {
    const schema::LocalityRecord& place = page.article.localities[i];
    Json json = place_json(place);
    json["role"] = place.main ? "main" : "mention";
    json["confidence"] = place.confidence;
    json["today"] = today_json(page.places[i]);
    list.push_back(std::move(json));
  }
  return list;
}

std::string_view name_of(schema::TextPart part) {
  switch (part) {
    case schema::TextPart::kTitle:
      return "title";
    case schema::TextPart::kLead:
      return "lead";
    case schema::TextPart::kBody:
      return "paragraph";
    case schema::TextPart::kCaption:
      return "caption";
  }
  return "paragraph";
}

Json mention_json(const search::NameMark& mark) {
  const bool official = mark.kind == search::NamedKind::kOfficial;
  return {{"kind", official ? "official" : "locality"},
          {"value", mark.value},
          {"part", name_of(mark.part)},
          {"item", mark.item},
          {"begin", mark.begin},
          {"end", mark.end}};
}

Json article_official_json(const schema::OfficialRecord& official) {
  return {{"id", official.id},
          {"name", official.name},
          {"posts", list_json(official.posts, [](const schema::PostRecord& post) {
             return Json{{"title", post.title},
                         {"slug", post_slug_or_null(post)},
                         {"body", text_or_null(post.body)},
                         {"locality", text_or_null(post.locality)},
                         {"former", post.former},
                         {"acting", post.acting}};
           })}};
}

Json site_json(const search::SiteCoverage& site) {
  return {{"host", site.host},
          {"count", site.count},
          {"archived", site.archived},
          {"speaks_for", site.speaks_for}};
}

}  // namespace

std::string to_json(const search::SearchRequest& request, const search::SearchPage& page) {
  return dumped({{"build", page.build_id},
                 {"question", page.question},
                 {"total", page.total},
                 {"partial_total", page.partial_total},
                 {"offset", request.offset},
                 {"limit", request.limit},
                 {"expansions", list_json(page.expansions, expansion_json)},
                 {"suggestion", suggestion_json(page.suggestion)},
                 {"offers", list_json(page.offers, offer_json)},
                 {"places", list_json(page.places, asked_place_json)},
                 {"named_places", list_json(page.named_places, asked_place_json)},
                 {"hits", list_json(page.hits, hit_json)},
                 {"facets", facets_json(page.facets)}});
}

std::string to_json(const search::ArticlePage& page) {
  const schema::ArticleRecord& article = page.article;
  return dumped(
      {{"build", page.build_id},
       {"id", article.id},
       {"url", article.url},
       {"source", article.source},
       {"site", article.site},
       {"site_name", article.site_name},
       {"title", marked_json(page.title)},
       {"lead", text_or_null(article.lead)},
       {"paragraphs", list_json(page.paragraphs, marked_json)},
       {"captions", article.captions},
       {"byline", text_or_null(article.byline)},
       {"photo_credit", text_or_null(article.photo_credit)},
       {"category", text_or_null(article.category)},
       {"tags", article.tags},
       {"attachments", list_json(article.attachments,
                                 [](const schema::AttachmentRecord& attachment) {
                                   return Json{{"url", attachment.url}, {"text", attachment.text}};
                                 })},
       {"original", text_or_null(article.original)},
       {"language", text_or_null(article.language)},
       {"published", date_json(article.published)},
       {"modified", date_json(article.modified)},
       {"event", date_json(article.event)},
       {"localities", article_places_json(page)},
       {"officials", list_json(article.officials, article_official_json)},
       {"mentions", list_json(page.names, mention_json)},
       {"captured_at", text_or_null(article.captured_at)},
       {"sha256", article.sha256}});
}

std::string to_json(const search::LocalityPage& page) {
  Json json = {{"build", page.build_id}};
  json.update(history_json(page.history));
  json["total"] = page.total;
  json["through"] = page.through;
  put_coverage(page.coverage, json);
  json["officials"] = list_json(page.officials, official_value_json);
  json["officials_total"] = page.officials_total;
  json["posts"] = list_json(page.posts, [](const search::PostInPlace& post) {
    return Json{{"slug", post.slug},
                {"title", post.title},
                {"holders", post.holders},
                {"articles", post.articles}};
  });
  json["sites"] = list_json(page.sites, site_json);
  json["units"] = list_json(page.units, locality_value_json);
  return dumped(json);
}

std::string to_json(const search::SuggestPage& page) {
  return dumped(
      {{"build", page.build_id}, {"suggestions", list_json(page.suggestions, completion_json)}});
}

std::string to_json(const search::IndexStatus& status) {
  return dumped({{"status", "ok"},
                 {"build", status.build_id},
                 {"created_at", status.created_at},
                 {"articles", status.articles}});
}

}  // namespace tinlang::http
