// Any bytes as a WARC: an answer, pages within their bounds, and refusals of one line.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "indexer/archive/warc_pages.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  std::size_t pages = 0;
  const tinlang::archive::PageSink sink = [&](const tinlang::archive::Page& page) {
    check(page.source.starts_with("a.warc#"));
    check(page.bytes.size() <= tinlang::archive::kMaxPageBytes);
    check(page.captured_at.empty() || page.captured_at.size() == 20);
    ++pages;
    return true;
  };
  tinlang::archive::PageTaker taker(sink);
  tinlang::archive::read_warc(in, "a.warc", taker);
  const auto report = taker.take_report();
  check(report.pages == pages);
  check(pages + report.other_files + report.revisits + report.refused.size() > 0 || size > 0);
  for (const auto& refusal : report.refused) {
    check(refusal.reason.starts_with("a.warc"));
    check(refusal.reason.find('\n') == std::string::npos);
  }
  return 0;
}
