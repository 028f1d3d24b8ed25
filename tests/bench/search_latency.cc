// Milliseconds of each question and keystroke over one index, as tab-separated lines:
//   time    PHASE KIND NUMBER PASSED WORKED    of one question; NUMBER counts within the file;
//                                              milliseconds of the clock and of the processor
//   figure  NAME VALUE
//
// search_latency INDEX DATA QUESTIONS page|facets|suggest [ROUNDS]
//
// QUESTIONS has lines of KIND and text with a tab between. A first pass asks each once
// (phase "first"), ROUNDS more give the median ("again"); then two threads ask all
// at the same time ("together").

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/text/abbreviations.h"
#include "searchd/search/searcher.h"

#include <fmt/format.h>

namespace tinlang::search {
namespace {

constexpr std::size_t kRounds = 3;
constexpr std::size_t kThreads = 2;
constexpr std::size_t kSuggestions = 10;

struct Asked {
  std::string kind;
  std::string text;
};

// Milliseconds by the clock and of the processor's work for one thread. On a machine that others
// use too the second is the steadier.
struct Time {
  double passed = 0;
  double worked = 0;
};

using Times = std::vector<Time>;  // by question
using Ask = std::function<bool(const std::string& question)>;

double milliseconds_on(clockid_t clock) {
  constexpr double kMillisecondsInSecond = 1e3;
  constexpr double kNanosecondsInMillisecond = 1e6;
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * kMillisecondsInSecond +
         static_cast<double>(now.tv_nsec) / kNanosecondsInMillisecond;
}

Time time_of(const std::function<void()>& work) {
  const double passed = milliseconds_on(CLOCK_MONOTONIC);
  const double worked = milliseconds_on(CLOCK_THREAD_CPUTIME_ID);
  work();
  return {milliseconds_on(CLOCK_MONOTONIC) - passed,
          milliseconds_on(CLOCK_THREAD_CPUTIME_ID) - worked};
}

// Resident memory of this process, of which `kind` is VmRSS or VmHWM, in MiB.
double resident_mib(const std::string& kind) {
  constexpr double kKibInMib = 1024;
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind(kind + ':', 0) == 0) return std::stod(line.substr(kind.size() + 1)) / kKibInMib;
  }
  return 0;
}

void print_figure(const std::string& name, double value) {
  std::cout << fmt::format("figure\t{}\t{:.3f}\n", name, value);
}

void print_times(const std::string& phase, const std::vector<Asked>& questions,
                 const Times& times) {
  for (std::size_t i = 0; i < times.size(); ++i) {
    std::cout << fmt::format("time\t{}\t{}\t{}\t{:.4f}\t{:.4f}\n", phase, questions[i].kind, i,
                             times[i].passed, times[i].worked);
  }
}

std::vector<Asked> read_questions(const std::string& path) {
  std::vector<Asked> questions;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) questions.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return questions;
}

Times ask_all(const std::vector<Asked>& questions, const Ask& ask) {
  Times times;
  for (const Asked& question : questions) {
    times.push_back(time_of([&] {
      if (!ask(question.text)) std::cerr << "no answer: " << question.text << '\n';
    }));
  }
  return times;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// By question, the median of `rounds`.
Times medians(const std::vector<Times>& rounds) {
  Times result;
  for (std::size_t i = 0; i < rounds.front().size(); ++i) {
    std::vector<double> passed;
    std::vector<double> worked;
    for (const Times& round : rounds) {
      passed.push_back(round[i].passed);
      worked.push_back(round[i].worked);
    }
    result.push_back({median(std::move(passed)), median(std::move(worked))});
  }
  return result;
}

void measure(const std::vector<Asked>& questions, std::size_t rounds, const Ask& ask) {
  print_times("first", questions, ask_all(questions, ask));
  std::vector<Times> again;
  for (std::size_t i = 0; i < rounds; ++i) again.push_back(ask_all(questions, ask));
  if (!again.empty()) print_times("again", questions, medians(again));

  std::vector<Times> times(kThreads);
  const double all = time_of([&] {
                       std::vector<std::thread> threads;
                       for (Times& own : times)
                         threads.emplace_back([&] { own = ask_all(questions, ask); });
                       for (std::thread& thread : threads) thread.join();
                     }).passed;
  for (const Times& own : times) print_times("together", questions, own);
  constexpr double kMillisecondsInSecond = 1000;
  print_figure("questions a second, two threads",
               static_cast<double>(kThreads * questions.size()) * kMillisecondsInSecond / all);
}

int run(const std::vector<std::string>& arguments) {
  const auto gazetteer = gazetteer::Gazetteer::load(arguments[1]);
  const auto abbreviations = text::Abbreviations::load(arguments[1]);
  if (!gazetteer || !abbreviations) {
    std::cerr << "no tables in " << arguments[1] << '\n';
    return EXIT_FAILURE;
  }
  const double before = resident_mib("VmRSS");
  Result<Searcher> searcher = fail(ErrorCode::kUnavailable, "not opened");
  const Time opening =
      time_of([&] { searcher = Searcher::open(arguments[0], *gazetteer, *abbreviations); });
  if (!searcher) {
    std::cerr << searcher.error().message << '\n';
    return EXIT_FAILURE;
  }
  print_figure("articles", static_cast<double>(searcher->status().articles));
  print_figure("opening, ms", opening.passed);
  print_figure("opening, ms of work", opening.worked);
  print_figure("memory of the open index, MiB", resident_mib("VmRSS") - before);

  const std::vector<Asked> questions = read_questions(arguments[2]);
  const std::string& mode = arguments[3];
  const std::size_t rounds = arguments.size() > 4 ? std::stoul(arguments[4]) : kRounds;
  measure(questions, rounds, [&](const std::string& question) {
    if (mode == "suggest") return searcher->suggest(question, kSuggestions).has_value();
    SearchRequest request;
    request.question = question;
    request.facets = mode == "facets";
    return searcher->search(request).has_value();
  });
  print_figure("memory after the questions, MiB", resident_mib("VmRSS") - before);
  print_figure("most memory, MiB", resident_mib("VmHWM"));
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace tinlang::search

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 4) {
    std::cerr << "usage: search_latency INDEX DATA QUESTIONS page|facets|suggest [ROUNDS]\n";
    return EXIT_FAILURE;
  }
  return tinlang::search::run(arguments);
}
