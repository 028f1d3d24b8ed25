#include "searchd/http/request_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "indexer/calendar/date.h"
#include "searchd/http/parameters.h"

#include <fmt/format.h>

namespace tinlang::http {
namespace {

using search::SearchRequest;

constexpr int kBadRequest = 400;
constexpr std::size_t kMaxFacetLimit = 1'000;
constexpr std::size_t kMaxFilterValues = 100;  // of one kind
constexpr std::size_t kMaxFilterBytes = 200;   // no code, id, slug or host is near it

tl::unexpected<Problem> refuse(std::string_view name, std::string_view why) {
  const std::string shown = shown_name(name);
  return tl::unexpected(Problem{kBadRequest, fmt::format("{}: {}", shown, why), shown});
}

using Read = tl::expected<void, Problem>;

Read read_question(std::string_view value, std::string& question) {
  if (value.size() > search::kMaxQuestionBytes) {
    return refuse(
        "q", fmt::format("{} bytes are more than {}", value.size(), search::kMaxQuestionBytes));
  }
  question = value;
  return {};
}

Read read_number(std::string_view name, std::string_view value, std::size_t least, std::size_t most,
                 std::size_t& number) {
  std::size_t read = 0;
  const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), read);
  if (error != std::errc() || stop != value.data() + value.size() || read < least || read > most) {
    return refuse(name,
                  fmt::format("{} is not a number from {} to {}", shown_name(value), least, most));
  }
  number = read;
  return {};
}

Read read_date(std::string_view name, std::string_view value, std::optional<calendar::Date>& date) {
  auto parsed = calendar::parse_iso_date(value);
  if (!parsed) {
    return refuse(name, fmt::format("{} is not a date: expected 2023, 2023-05 or 2023-05-08",
                                    shown_name(value)));
  }
  date = *parsed;
  return {};
}

Read read_sort(SearchRequest& request, std::string_view value) {
  if (value == "relevance") {
    request.sort = search::Sort::kRelevance;
  } else if (value == "newest") {
    request.sort = search::Sort::kNewest;
  } else if (value == "oldest") {
    request.sort = search::Sort::kOldest;
  } else {
    return refuse("sort",
                  fmt::format("{} is not one of relevance, newest, oldest", shown_name(value)));
  }
  return {};
}

Read read_units(std::string_view value, gazetteer::System& units) {
  if (value != "then" && value != "today") {
    return refuse("units", fmt::format("{} is neither then nor today", shown_name(value)));
  }
  units = value == "then" ? gazetteer::System::kThreeLevel : gazetteer::System::kTwoLevel;
  return {};
}

Read read_flag(std::string_view name, std::string_view value, bool& flag) {
  if (value != "0" && value != "1") {
    return refuse(name, fmt::format("{} is neither 0 nor 1", shown_name(value)));
  }
  flag = value == "1";
  return {};
}

// The parameters that may be repeated.
bool is_filter(std::string_view name) {
  return name == "locality" || name == "official" || name == "post" || name == "site";
}

std::vector<std::string>& filter_list(SearchRequest& request, std::string_view name) {
  if (name == "locality") return request.filters.localities;
  if (name == "official") return request.filters.officials;
  if (name == "post") return request.filters.posts;
  return request.filters.sites;
}

Read add_filter(std::vector<std::string>& values, std::string_view name, std::string_view value) {
  if (value.size() > kMaxFilterBytes) {
    return refuse(name, fmt::format("a value is longer than {} bytes", kMaxFilterBytes));
  }
  if (values.size() == kMaxFilterValues) {
    return refuse(name, fmt::format("given more than {} times", kMaxFilterValues));
  }
  values.emplace_back(value);
  return {};
}

Read read_one(SearchRequest& request, std::string_view name, std::string_view value) {
  if (name == "q") return read_question(value, request.question);
  if (name == "from") return read_date(name, value, request.filters.from);
  if (name == "to") return read_date(name, value, request.filters.to);
  if (name == "sort") return read_sort(request, value);
  if (name == "exact") return read_flag(name, value, request.exact);
  if (name == "expand") return read_flag(name, value, request.expand);
  if (name == "facets") return read_flag(name, value, request.facets);
  if (name == "mentions") return read_flag(name, value, request.filters.mentions);
  if (name == "units") return read_units(value, request.units);
  if (name == "offset") return read_number(name, value, 0, search::kMaxOffset, request.offset);
  if (name == "limit") return read_number(name, value, 0, search::kMaxLimit, request.limit);
  return read_number(name, value, 1, kMaxFacetLimit, request.facet_limit);
}

// Hosts are the only filter that readers copy from elsewhere, in any case.
std::string lower_host(std::string_view host) {
  std::string lower(host);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

bool is_article_parameter(std::string_view name) {
  return name == "q" || name == "exact" || name == "expand";
}

bool is_locality_parameter(std::string_view name) { return name == "mentions" || name == "limit"; }

bool is_official_parameter(std::string_view name) { return name == "limit"; }

bool is_post_parameter(std::string_view name) { return name == "locality" || name == "limit"; }

bool is_suggest_parameter(std::string_view name) { return name == "q" || name == "limit"; }

// Calls `read_one(name, value)` for each parameter that has a value. Problems: those of
// parse_parameters() and `read_one`; a name that is not `known`, or given twice where it is no
// filter.
template <typename ReadOne>
Read read_each(std::string_view query, bool (*known)(std::string_view), ReadOne read_one) {
  const auto parameters = parse_parameters(query);
  if (!parameters) return tl::unexpected(parameters.error());
  std::set<std::string_view> seen;
  for (const auto& [name, value] : *parameters) {
    if (!known(name)) return refuse(name, "no such parameter");
    if (!is_filter(name) && !seen.insert(name).second) return refuse(name, "given twice");
    if (value.empty()) continue;
    if (auto read = read_one(name, value); !read) return read;
  }
  return {};
}

}  // namespace

tl::expected<SearchRequest, Problem> read_search_request(std::string_view query) {
  SearchRequest request;
  const auto read = read_each(
      query, is_search_parameter, [&](std::string_view name, std::string_view value) -> Read {
        if (!is_filter(name)) return read_one(request, name, value);
        return add_filter(filter_list(request, name), name,
                          name == "site" ? lower_host(value) : std::string(value));
      });
  if (!read) return tl::unexpected(read.error());
  return request;
}

tl::expected<search::ArticleRequest, Problem> read_article_request(std::string_view query) {
  SearchRequest request;
  const auto read = read_each(query, is_article_parameter, [&](auto name, auto value) {
    return read_one(request, name, value);
  });
  if (!read) return tl::unexpected(read.error());
  return search::ArticleRequest{{}, std::move(request.question), request.exact, request.expand};
}

tl::expected<search::LocalityRequest, Problem> read_locality_request(std::string_view query) {
  search::LocalityRequest request;
  const auto read = read_each(query, is_locality_parameter,
                              [&](std::string_view name, std::string_view value) -> Read {
                                if (name == "mentions")
                                  return read_flag(name, value, request.mentions);
                                return read_number(name, value, 1, kMaxFacetLimit, request.limit);
                              });
  if (!read) return tl::unexpected(read.error());
  return request;
}

tl::expected<search::OfficialRequest, Problem> read_official_request(std::string_view query) {
  search::OfficialRequest request;
  const auto read = read_each(query, is_official_parameter, [&](auto name, auto value) {
    return read_number(name, value, 1, kMaxFacetLimit, request.limit);
  });
  if (!read) return tl::unexpected(read.error());
  return request;
}

tl::expected<search::PostRequest, Problem> read_post_request(std::string_view query) {
  search::PostRequest request;
  const auto read = read_each(
      query, is_post_parameter, [&](std::string_view name, std::string_view value) -> Read {
        if (name == "limit") return read_number(name, value, 1, kMaxFacetLimit, request.limit);
        if (!request.locality.empty()) return refuse(name, "given twice");
        if (value.size() > kMaxFilterBytes) {
          return refuse(name, fmt::format("a value is longer than {} bytes", kMaxFilterBytes));
        }
        request.locality = value;
        return {};
      });
  if (!read) return tl::unexpected(read.error());
  return request;
}

tl::expected<SuggestRequest, Problem> read_suggest_request(std::string_view query) {
  SuggestRequest request;
  const auto read = read_each(
      query, is_suggest_parameter, [&](std::string_view name, std::string_view value) -> Read {
        if (name == "q") return read_question(value, request.question);
        return read_number(name, value, 1, search::kMaxSuggestLimit, request.limit);
      });
  if (!read) return tl::unexpected(read.error());
  return request;
}

tl::expected<void, Problem> refuse_parameters(std::string_view query) {
  const auto parameters = parse_parameters(query);
  if (!parameters) return tl::unexpected(parameters.error());
  if (!parameters->empty()) return refuse(parameters->front().first, "no such parameter");
  return {};
}

}  // namespace tinlang::http
