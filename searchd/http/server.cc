#include "searchd/http/server.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>

#include <httplib.h>

#include "searchd/http/official_json.h"
#include "searchd/http/problem.h"
#include "searchd/http/request_reader.h"
#include "searchd/http/results_json.h"
#include "searchd/http/static_files.h"

#include <fmt/format.h>
#include <sys/socket.h>

namespace tinlang::http {
namespace {

constexpr const char* kJsonType = "application/json; charset=utf-8";
constexpr std::string_view kArticlePath = "/api/v1/articles/";
constexpr std::string_view kLocalityPath = "/api/v1/localities/";
constexpr std::string_view kOfficialPath = "/api/v1/officials/";
constexpr std::string_view kPostPath = "/api/v1/posts/";

// Nothing that we serve needs a body from the client.
constexpr std::size_t kMaxPayloadBytes = 16 * 1024;

// A thread serves one connection: the idle and the slow are let go early.
constexpr std::time_t kKeepAliveSeconds = 5;
constexpr std::size_t kKeepAliveRequests = 1'000;
constexpr std::time_t kReadSeconds = 5;
constexpr std::time_t kWriteSeconds = 10;

constexpr int kNotModified = 304;
constexpr int kNotFound = 404;
constexpr int kMethodNotAllowed = 405;
constexpr int kInternalError = 500;

// The page runs its own scripts only, in no frame; nobody learns from the
// Referer header what a reader asked.
const httplib::Headers& default_headers() {
  static const httplib::Headers kHeaders = {
      {"Content-Security-Policy",
       "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
       "form-action 'self'; frame-ancestors 'none'"},
      {"Referrer-Policy", "no-referrer"},
      {"X-Content-Type-Options", "nosniff"},
  };
  return kHeaders;
}

// SO_REUSEPORT, the library's default, would let two daemons share a port in silence.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

// The part of the target after its '?', as sent.
std::string_view query_of(const httplib::Request& request) {
  std::string_view target = request.target;
  target = target.substr(0, target.find('#'));
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

void send(httplib::Response& response, const Problem& problem) {
  response.status = problem.status;
  response.set_content(to_json(problem), kProblemType);
}

void send_json(httplib::Response& response, const std::string& json) {
  response.set_header("Cache-Control", "no-cache");
  response.set_content(json, kJsonType);
}

// What belongs to a status that the library decided on.
std::string detail_of(int status) {
  switch (status) {
    case 400:
      return "not a request that this server can read";
    case 404:
      return "no such path";
    case 413:
      return fmt::format("the body is larger than {} bytes", kMaxPayloadBytes);
    case 414:
      return fmt::format("the request line is longer than {} bytes",
                         CPPHTTPLIB_REQUEST_URI_MAX_LENGTH);
    default:
      return "the request failed";
  }
}

}  // namespace

struct Server::State {
  const search::Searcher& searcher;
  ServerOptions options;
  StaticFiles files;
  httplib::Server server;
  int port = 0;
  std::mutex mutex;
  std::condition_variable ended;
  bool has_ended = false;  // guarded by mutex

  State(const search::Searcher& the_searcher, ServerOptions the_options)
      : searcher(the_searcher), options(std::move(the_options)), files(options.web) {}

  void configure() {
    server.set_tcp_nodelay(true);
    server.set_socket_options(set_socket_options);
    server.set_keep_alive_timeout(kKeepAliveSeconds);
    server.set_keep_alive_max_count(kKeepAliveRequests);
    server.set_read_timeout(kReadSeconds);
    server.set_write_timeout(kWriteSeconds);
    server.set_payload_max_length(kMaxPayloadBytes);
    server.set_default_headers(default_headers());
    server.new_task_queue = [threads = options.threads] {
      return new httplib::ThreadPool(threads);  // the library deletes it
    };
    set_handlers();
  }

  void set_handlers() {
    const auto refuse_method = [](const httplib::Request& request, httplib::Response& response) {
      response.set_header("Allow", "GET, HEAD");
      send(response,
           {kMethodNotAllowed, "the method is " + request.method + ", not GET or HEAD", {}});
    };
    const char* const any_path = "[^]*";
    server.Get(any_path,
               [this](const auto& request, auto& response) { answer(request, response); });
    // As routes of their own they read the body first: it must not be taken for the next request.
    server.Post(any_path, refuse_method);
    server.Put(any_path, refuse_method);
    server.Patch(any_path, refuse_method);
    server.Delete(any_path, refuse_method);
    server.Options(any_path, refuse_method);
    server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
      if (!response.body.empty()) return;
      // Methods without a route of their own are 400 to the library.
      const bool is_odd_method = request.method == "TRACE" || request.method == "CONNECT";
      if (is_odd_method) response.set_header("Allow", "GET, HEAD");
      const int status = is_odd_method ? kMethodNotAllowed : response.status;
      send(response, {status, detail_of(status), {}});
    });
    server.set_exception_handler(
        [this](const httplib::Request& request, httplib::Response& response,
               const std::exception_ptr& thrown) { report(request, response, thrown); });
  }

  void report(const httplib::Request& request, httplib::Response& response,
              const std::exception_ptr& thrown) {
    std::string reason = "unknown exception";
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
      reason = error.what();
    } catch (...) {  // NOLINT(bugprone-empty-catch): the reason says so already
    }
    log(request.path + ": " + reason);
    send(response, {kInternalError, "the request failed", {}});
  }

  void log(const std::string& line) const {
    if (options.log) options.log(line);
  }

  void answer(const httplib::Request& request, httplib::Response& response) {
    const std::string_view path = request.path;
    if (path == "/api/v1/search") return answer_search(request, response);
    if (path == "/api/v1/suggest") return answer_suggest(request, response);
    if (path.starts_with(kArticlePath)) return answer_article(request, response);
    if (path.starts_with(kLocalityPath)) return answer_locality(request, response);
    if (path.starts_with(kOfficialPath)) return answer_official(request, response);
    if (path.starts_with(kPostPath)) return answer_post(request, response);
    if (path == "/healthz" || path == "/readyz") return answer_status(request, response);
    if (path == "/api" || path.starts_with("/api/")) {
      return send(response, {kNotFound, "no such path", {}});
    }
    answer_file(request, response);
  }

  void send_error(const httplib::Request& request, httplib::Response& response,
                  const Error& error) {
    const Problem problem = to_problem(error);
    if (problem.status >= kInternalError) log(request.path + ": " + error.message);
    send(response, problem);
  }

  void answer_search(const httplib::Request& request, httplib::Response& response) {
    const auto asked = read_search_request(query_of(request));
    if (!asked) return send(response, asked.error());
    const auto page = searcher.search(*asked);
    if (!page) return send_error(request, response, page.error());
    send_json(response, to_json(*asked, *page));
  }

  // Reads the parameters by `read`, asks by `ask`, and writes the page or what is wrong.
  template <typename ReadRequest, typename Ask>
  void answer_page(const httplib::Request& request, httplib::Response& response, ReadRequest read,
                   Ask ask) {
    auto asked = read(query_of(request));
    if (!asked) return send(response, asked.error());
    const auto page = ask(*asked);
    if (!page) return send_error(request, response, page.error());
    send_json(response, to_json(*page));
  }

  void answer_suggest(const httplib::Request& request, httplib::Response& response) {
    answer_page(request, response, read_suggest_request, [&](const SuggestRequest& asked) {
      return searcher.suggest(asked.question, asked.limit);
    });
  }

  void answer_article(const httplib::Request& request, httplib::Response& response) {
    auto asked = read_article_request(query_of(request));
    if (!asked) return send(response, asked.error());
    asked->id = request.path.substr(kArticlePath.size());
    const auto page = searcher.article(*asked);
    if (page) return send_json(response, to_json(*page));
    const bool is_no_id = page.error().message.starts_with("id:");
    if (is_no_id) return send(response, {kNotFound, "no article has such an id", {}});
    send_error(request, response, page.error());
  }

  void answer_locality(const httplib::Request& request, httplib::Response& response) {
    answer_page(request, response, read_locality_request, [&](search::LocalityRequest& asked) {
      asked.code = request.path.substr(kLocalityPath.size());
      return searcher.locality(asked);
    });
  }

  void answer_official(const httplib::Request& request, httplib::Response& response) {
    answer_page(request, response, read_official_request, [&](search::OfficialRequest& asked) {
      asked.id = request.path.substr(kOfficialPath.size());
      return searcher.official(asked);
    });
  }

  void answer_post(const httplib::Request& request, httplib::Response& response) {
    answer_page(request, response, read_post_request, [&](search::PostRequest& asked) {
      asked.slug = request.path.substr(kPostPath.size());
      return searcher.post(asked);
    });
  }

  void answer_status(const httplib::Request& request, httplib::Response& response) {
    if (const auto none = refuse_parameters(query_of(request)); !none) {
      return send(response, none.error());
    }
    send_json(response, to_json(searcher.status()));
  }

  // Parameters are the page's own: its state.
  void answer_file(const httplib::Request& request, httplib::Response& response) {
    auto file = files.read(request.path);
    if (!file) return send_error(request, response, file.error());
    response.set_header("ETag", file->etag);
    response.set_header("Cache-Control", file->cache_control);
    if (request.get_header_value("If-None-Match") == file->etag) {
      response.status = kNotModified;
      return;
    }
    response.set_content(std::move(file->bytes), file->content_type);
  }
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

Result<Server> Server::bind(const search::Searcher& searcher, ServerOptions options) {
  auto state = std::make_unique<State>(searcher, std::move(options));
  state->configure();
  const std::string& host = state->options.host;
  const int wanted = state->options.port;
  errno = 0;
  if (wanted == 0) {
    state->port = state->server.bind_to_any_port(host);
  } else {
    state->port = state->server.bind_to_port(host, wanted) ? wanted : -1;
  }
  if (state->port > 0) return Server(std::move(state));
  const std::string reason =
      errno != 0 ? std::generic_category().message(errno) : "not an address of this machine";
  return fail(ErrorCode::kUnavailable, "cannot listen on {}:{}: {}", host, wanted, reason);
}

int Server::port() const { return state_->port; }

void Server::serve() {
  state_->server.listen_after_bind();
  const std::lock_guard lock(state_->mutex);
  state_->has_ended = true;
  state_->ended.notify_all();
}

void Server::stop() {
  constexpr std::chrono::milliseconds kRetry{10};
  std::unique_lock lock(state_->mutex);
  // The library forgets a stop() that comes before its loop runs: ask again.
  while (!state_->has_ended) {
    state_->server.stop();
    state_->ended.wait_for(lock, kRetry);
  }
}

}  // namespace tinlang::http
