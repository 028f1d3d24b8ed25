// The parameters of a request, decoded and checked for form.

#ifndef TINLANG_SEARCHD_HTTP_PARAMETERS_H_
#define TINLANG_SEARCHD_HTTP_PARAMETERS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/http/problem.h"

#include <tl/expected.hpp>

namespace tinlang::http {

// Name and value as sent, percent-decoded, in order; both are well-formed UTF-8
// without control characters other than tab, line feed and carriage return.
using Parameters = std::vector<std::pair<std::string, std::string>>;

// Reads the part of a request's target after its '?'. Problems, status 400,
// naming the parameter: an escape that is no two hex digits, malformed UTF-8, a
// control character.
tl::expected<Parameters, Problem> parse_parameters(std::string_view query);

// `name` as a problem shows it: in one line, at most 40 bytes of it, whole code points.
std::string shown_name(std::string_view name);

// Whether `/api/v1/search` has a parameter called `name`.
bool is_search_parameter(std::string_view name);

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_PARAMETERS_H_
