#include "searchd/http/place_json.h"

namespace tinlang::http {
namespace {

constexpr const char* kLastDayOfThreeLevels = "2025-06-30";

Json related_json(const search::RelatedPlace& related) {
  Json json = name_json(related.place);
  json["whole"] = related.whole;
  return json;
}

}  // namespace

Json name_json(const search::PlaceName& place) {
  return {{"code", place.code}, {"label", place.label}, {"detail", place.detail}};
}

Json history_json(const search::PlaceHistory& history) {
  const bool is_of_today = history.system == gazetteer::System::kTwoLevel;
  Json json = name_json(history.place);
  json["since"] = is_of_today ? Json(gazetteer::kTwoLevelSince) : Json();
  json["until"] = is_of_today ? Json() : Json(kLastDayOfThreeLevels);
  json["holders"] = list_json(history.holders, name_json);
  json["province_today"] = name_json(history.province_today);
  json["became"] = list_json(history.became, related_json);
  json["came_from"] = list_json(history.came_from, related_json);
  return json;
}

Json today_json(const std::optional<search::PlaceHistory>& history) {
  if (!history || history->system == gazetteer::System::kTwoLevel) return nullptr;
  return {{"province", name_json(history->province_today)},
          {"became", list_json(history->became, related_json)}};
}

void put_coverage(const search::Coverage& coverage, Json& json) {
  json["months"] = list_json(coverage.months, [](const search::MonthCoverage& month) {
    return Json{{"month", month.month}, {"count", month.count}, {"archived", month.archived}};
  });
  json["gaps"] = list_json(coverage.gaps, [](const search::MonthSpan& gap) {
    return Json{{"from", gap.from}, {"to", gap.to}};
  });
  json["vague"] = coverage.vague;
  json["undated"] = coverage.undated;
}

Json asked_place_json(const search::AskedPlace& place) {
  Json json = history_json(place.history);
  json["total"] = place.total;
  json["through"] = place.through;
  return json;
}

}  // namespace tinlang::http
