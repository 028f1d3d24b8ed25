#include "searchd/options.h"

#include <charconv>
#include <sstream>
#include <string_view>

#include <CLI/CLI.hpp>

namespace tinlang {
namespace {

constexpr int kExitUsage = 2;
constexpr int kMaxPort = 65'535;
constexpr std::size_t kMaxThreads = 4'096;

// "127.0.0.1:8080" or "[::1]:8080"; empty when well formed, else what is wrong.
std::string read_address(std::string_view address, Options& options) {
  const std::size_t colon = address.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return "expected HOST:PORT";
  std::string_view host = address.substr(0, colon);
  const std::string_view port = address.substr(colon + 1);
  const auto [stop, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
  const bool is_port = error == std::errc() && stop == port.data() + port.size() &&
                       options.port >= 0 && options.port <= kMaxPort;
  if (!is_port) return "expected HOST:PORT with a port from 0 to 65535";
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  options.host = host;
  return {};
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
  Options options;
  std::string address = "127.0.0.1:8080";
  CLI::App app{"Answers questions about an index of Vietnamese local news over HTTP.",
               "tinlang-searchd"};
  app.set_version_flag("--version", std::string("tinlang-searchd ") + TINLANG_VERSION);
  app.add_option("--index", options.index, "folder that tinlang-indexer wrote")
      ->required()
      ->type_name("DIR");
  app.add_option("--listen", address, "address to listen on; port 0 takes a free one")
      ->capture_default_str()
      ->type_name("HOST:PORT");
  app.add_option("--web", options.web, "folder of the page to serve")->type_name("DIR");
  app.add_option("--data", options.data, "data folder, when it is not beside the program")
      ->type_name("DIR");
  app.add_option("--threads", options.threads, "connections served at once")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{1}, kMaxThreads))
      ->type_name("N");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int status = app.exit(error, out, err) == 0 ? 0 : kExitUsage;
    return {std::nullopt, EarlyExit{status, status == 0 ? out.str() : err.str()}};
  }
  if (const std::string fault = read_address(address, options); !fault.empty()) {
    return {std::nullopt, EarlyExit{kExitUsage, "--listen: " + address + ": " + fault + "\n"}};
  }
  return {options, std::nullopt};
}

}  // namespace tinlang
