// tinlang-indexer: archived pages -> index. Here a command becomes calls, and
// what they return becomes text and an exit code.

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "indexer/commands/add.h"
#include "indexer/commands/extract.h"
#include "indexer/options.h"
#include "indexer/writer/index_check.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace {

using tinlang::indexer::Command;
using tinlang::indexer::Options;
using tinlang::indexer::Stop;

constexpr int kExitRefused = 3;
constexpr std::size_t kPagesBetweenProgress = 100;

volatile std::sig_atomic_t stop_requested = 0;  // written by the signal handler alone

void request_stop(int /*signal*/) { stop_requested = 1; }

int report_error(const tinlang::Error& error) {
  std::cerr << "tinlang-indexer: " << error.message << '\n';
  return EXIT_FAILURE;
}

int report_refusals(const std::vector<tinlang::archive::Refusal>& refused) {
  for (const auto& refusal : refused) std::cerr << "refused: " << refusal.reason << '\n';
  return refused.empty() ? EXIT_SUCCESS : kExitRefused;
}

int run_add(const Options& options) {
  const bool on_terminal = ::isatty(STDERR_FILENO) == 1;
  tinlang::indexer::AddRequest request;
  request.index = options.index;
  request.inputs = options.inputs;
  request.data = options.data;
  request.workers = options.workers;
  request.is_stopped = [] { return stop_requested != 0; };
  if (on_terminal) {
    request.on_page = [](std::size_t pages) {
      if (pages % kPagesBetweenProgress == 0) std::cerr << '\r' << pages << " pages" << std::flush;
    };
  }
  const auto report = add_pages(request);
  if (on_terminal) std::cerr << '\r';
  if (!report) return report_error(report.error());

  const int exit_code = report_refusals(report->refused);
  if (report->interrupted) {
    std::cerr << fmt::format(
        "tinlang-indexer: interrupted after {} pages: the index is as it was; "
        "the same command goes on from here\n",
        report->pages);
    return EXIT_FAILURE;
  }
  std::cout << fmt::format(
      "{} pages: {} added, {} replaced, {} unchanged, {} older captures, {} without an article, "
      "{} refused; {} other files, {} revisits; {} articles in build {}\n",
      report->pages, report->added, report->replaced, report->unchanged, report->older,
      report->no_article, report->refused.size(), report->other_files, report->revisits,
      report->articles, report->build_id);
  return exit_code;
}

int run_extract(const Options& options) {
  tinlang::indexer::ExtractRequest request;
  request.inputs = options.inputs;
  request.data = options.data;
  request.workers = options.workers;
  request.print = [](const std::string& line) {
    std::cout << line << '\n';
    return std::cout.good() && stop_requested == 0;
  };
  const auto report = extract_pages(request);
  std::cout.flush();
  if (!report) return report_error(report.error());
  if (report->no_article > 0) {
    std::cerr << fmt::format("{} pages without an article\n", report->no_article);
  }
  return report_refusals(report->refused);
}

int run_check(const Options& options) {
  const auto report = tinlang::writer::check_index(options.index);
  if (!report) return report_error(report.error());
  for (const std::string& fault : report->faults) std::cerr << "fault: " << fault << '\n';
  std::cout << fmt::format("build {}: {} articles, {} faults\n", report->build_id, report->articles,
                           report->faults.size());
  return report->faults.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

int run_stats(const Options& options) {
  const auto stats = tinlang::writer::index_stats(options.index);
  if (!stats) return report_error(stats.error());
  const nlohmann::ordered_json json{{"build", stats->build_id},
                                    {"created_at", stats->created_at},
                                    {"format", stats->format_version},
                                    {"analyzer", stats->analyzer},
                                    {"articles", stats->articles},
                                    {"with_date", stats->with_date},
                                    {"with_locality", stats->with_locality},
                                    {"with_official", stats->with_official},
                                    {"officials", stats->officials},
                                    {"sites", stats->sites},
                                    {"terms", stats->terms},
                                    {"bytes", stats->bytes}};
  std::cout << json.dump(2) << '\n';
  return EXIT_SUCCESS;
}

int run(const Options& options) {
  switch (options.command) {
    case Command::kAdd:
      return run_add(options);
    case Command::kExtract:
      return run_extract(options);
    case Command::kCheck:
      return run_check(options);
    case Command::kStats:
      return run_stats(options);
  }
  return EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
  const auto parsed =
      tinlang::indexer::parse_options(std::span<char*>(argv, static_cast<std::size_t>(argc)));
  if (const auto* stop = std::get_if<Stop>(&parsed)) {
    (stop->exit_code == EXIT_SUCCESS ? std::cout : std::cerr) << stop->text;
    return stop->exit_code;
  }
  std::signal(SIGINT, request_stop);
  std::signal(SIGTERM, request_stop);
  return run(std::get<Options>(parsed));
}
