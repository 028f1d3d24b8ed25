// Pages of officials and posts as JSON.

#ifndef TINLANG_SEARCHD_HTTP_OFFICIAL_JSON_H_
#define TINLANG_SEARCHD_HTTP_OFFICIAL_JSON_H_

#include <string>

#include "searchd/search/official_page.h"

namespace tinlang::http {

// The answer of `/api/v1/officials/{id}`.
std::string to_json(const search::OfficialPage& page);

// The answer of `/api/v1/posts/{slug}`.
std::string to_json(const search::PostPage& page);

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_OFFICIAL_JSON_H_
