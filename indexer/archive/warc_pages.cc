#include "indexer/archive/warc_pages.h"

#include <optional>
#include <utility>

#include "indexer/archive/file_kind.h"
#include "indexer/archive/http_message.h"
#include "indexer/archive/text_files.h"
#include "indexer/archive/warc_reader.h"

namespace tinlang::archive {
namespace {

constexpr int kStatusOk = 200;

enum class PageAnswer { kYes, kNo, kSeeBytes };

PageAnswer is_page(const MediaType& media, const std::string& address) {
  if (media.type.empty()) return PageAnswer::kSeeBytes;
  const bool html = media.type == "text/html" || media.type == "application/xhtml+xml";
  const bool text = media.type == "text/plain" && !is_for_machines(address);
  return html || text ? PageAnswer::kYes : PageAnswer::kNo;
}

class Pages {
 public:
  Pages(std::istream& in, const std::string& name, PageTaker& taker)
      : reader_(in), name_(name), taker_(taker) {}

  void read() {
    while (!taker_.stopped()) {
      const auto record = reader_.next();
      if (!record) break;
      visit(*record);
    }
    for (const std::string& fault : reader_.faults()) taker_.refuse(name_, fault);
  }

 private:
  std::string source_of(const WarcRecord& record) const {
    return fmt::format("{}#{}", name_, record.number);
  }

  void visit(const WarcRecord& record) {
    const bool is_response = record.type == "response";
    if (record.type == "revisit") {
      taker_.count_revisit();
    } else if (!is_response && record.type != "resource") {
      return;  // requests, metadata, ...: about pages, but none
    } else if (record.is_segment) {
      taker_.refuse(source_of(record), "part of a record");
    } else if (is_response) {
      visit_response(record);
    } else {
      visit_body(record, HttpHead{kStatusOk, record.media, {}, {}, 0}, {});
    }
  }

  void visit_response(const WarcRecord& record) {
    const bool is_http = record.media.type.empty() || record.media.type == "application/http";
    if (!is_http) return taker_.count_other();
    const auto begin = reader_.read_block(kMaxHttpHeadBytes);
    if (!begin) return;
    const auto head = parse_http_head(*begin);
    if (!head) return taker_.refuse(source_of(record), "no HTTP head");
    if (head->status != kStatusOk) return taker_.count_other();
    visit_body(record, *head, begin->substr(head->bytes));
  }

  // `body` is its beginning, as far as it was read with the head.
  void visit_body(const WarcRecord& record, const HttpHead& head, std::string body) {
    const PageAnswer answer = is_page(head.media, record.target_uri);
    if (answer == PageAnswer::kNo) return taker_.count_other();
    const std::uint64_t stored = record.block_bytes - head.bytes;
    if (stored > kMaxPageBytes) {
      if (answer == PageAnswer::kSeeBytes) return taker_.count_other();
      return taker_.refuse(source_of(record),
                           fmt::format("page of {} bytes, more than {}", stored, kMaxPageBytes));
    }
    const auto rest = reader_.read_block(kMaxPageBytes);
    if (!rest) return;
    body += *rest;
    auto decoded = decode_http_body(head, body, kMaxPageBytes);
    if (!decoded) return taker_.refuse(source_of(record), decoded.error().message);
    reader_.add_decoded(decoded->size());
    if (answer == PageAnswer::kSeeBytes && !begins_like_html(*decoded)) {
      return taker_.count_other();
    }
    Page page;
    page.source = source_of(record);
    page.url = record.target_uri;
    page.captured_at = record.captured_at;
    page.charset = head.media.charset;
    page.bytes = *std::move(decoded);
    taker_.take(std::move(page));
  }

  WarcReader reader_;
  const std::string& name_;
  PageTaker& taker_;
};

}  // namespace

void read_warc(std::istream& in, const std::string& name, PageTaker& taker) {
  Pages(in, name, taker).read();
}

}  // namespace tinlang::archive
