#include "indexer/options.h"

#include <sstream>

#include <CLI/CLI.hpp>

namespace tinlang::indexer {
namespace {

constexpr int kExitUsage = 2;

constexpr const char* kFooter =
    "Exit codes: 0 done, 1 failed, 2 usage, 3 done but some inputs were refused\n"
    "(each is named with its reason on standard error).";

CLI::App* add_command(CLI::App& app, const char* name, const char* about, Command command,
                      Options& options) {
  CLI::App* subcommand = app.add_subcommand(name, about);
  subcommand->footer(kFooter);
  subcommand->callback([command, &options] { options.command = command; });
  return subcommand;
}

void add_index(CLI::App* command, Options& options) {
  command->add_option("--index", options.index, "Folder of the index")
      ->required()
      ->type_name("DIR");
}

void add_inputs(CLI::App* command, Options& options) {
  command
      ->add_option("PATH", options.inputs,
                   "Archived pages: files, folders, .warc(.gz), .tar.*, .zip")
      ->required();
  command->add_option("--data", options.data, "Folder of the tables (default: the program's own)")
      ->type_name("DIR");
  command->add_option("--workers", options.workers, "Threads that read pages (default: one a core)")
      ->check(CLI::Range(1U, 256U));
}

}  // namespace

std::variant<Options, Stop> parse_options(std::span<char*> arguments) {
  CLI::App app(
      "Reads archived pages of Vietnamese local-government news and builds an index of them.",
      "tinlang-indexer");
  app.set_version_flag("--version", TINLANG_VERSION);
  app.require_subcommand(1);
  app.footer(kFooter);

  Options options;
  CLI::App* add =
      add_command(app, "add", "Add the pages of PATH... to the index", Command::kAdd, options);
  add_index(add, options);
  add_inputs(add, options);
  CLI::App* extract =
      add_command(app, "extract", "Print what is understood from each page, one JSON object a line",
                  Command::kExtract, options);
  add_inputs(extract, options);
  add_index(add_command(app, "check", "Check that the index is whole and readable", Command::kCheck,
                        options),
            options);
  add_index(
      add_command(app, "stats", "Print what the index holds, as JSON", Command::kStats, options),
      options);

  try {
    app.parse(static_cast<int>(arguments.size()), arguments.data());
  } catch (const CLI::ParseError& error) {
    std::ostringstream text;
    const int code = app.exit(error, text, text);
    return Stop{text.str(), code == 0 ? 0 : kExitUsage};
  }
  return options;
}

}  // namespace tinlang::indexer
