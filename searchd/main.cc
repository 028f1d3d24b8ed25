// tinlang-searchd: opens an index, answers over HTTP until told to stop.

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "indexer/tables/data_folder.h"
#include "indexer/text/abbreviations.h"
#include "searchd/http/server.h"
#include "searchd/officials/corrections.h"
#include "searchd/options.h"
#include "searchd/search/searcher.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace tinlang {
namespace {

// How often the index is looked at for a new build: one readlink(2).
constexpr std::time_t kRefreshSeconds = 1;

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

int failed(const Error& error) {
  spdlog::error("{}", error.message);
  return EXIT_FAILURE;
}

Result<std::filesystem::path> data_folder(const Options& options) {
  if (!options.data.empty()) return options.data;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return tables::find_data_folder(program);
}

// Takes up new builds until a stop signal comes or `has_ended`. A refresh that
// fails leaves the old build in use and is logged once, not every second.
void watch(search::Searcher& searcher, const std::atomic<bool>& has_ended) {
  const sigset_t signals = stop_signals();
  const timespec pause{kRefreshSeconds, 0};
  std::string last_failure;
  std::string build = searcher.status().build_id;
  while (!has_ended && sigtimedwait(&signals, nullptr, &pause) < 0) {
    const auto refreshed = searcher.refresh();
    const std::string failure = refreshed ? "" : refreshed.error().message;
    if (!failure.empty() && failure != last_failure) {
      spdlog::warn("the build {} stays in use: {}", build, failure);
    }
    last_failure = failure;
    if (const std::string now = searcher.status().build_id; now != build) {
      spdlog::info("build {} in use, {} articles", now, searcher.status().articles);
      build = now;
    }
  }
}

int run(const Options& options) {
  const auto data = data_folder(options);
  if (!data) return failed(data.error());
  const auto gazetteer = gazetteer::Gazetteer::load(*data);
  if (!gazetteer) return failed(gazetteer.error());
  const auto abbreviations = text::Abbreviations::load(*data);
  if (!abbreviations) return failed(abbreviations.error());
  auto corrections = officials::load_corrections(*data);
  if (!corrections) return failed(corrections.error());
  auto searcher =
      search::Searcher::open(options.index, *gazetteer, *abbreviations, *std::move(corrections));
  if (!searcher) return failed(searcher.error());
  if (!options.web.empty() && !std::filesystem::is_directory(options.web)) {
    return failed({ErrorCode::kNotFound, options.web.string() + ": no such web folder"});
  }

  http::ServerOptions settings{options.host, options.port, options.web, options.threads,
                               [](const std::string& line) { spdlog::error("{}", line); }};
  auto server = http::Server::bind(*searcher, std::move(settings));
  if (!server) return failed(server.error());

  std::atomic<bool> has_ended = false;
  std::thread serving([&] {
    server->serve();
    has_ended = true;
  });
  const bool is_v6 = options.host.find(':') != std::string::npos;
  std::cout << "listening on http://" << (is_v6 ? "[" + options.host + "]" : options.host) << ':'
            << server->port() << std::endl;
  watch(*searcher, has_ended);
  const bool was_stopped = !has_ended;
  server->stop();
  serving.join();
  if (was_stopped) return EXIT_SUCCESS;
  return failed({ErrorCode::kUnavailable, "the server stopped accepting connections"});
}

}  // namespace
}  // namespace tinlang

int main(int argc, char** argv) {
  // Before any thread is started, so that all of them leave the signals to watch().
  const sigset_t signals = tinlang::stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  spdlog::set_default_logger(spdlog::stderr_logger_mt("tinlang-searchd"));
  spdlog::set_pattern("%n: %l: %v");

  const tinlang::ParsedOptions parsed = tinlang::parse_options(argc, argv);
  if (parsed.exit) {
    (parsed.exit->status == 0 ? std::cout : std::cerr) << parsed.exit->text;
    return parsed.exit->status;
  }
  return tinlang::run(*parsed.options);
}
