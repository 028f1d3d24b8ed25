// Answers as the JSON of API.md.

#ifndef TINLANG_SEARCHD_HTTP_RESULTS_JSON_H_
#define TINLANG_SEARCHD_HTTP_RESULTS_JSON_H_

#include <string>

#include "searchd/search/search_page.h"
#include "searchd/search/searcher.h"
#include "searchd/search/suggest_page.h"

namespace tinlang::http {

// The answer of `/api/v1/search` to `request`. Malformed UTF-8 in the index is
// shown as U+FFFD, never passed on.
std::string to_json(const search::SearchRequest& request, const search::SearchPage& page);

// The answer of `/api/v1/articles/{id}`.
std::string to_json(const search::ArticlePage& page);

// The answer of `/api/v1/localities/{code}`.
std::string to_json(const search::LocalityPage& page);

// The answer of `/api/v1/suggest`.
std::string to_json(const search::SuggestPage& page);

// The answer of `/healthz` and `/readyz`.
std::string to_json(const search::IndexStatus& status);

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_RESULTS_JSON_H_
