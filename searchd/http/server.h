// The HTTP interface of API.md.

#ifndef TINLANG_SEARCHD_HTTP_SERVER_H_
#define TINLANG_SEARCHD_HTTP_SERVER_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "indexer/result/result.h"
#include "searchd/search/searcher.h"

namespace tinlang::http {

struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 0;               // 0: any free one
  std::filesystem::path web;  // folder of the page; empty: none
  // Requests under way at once. A connection holds its thread while it lives,
  // also when it is idle: many more than cores.
  std::size_t threads = 64;
  // Gets one line for each request that failed through our fault; called from
  // any thread. May be empty.
  std::function<void(const std::string&)> log;
};

class Server {
 public:
  // Listens from now on; requests wait until serve(). `searcher` must outlive the
  // server. Errors: kUnavailable when host and port cannot be had.
  static Result<Server> bind(const search::Searcher& searcher, ServerOptions options);
  Server(Server&&) noexcept;
  Server& operator=(Server&&) noexcept;
  ~Server();

  int port() const;

  // Answers requests until stop(); call it once. Returns after the requests under way.
  void serve();

  // Ends serve(), also one that is just about to begin; from any thread but
  // those of the server. Returns when serve() has ended.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tinlang::http

#endif  // TINLANG_SEARCHD_HTTP_SERVER_H_
