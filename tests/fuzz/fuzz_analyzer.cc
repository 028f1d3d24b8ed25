// Any bytes: tokens and document numbers keep the promises of analyzer.h, and
// what the analyzer remembers changes none of them.

#include <algorithm>
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

bool same(const tinlang::text::Token& a, const tinlang::text::Token& b) {
  return a.begin == b.begin && a.end == b.end && a.canonical == b.canonical &&
         a.folded == b.folded && a.marked == b.marked && a.follows == b.follows &&
         a.alternative == b.alternative;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using tinlang::text::Analyzer;
  static auto analyzer = Analyzer::create();
  static auto direct = Analyzer::create(Analyzer::Recall::kNone);
  check(analyzer.has_value() && direct.has_value());
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto analyzed = analyzer->analyze(text);
  const auto expected = direct->analyze(text).tokens;
  check(std::equal(expected.begin(), expected.end(), analyzed.tokens.begin(), analyzed.tokens.end(),
                   same));
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
