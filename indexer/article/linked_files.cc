#include "indexer/article/linked_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/article/ascii.h"
#include "indexer/article/credit.h"
#include "indexer/article/element_attributes.h"
#include "indexer/article/line_kinds.h"
#include "indexer/article/page_url.h"
#include "indexer/article/phrases.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kBehindBody = 25;  // blocks
constexpr std::size_t kMostAttachments = 50;

constexpr std::array<std::string_view, 18> kEndings = {
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip",  ".rar",
    ".7z",  ".odt", ".ods",  ".odp", ".rtf",  ".csv", ".docm", ".xlsm", ".pps"};

bool has_file_ending(std::string_view text) {
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

// The step of a path that names a file, not always the last: "/documents/7/ke-hoach.pdf/4f2a-11".
std::string_view file_step(std::string_view path) {
  for (std::size_t end = path.size(); end > 0;) {
    const std::size_t slash = path.rfind('/', end - 1);
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    const std::string_view step = path.substr(begin, end - begin);
    if (has_file_ending(lower_ascii(step))) return step;
    end = slash == std::string_view::npos ? 0 : slash;
  }
  return {};
}

bool has_file_step(std::string_view path) { return !file_step(path).empty(); }

// Values of a query as they stand between its signs.
bool has_file_value(std::string_view query) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find_first_of("&;?="), query.size());
    if (has_file_ending(query.substr(0, end))) return true;
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return false;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string without_percents(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                       hex_value(text[i + 2]) >= 0;
    if (!coded) {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
    i += 2;
  }
  return clean_text(plain);
}

// What names the file, else the last step of the path: "danh-sach.pdf".
std::string file_name(std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  const std::string_view step = file_step(path);
  return without_percents(step.empty() ? path.substr(path.find_last_of('/') + 1) : step);
}

// A heading that announces files, however it is put.
bool announces_files(const std::string& text) {
  const std::string words = plain_words(text);
  return words.find("dinh kem") != std::string::npos ||
         words.find("kem theo") != std::string::npos || words.find("attach") != std::string::npos ||
         words.find("tai ve") != std::string::npos || words.find("download") != std::string::npos;
}

class Finder {
 public:
  explicit Finder(const LinkSources& sources) : sources_(sources), page_(sources.page) {
    const std::size_t begin = sources.body.begin == kNoIndex ? 0 : sources.body.begin;
    begin_ = std::min(sources.title_block == kNoIndex ? begin : sources.title_block, begin);
    end_ = end_behind_body();
    elsewhere_ = hints_elsewhere(page_, sources.body,
                                 kRelatedHint | kCommentHint | kAsideHint | kNavigationHint);
  }

  std::vector<Attachment> attachments() {
    for (const Link& link : page_.links) {
      if (!is_attached(link)) continue;
      std::string url = resolve_url(clean_text(link.href), sources_.base);
      std::string text = clean_text(link.raw_text);
      if (is_file_button(text)) text = file_name(link.href);
      add({std::move(url), std::move(text)}, is_file_button(clean_text(link.raw_text)));
    }
    return std::move(found_);
  }

  std::string original() const {
    for (const Link& link : page_.links) {
      const bool near = link.block >= begin_ && link.block < end_ && !link.hidden;
      if (!near || link.block >= page_.blocks.size() || host_of(link.href).empty()) continue;
      if (is_file_address(link.href) || !names_source(page_.blocks[link.block].text)) continue;
      return clean_text(link.href);
    }
    return printed_original();
  }

 private:
  // Where other articles or the imprint begin.
  std::size_t end_behind_body() const {
    const std::size_t count = page_.blocks.size();
    if (sources_.body.end == kNoIndex) return count;
    const std::size_t stop = std::min(count, sources_.body.end + kBehindBody);
    for (std::size_t i = sources_.body.end; i < stop; ++i) {
      const Block& block = page_.blocks[i];
      if (block.hidden) continue;
      const bool other = begins_other_matter(block.text) && !announces_files(block.text) &&
                         plain_words(block.text.substr(0, block.text.find(':'))) != "tags";
      if (other || is_prose(block) || imprint_sign(block.text) == ImprintSign::kStrong) return i;
    }
    return stop;
  }

  bool is_attached(const Link& link) const {
    if (link.hidden || link.block < begin_ || link.block >= end_) return false;
    const bool elsewhere = (link.around & elsewhere_) != 0 && (link.around & kFilesHint) == 0;
    return !elsewhere && (is_file_address(link.href) || (link.is_download && !link.href.empty()));
  }

  // An icon and a name may link to one file; the name counts.
  void add(Attachment attachment, bool unnamed) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i].url != attachment.url) continue;
      if (unnamed_[i] && !unnamed) {
        found_[i] = std::move(attachment);
        unnamed_[i] = false;
      }
      return;
    }
    if (found_.size() == kMostAttachments) return;
    found_.push_back(std::move(attachment));
    unnamed_.push_back(unnamed);
  }

  // "Nguồn: Báo X", and "Theo Báo X" alone on its line.
  static bool names_source(const std::string& line) {
    const auto credit = parse_credit(line);
    if (credit) return credit->kind == CreditKind::kSource;
    constexpr std::size_t kLongest = 80;  // bytes
    return line.size() <= kLongest && plain_words(line).starts_with("theo ");
  }

  // "Nguồn: https://..." without a link.
  std::string printed_original() const {
    for (std::size_t i = begin_; i < std::min(end_, page_.blocks.size()); ++i) {
      const auto credit = parse_credit(page_.blocks[i].text);
      if (!credit || credit->kind != CreditKind::kSource || host_of(credit->name).empty()) continue;
      return credit->name.substr(0, credit->name.find(' '));
    }
    return {};
  }

  const LinkSources& sources_;
  const PageBlocks& page_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  Hints elsewhere_ = 0;  // that no file of the article stands under
  std::vector<Attachment> found_;
  std::vector<bool> unnamed_;  // which of them have only the name of their file
};

}  // namespace

bool is_file_address(std::string_view address) {
  const std::string lower = lower_ascii(address);
  const std::string_view whole = lower;
  const std::size_t path_end = std::min(whole.find_first_of("?#"), whole.size());
  const std::string_view path = whole.substr(0, path_end);
  if (has_file_step(path) || has_file_value(whole.substr(path_end))) return true;
  static constexpr std::array<std::string_view, 9> kSteps = {
      "/download/", "/attachments/", "/download.",  "download.aspx", "downloadfile",
      "getattach",  "/dinhkem/",     "filedinhkem", "fileticket="};
  return std::any_of(kSteps.begin(), kSteps.end(),
                     [&](std::string_view step) { return whole.find(step) != std::string::npos; });
}

bool is_file_button(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kButtons = {
      "tai ve", "tai xuong",    "download",     "xem",     "tai file",    "tai ve may",
      "view",   "tai tai lieu", "xem chi tiet", "tai day", "tai van ban", "mo"};
  const std::string words = plain_words(text);
  return words.empty() || std::find(kButtons.begin(), kButtons.end(), words) != kButtons.end();
}

std::vector<Attachment> find_attachments(const LinkSources& sources) {
  return Finder(sources).attachments();
}

std::string find_original(const LinkSources& sources) { return Finder(sources).original(); }

}  // namespace tinlang::article
