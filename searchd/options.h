// The command line of tinlang-searchd.

#ifndef TINLANG_SEARCHD_OPTIONS_H_
#define TINLANG_SEARCHD_OPTIONS_H_

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace tinlang {

struct Options {
  std::filesystem::path index;
  std::string host = "127.0.0.1";
  int port = 8080;             // 0: any free one
  std::filesystem::path web;   // empty: no page
  std::filesystem::path data;  // empty: found beside the program
  std::size_t threads = 64;
};

// What to do instead of running: print `text` and exit with `status`.
struct EarlyExit {
  int status = 0;
  std::string text;  // to stdout when status is 0, else to stderr
};

// Reads the arguments. Exactly one of the two results is set.
struct ParsedOptions {
  std::optional<Options> options;
  std::optional<EarlyExit> exit;
};
ParsedOptions parse_options(int argc, char** argv);

}  // namespace tinlang

#endif  // TINLANG_SEARCHD_OPTIONS_H_
