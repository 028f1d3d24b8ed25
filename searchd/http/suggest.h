// `/api/v1/suggest`: what was asked, and the answer as JSON.

#ifndef TINLANG_SEARCHD_HTTP_SUGGEST_H_
#define TINLANG_SEARCHD_HTTP_SUGGEST_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "searchd/http/problem.h"
#include "searchd/search/suggest_page.h"

#include <tl/expected.hpp>

namespace tinlang::http {

struct SuggestRequest {
  std::string question;
  std::size_t limit = search::kDefaultSuggestLimit;
};

// Reads the query of `/api/v1/suggest` by API.md; an empty value is as good as none.
// Problems, status 400, naming the parameter: it is unknown, given twice, malformed or out of
// range.
tl::expected<SuggestRequest, Problem> read_suggest_request(std::string_view query);

// Malformed UTF-8 in the index is shown as U+FFFD.
std::string to_json(const search::SuggestPage& page);

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_SUGGEST_H_
