#include "searchd/http/problem.h"

#include <algorithm>

#include "searchd/http/parameters.h"

#include <nlohmann/json.hpp>

namespace tinlang::http {
namespace {

const char* title_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 503:
      return "Service Unavailable";
    default:
      return status < 500 ? "Bad Request" : "Internal Server Error";
  }
}

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidInput:
      return 400;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kIncompatible:
    case ErrorCode::kUnavailable:
      return 503;
  }
  return 500;
}

}  // namespace

Problem to_problem(const Error& error) {
  Problem problem{status_of(error.code), error.message, {}};
  if (error.code != ErrorCode::kInvalidInput) return problem;
  const std::string name = error.message.substr(0, error.message.find(':'));
  if (is_search_parameter(name)) problem.parameter = name;
  return problem;
}

std::string to_json(const Problem& problem) {
  nlohmann::ordered_json json = {{"type", "about:blank"},
                                 {"title", title_of(problem.status)},
                                 {"status", problem.status},
                                 {"detail", problem.detail}};
  if (!problem.parameter.empty()) json["parameter"] = problem.parameter;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace tinlang::http
