// Any bytes: tokens and document numbers keep the promises of analyzer.h.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/text/analyzer.h"

namespace {

bool begins_code_point(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<std::uint8_t>(text[offset]) & 0xC0) != 0x80;
}

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto analyzer = tinlang::text::Analyzer::create();
  check(analyzer.has_value());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto analyzed = analyzer->analyze(text);
  std::uint32_t begin = 0;
  bool first = true;
  for (const auto& token : analyzed.tokens) {
    check(token.begin < token.end && token.end <= size && token.begin >= begin);
    check(begins_code_point(text, token.begin));
    check(!token.canonical.empty() && !token.folded.empty());
    check(!first || (!token.follows && !token.alternative));
    check(!token.alternative || (!token.follows && token.begin == begin));
    begin = token.begin;
    first = false;
  }
  std::uint32_t end = 0;
  for (const auto& number : analyzed.document_numbers) {
    check(number.begin >= end && number.begin < number.end && number.end <= size);
    check(number.number.find(' ') == std::string_view::npos);
    end = number.end;
  }
  return 0;
}
