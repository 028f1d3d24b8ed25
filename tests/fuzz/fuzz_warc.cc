// Any bytes as a WARC: an answer, pages within their bounds, refusals of one
// line, and the same pages when the bytes are packed with gzip.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/archive/inflater.h"
#include "indexer/archive/warc_pages.h"
#include "tests/unit/archive/archive_builder.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

struct Reading {
  std::vector<std::string> bodies;
  tinlang::archive::ReadReport report;
};

Reading read(const std::string& bytes) {
  Reading reading;
  std::istringstream in(bytes);
  const tinlang::archive::PageSink sink = [&](const tinlang::archive::Page& page) {
    check(page.source.starts_with("a.warc#"));
    check(page.bytes.size() <= tinlang::archive::kMaxPageBytes);
    check(page.captured_at.empty() || page.captured_at.size() == 20);
    reading.bodies.push_back(page.bytes);
    return true;
  };
  tinlang::archive::PageTaker taker(sink);
  tinlang::archive::read_warc(in, "a.warc", taker);
  reading.report = taker.take_report();
  check(reading.report.pages == reading.bodies.size());
  for (const auto& refusal : reading.report.refused) {
    check(refusal.reason.starts_with("a.warc"));
    check(refusal.reason.find('\n') == std::string::npos);
  }
  return reading;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Reading plain = read(bytes);
  if (tinlang::archive::begins_like_gzip(bytes)) return 0;
  const Reading packed = read(tinlang::archive::testing::deflated(bytes));
  check(packed.bodies == plain.bodies);
  check(packed.report.other_files == plain.report.other_files);
  check(packed.report.revisits == plain.report.revisits);
  check(packed.report.refused.size() == plain.report.refused.size());
  return 0;
}
