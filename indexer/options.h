// The command line of tinlang-indexer.

#ifndef TINLANG_INDEXER_OPTIONS_H_
#define TINLANG_INDEXER_OPTIONS_H_

#include <filesystem>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace tinlang::indexer {

enum class Command { kAdd, kExtract, kCheck, kStats };

struct Options {
  Command command = Command::kExtract;
  std::filesystem::path index;                // add, check, stats
  std::vector<std::filesystem::path> inputs;  // add, extract
  std::filesystem::path data;                 // empty: the one that belongs to the program
  unsigned workers = 0;                       // threads that read pages; 0: one a core
};

// What to do instead of a command: print `text` and end with `exit_code`.
struct Stop {
  std::string text;
  int exit_code = 0;
};

std::variant<Options, Stop> parse_options(std::span<char*> arguments);

}  // namespace tinlang::indexer

#endif  // TINLANG_INDEXER_OPTIONS_H_
