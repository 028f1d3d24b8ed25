// Where the readers of this room leave what they find: pages, counts, refusals.

#ifndef TINLANG_INDEXER_ARCHIVE_PAGE_TAKER_H_
#define TINLANG_INDEXER_ARCHIVE_PAGE_TAKER_H_

#include <string>
#include <string_view>
#include <utility>

#include "indexer/archive/reader.h"

#include <fmt/format.h>

namespace tinlang::archive {

class PageTaker {
 public:
  // `sink` outlives the taker.
  explicit PageTaker(const PageSink& sink) : sink_(sink) {}

  void take(Page page) {
    ++report_.pages;
    stopped_ = !sink_(std::move(page));
  }
  void count_other() { ++report_.other_files; }
  void count_revisit() { ++report_.revisits; }
  void refuse(const std::string& source, std::string_view reason) {
    report_.refused.push_back({source, fmt::format("{}: {}", source, reason)});
  }
  // `reason` is the whole line.
  void refuse_with(const std::string& source, std::string reason) {
    report_.refused.push_back({source, std::move(reason)});
  }

  // The sink has enough: nothing more is to be read.
  bool stopped() const { return stopped_; }
  ReadReport take_report() { return std::move(report_); }

 private:
  const PageSink& sink_;
  ReadReport report_;
  bool stopped_ = false;
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_PAGE_TAKER_H_
