#include "indexer/article/html_extractor.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/body_finder.h"
#include "indexer/article/body_reader.h"
#include "indexer/article/byline_finder.h"
#include "indexer/article/charset.h"
#include "indexer/article/html_tree.h"
#include "indexer/article/json_ld.h"
#include "indexer/article/language.h"
#include "indexer/article/legacy_text.h"
#include "indexer/article/line_kinds.h"
#include "indexer/article/page_blocks.h"
#include "indexer/article/page_url.h"
#include "indexer/article/plain_text.h"
#include "indexer/article/publish_date.h"
#include "indexer/article/title_finder.h"
#include "indexer/digest/sha256.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kMiB = 1024 * 1024;

tl::unexpected<Error> refuse(const archive::Page& page, std::string_view reason) {
  return fail(ErrorCode::kInvalidInput, "{}: {}", page.source, reason);
}

// Why the bytes cannot be a page of text; empty when they can.
std::string reason_to_refuse(const archive::Page& page, const std::string& charset) {
  if (page.bytes.empty()) return "empty page";
  if (page.bytes.size() > archive::kMaxPageBytes) {
    return fmt::format("page of {} bytes is larger than {} MB", page.bytes.size(),
                       archive::kMaxPageBytes / kMiB);
  }
  if (charset == "utf-16") return {};
  const std::string_view kind = name_binary_kind(page.bytes);
  return kind.empty() ? std::string() : fmt::format("neither HTML nor text but {}", kind);
}

template <typename Repair>
void rewrite_text(PageBlocks& page, const Repair& repair) {
  for (Block& block : page.blocks) {
    repair(block.text);
    for (std::string& part : block.parts) repair(part);
  }
  for (NamedValue& meta : page.metas) repair(meta.value);
  for (NamedValue& property : page.properties) repair(property.value);
  repair(page.title);
}

// Text of the years before Unicode inside a Unicode page: pasted, or written as
// entities. Decided on all garbled lines together, applied to each that gains.
std::optional<LegacyCode> repair_pasted_text(PageBlocks& page) {
  std::string garbled;
  for (const Block& block : page.blocks) {
    if (looks_garbled(block.text)) garbled += block.text + '\n';
  }
  if (garbled.empty()) return std::nullopt;
  const auto code = find_legacy_code(garbled);
  if (!code) return std::nullopt;
  rewrite_text(page, [&](std::string& text) {
    std::string repaired = repair_legacy(text, *code);
    if (count_syllables(repaired).score() > count_syllables(text).score()) {
      text = clean_text(repaired);
    }
  });
  return code;
}

// Whether a title that is printed nowhere can be one: "tin 04-10" is a file's name.
bool says_something(const std::string& title) {
  constexpr std::ptrdiff_t kLeastSpaces = 3;
  return std::count(title.begin(), title.end(), ' ') >= kLeastSpaces;
}

Article read_article(const archive::Page& page, const PageBlocks& blocks) {
  const JsonLdArticle json = read_json_ld(blocks.json_ld);
  const std::vector<LineKind> kinds = read_line_kinds(blocks, false);
  FoundTitle title = find_title(blocks, kinds, json);
  BodyRegion region = find_body(blocks, kinds, title.block);
  if (title.block == kNoIndex && !region.empty() && !says_something(title.text)) {
    take_title_above(blocks, region.begin, title);
    if (title.block != kNoIndex) region = find_body(blocks, kinds, title.block);
  }
  BodyText body = read_body(blocks, region, title);

  Article article;
  article.byline = take_byline({blocks, region, title, json}, body);
  PageAddress address = find_address(blocks, page.url);
  const PublishDates dates =
      find_dates({blocks, region, title, body, json, address.url, page.captured_at});
  article.published = dates.published;
  article.modified = dates.modified;
  article.title = title.text;
  article.site_name = title.site_name;
  for (Paragraph& paragraph : body.paragraphs) {
    article.paragraphs.push_back(std::move(paragraph.text));
  }
  if (!article.paragraphs.empty()) article.lead = article.paragraphs.front();
  article.captions = std::move(body.captions);
  article.url = std::move(address.url);
  article.site = std::move(address.site);
  article.language = find_language(body_text(article), blocks.language);
  return article;
}

}  // namespace

std::string body_text(const Article& article) {
  std::string text;
  for (const std::string& paragraph : article.paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  }
  return text;
}

Result<Article> extract_article(const archive::Page& page) {
  if (page.bytes.empty() || page.bytes.size() > archive::kMaxPageBytes) {
    return refuse(page, reason_to_refuse(page, {}));
  }
  DecodedPage decoded = decode_page(page.bytes);
  const std::string reason = reason_to_refuse(page, decoded.charset);
  if (!reason.empty()) return refuse(page, reason);
  if (!has_markup(decoded.text)) decoded.text = mark_up(decoded.text);

  auto tree = HtmlTree::parse(std::move(decoded.text));
  if (!tree) return refuse(page, tree.error().message);
  PageBlocks blocks = read_blocks(*tree);
  const auto pasted = repair_pasted_text(blocks);

  Article article = read_article(page, blocks);
  if (article.paragraphs.empty()) {
    return refuse(page,
                  article.title.empty() ? "no title and no text" : "no text beside the title");
  }
  article.source = page.source;
  article.captured_at = page.captured_at;
  article.encoding = pasted ? std::string(name_of(*pasted)) : decoded.charset;
  article.sha256 = digest::sha256_hex(page.bytes);
  return article;
}

}  // namespace tinlang::article
