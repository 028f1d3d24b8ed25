#include "searchd/http/official_json.h"

#include <optional>

#include "searchd/http/json_parts.h"
#include "searchd/http/place_json.h"

namespace tinlang::http {
namespace {

Json reference_json(const search::ArticleReference& article) {
  return {{"id", article.id}, {"title", article.title}, {"date", date_json(article.date)}};
}

Json reference_or_null(const std::optional<search::ArticleReference>& article) {
  return article ? reference_json(*article) : Json();
}

Json place_or_null(const std::optional<search::PlaceName>& place) {
  return place ? name_json(*place) : Json();
}

Json person_json(const search::PersonName& person) {
  return {{"id", person.id}, {"name", person.name}, {"post", text_or_null(person.post)}};
}

Json line_json(const search::RecordLine& line) {
  return {{"title", line.title},
          {"slug", text_or_null(line.slug)},
          {"body", text_or_null(line.body)},
          {"place", place_or_null(line.place)},
          {"holders", list_json(line.holders, name_json)},
          {"former", line.former},
          {"articles", line.articles},
          {"first", reference_or_null(line.first)},
          {"last", reference_or_null(line.last)}};
}

Json rival_json(const search::RivalClaim& rival) {
  return {{"person", person_json(rival.person)}, {"title", rival.title}, {"slug", rival.slug},
          {"place", place_or_null(rival.place)}, {"from", rival.from},   {"to", rival.to}};
}

Json month_json(const search::MonthCount& month) {
  return {{"month", month.month}, {"count", month.count}};
}

Json holder_json(const search::PostHolder& holder) {
  Json json = line_json(holder.line);
  json["months"] = list_json(holder.months, month_json);
  json["person"] = person_json(holder.person);
  return json;
}

Json shared_json(const search::SharedTime& shared) {
  return {{"holders", {shared.one, shared.other}},
          {"from", shared.from},
          {"to", shared.to},
          {"handover", shared.handover}};
}

}  // namespace

std::string to_json(const search::OfficialPage& page) {
  Json json = {{"build", page.build_id}};
  json.update(person_json(page.person));
  json["names"] = page.names;
  json["ids"] = page.ids;
  json["total"] = page.total;
  json["posts"] = list_json(page.posts, line_json);
  json["rivals"] = list_json(page.rivals, rival_json);
  json["months"] = list_json(page.months, month_json);
  json["vague"] = page.vague;
  json["undated"] = page.undated;
  json["places"] = list_json(page.places, value_json);
  json["companions"] = list_json(page.companions, official_value_json);
  json["companions_total"] = page.companions_total;
  json["articles"] = list_json(page.articles, reference_json);
  return dumped(json);
}

std::string to_json(const search::PostPage& page) {
  Json json = {{"build", page.build_id},
               {"slug", page.slug},
               {"title", text_or_null(page.title)},
               {"place", page.place ? history_json(*page.place) : Json()},
               {"one_holder", page.one_holder},
               {"holders", list_json(page.holders, holder_json)},
               {"holders_total", page.holders_total},
               {"former", list_json(page.former, holder_json)},
               {"shared", list_json(page.shared, shared_json)},
               {"places", list_json(page.places, value_json)},
               {"places_total", page.places_total}};
  put_coverage(page.coverage, json);
  return dumped(json);
}

}  // namespace tinlang::http
