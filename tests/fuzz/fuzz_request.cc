// Any bytes as the query of a request: it is read or refused in one line, and
// what was read keeps the limits of the contract.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/text/normalize.h"
#include "searchd/http/parameters.h"
#include "searchd/http/request_reader.h"

namespace {

void check(const tinlang::http::Problem& problem) {
  if (problem.status != 400 || problem.detail.find('\n') != std::string::npos) std::abort();
  if (to_json(problem).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  if (const auto refused = tinlang::http::refuse_parameters(query); !refused)
    check(refused.error());
  const auto question = tinlang::http::read_article_request(query);
  if (!question) check(question.error());

  const auto request = tinlang::http::read_search_request(query);
  if (!request) {
    check(request.error());
    return 0;
  }
  using namespace tinlang::search;  // NOLINT(google-build-using-namespace): limits only
  const bool in_range = request->question.size() <= kMaxQuestionBytes &&
                        request->limit <= kMaxLimit && request->offset <= kMaxOffset;
  const bool well_formed =
      tinlang::text::first_malformed_byte(request->question) == std::string_view::npos;
  if (!in_range || !well_formed) std::abort();
  return 0;
}
