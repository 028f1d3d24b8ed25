// Answers kept as files.

#ifndef TINLANG_TESTS_UNIT_HTTP_GOLDEN_JSON_H_
#define TINLANG_TESTS_UNIT_HTTP_GOLDEN_JSON_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tinlang::testing {

// Compares with tests/golden/http/`name`; with TINLANG_RENEW_GOLDEN set, rewrites it.
inline void expect_golden(const std::string& name, const std::string& json) {
  const auto file = std::filesystem::path(TINLANG_SOURCE_DIR) / "tests" / "golden" / "http" / name;
  const std::string pretty = nlohmann::ordered_json::parse(json).dump(2) + "\n";
  if (std::getenv("TINLANG_RENEW_GOLDEN") !=
      nullptr) {  // NOLINT(concurrency-mt-unsafe): one thread
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << pretty;
  }
  std::ifstream stream(file, std::ios::binary);
  EXPECT_EQ(pretty, std::string(std::istreambuf_iterator<char>(stream), {})) << file;
}

}  // namespace tinlang::testing

#endif  // TINLANG_TESTS_UNIT_HTTP_GOLDEN_JSON_H_
