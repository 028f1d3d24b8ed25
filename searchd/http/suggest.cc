#include "searchd/http/suggest.h"

#include <charconv>
#include <set>
#include <system_error>

#include "searchd/http/parameters.h"
#include "searchd/search/search_page.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tinlang::http {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kBadRequest = 400;

tl::unexpected<Problem> refuse(std::string_view name, std::string_view why) {
  const std::string shown = shown_name(name);
  return tl::unexpected(Problem{kBadRequest, fmt::format("{}: {}", shown, why), shown});
}

tl::expected<void, Problem> read_limit(std::string_view value, std::size_t& limit) {
  std::size_t read = 0;
  const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), read);
  const bool is_number = error == std::errc() && stop == value.data() + value.size();
  if (!is_number || read == 0 || read > search::kMaxSuggestLimit) {
    return refuse("limit", fmt::format("{} is not a number from 1 to {}", shown_name(value),
                                       search::kMaxSuggestLimit));
  }
  limit = read;
  return {};
}

std::string_view name_of(search::SuggestKind kind) {
  switch (kind) {
    case search::SuggestKind::kOfficial:
      return "official";
    case search::SuggestKind::kLocality:
      return "locality";
    case search::SuggestKind::kPhrase:
      return "phrase";
    case search::SuggestKind::kTitle:
      return "title";
  }
  return "phrase";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

tl::expected<SuggestRequest, Problem> read_suggest_request(std::string_view query) {
  const auto parameters = parse_parameters(query);
  if (!parameters) return tl::unexpected(parameters.error());
  SuggestRequest request;
  std::set<std::string_view> seen;
  for (const auto& [name, value] : *parameters) {
    if (name != "q" && name != "limit") return refuse(name, "no such parameter");
    if (!seen.insert(name).second) return refuse(name, "given twice");
    if (value.empty()) continue;
    if (name == "limit") {
      if (auto read = read_limit(value, request.limit); !read) {
        return tl::unexpected(std::move(read).error());
      }
      continue;
    }
    if (value.size() > search::kMaxQuestionBytes) {
      return refuse(
          "q", fmt::format("{} bytes are more than {}", value.size(), search::kMaxQuestionBytes));
    }
    request.question = value;
  }
  return request;
}

std::string to_json(const search::SuggestPage& page) {
  Json suggestions = Json::array();
  for (const search::Suggestion& suggestion : page.suggestions) {
    suggestions.push_back({{"kind", name_of(suggestion.kind)},
                           {"text", suggestion.text},
                           {"value", text_or_null(suggestion.value)},
                           {"detail", suggestion.detail},
                           {"count", suggestion.count}});
  }
  const Json json = {{"build", page.build_id}, {"suggestions", std::move(suggestions)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tinlang::http
