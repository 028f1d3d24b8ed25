// Errors as RFC 9457 problem details.

#ifndef TINLANG_SEARCHD_HTTP_PROBLEM_H_
#define TINLANG_SEARCHD_HTTP_PROBLEM_H_

#include <string>

#include "indexer/result/result.h"

namespace tinlang::http {

// One refused request.
struct Problem {
  int status = 500;
  std::string detail;     // one line
  std::string parameter;  // the parameter at fault; empty when none is
};

inline constexpr const char* kProblemType = "application/problem+json";

// The problem that `error` is to a client: invalid 400, not found 404,
// incompatible and unavailable 503. A message "name: ..." about one of the
// parameters of API.md names that parameter.
Problem to_problem(const Error& error);

// The body to send, with the title that belongs to the status.
std::string to_json(const Problem& problem);

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_PROBLEM_H_
