// Parameters of a request -> what is asked.

#ifndef TINLANG_SEARCHD_HTTP_REQUEST_READER_H_
#define TINLANG_SEARCHD_HTTP_REQUEST_READER_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "searchd/http/problem.h"
#include "searchd/search/locality_page.h"
#include "searchd/search/official_page.h"
#include "searchd/search/search_page.h"
#include "searchd/search/suggest_page.h"

#include <tl/expected.hpp>

namespace tinlang::http {

// Reads the query of `/api/v1/search` by the table of API.md. An empty value of
// any parameter is as good as none, so that a plain HTML form can ask.
// Problems, status 400, naming the parameter: it is unknown, given twice where it may
// not be, malformed, too long or out of range.
tl::expected<search::SearchRequest, Problem> read_search_request(std::string_view query);

// The query of `/api/v1/articles/{id}`; the id stays empty. Problems: as above.
tl::expected<search::ArticleRequest, Problem> read_article_request(std::string_view query);

// The query of `/api/v1/localities/{code}`; the code stays empty. Problems: as above.
tl::expected<search::LocalityRequest, Problem> read_locality_request(std::string_view query);

// The query of `/api/v1/officials/{id}`; the id stays empty. Problems: as above.
tl::expected<search::OfficialRequest, Problem> read_official_request(std::string_view query);

// The query of `/api/v1/posts/{slug}`; the slug stays empty. Problems: as above.
tl::expected<search::PostRequest, Problem> read_post_request(std::string_view query);

struct SuggestRequest {
  std::string question;
  std::size_t limit = search::kDefaultSuggestLimit;
};

// Reads the query of `/api/v1/suggest`. Problems: as above.
tl::expected<SuggestRequest, Problem> read_suggest_request(std::string_view query);

// For paths without parameters. Problem: there is one.
tl::expected<void, Problem> refuse_parameters(std::string_view query);

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_REQUEST_READER_H_
