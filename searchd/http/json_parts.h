// What all answers are built of. Included by this room's sources alone.

#ifndef TINLANG_SEARCHD_HTTP_JSON_PARTS_H_
#define TINLANG_SEARCHD_HTTP_JSON_PARTS_H_

#include <optional>
#include <string>

#include "indexer/calendar/date.h"
#include "searchd/search/search_page.h"

#include <nlohmann/json.hpp>

namespace tinlang::http {

using Json = nlohmann::ordered_json;

// Malformed UTF-8 becomes U+FFFD.
inline std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

inline Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

inline Json date_json(const std::optional<calendar::Date>& date) {
  if (!date) return nullptr;
  return {{"date", to_iso_date(*date)},
          {"time", text_or_null(to_iso_time(*date))},
          {"precision", to_string(date->precision)}};
}

// A counted value with the name to show.
inline Json value_json(const search::FacetValue& value) {
  return {{"value", value.value},
          {"label", value.label},
          {"detail", value.detail},
          {"count", value.count}};
}

// An official with the latest post, and how its page is asked for.
inline Json official_value_json(const search::FacetValue& value) {
  Json json = value_json(value);
  const auto& [slug, locality] = value.post;
  json["post"] = slug.empty() ? Json() : Json{{"slug", slug}, {"locality", text_or_null(locality)}};
  return json;
}

template <typename Items, typename ToJson>
Json list_json(const Items& items, ToJson item_json) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(item_json(item));
  return list;
}

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_JSON_PARTS_H_
