// Places in answers: what they are called, were and became.

#ifndef TINLANG_SEARCHD_HTTP_PLACE_JSON_H_
#define TINLANG_SEARCHD_HTTP_PLACE_JSON_H_

#include <optional>

#include "searchd/http/json_parts.h"
#include "searchd/search/locality_page.h"
#include "searchd/search/search_page.h"

namespace tinlang::http {

Json name_json(const search::PlaceName& place);

// The whole history, as in `/api/v1/localities/{code}`.
Json history_json(const search::PlaceHistory& history);

// Where a place lies today; null for a unit of today, which says so itself, and for none.
Json today_json(const std::optional<search::PlaceHistory>& history);

// Months, gaps and what is in none of them.
void put_coverage(const search::Coverage& coverage, Json& json);

Json asked_place_json(const search::AskedPlace& place);

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_PLACE_JSON_H_
