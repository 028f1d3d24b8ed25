#include "indexer/article/html_extractor.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/article/body_finder.h"
#include "indexer/article/body_reader.h"
#include "indexer/article/byline_finder.h"
#include "indexer/article/filing.h"
#include "indexer/article/json_ld.h"
#include "indexer/article/language.h"
#include "indexer/article/line_kinds.h"
#include "indexer/article/linked_files.h"
#include "indexer/article/page_blocks.h"
#include "indexer/article/page_loader.h"
#include "indexer/article/page_url.h"
#include "indexer/article/publish_date.h"
#include "indexer/article/section_finder.h"
#include "indexer/article/title_finder.h"
#include "indexer/digest/sha256.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kMiB = 1024 * 1024;

// Whether a title that is printed nowhere can be one: "tin 04-10" is a file's name.
bool says_something(const std::string& title) {
  constexpr std::ptrdiff_t kLeastSpaces = 3;
  return std::count(title.begin(), title.end(), ' ') >= kLeastSpaces;
}

// A front page, a section or a search: much is printed, and all of it is about other pages.
bool is_list(const Article& article, const PageBlocks& blocks) {
  constexpr std::size_t kFewBlocks = 5;
  constexpr std::size_t kSentences = 300;  // bytes: the announcement of one other article
  if (blocks.blocks.size() <= kFewBlocks) return false;
  if (article.paragraphs.empty()) return true;
  return article.title.empty() && !article.published && body_text(article).size() < kSentences;
}

std::size_t text_bytes(const PageBlocks& blocks) {
  std::size_t bytes = 0;
  for (const Block& block : blocks.blocks) bytes += block.text.size();
  return bytes;
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
  Byline byline = take_byline({blocks, region, title, json}, body);
  article.byline = std::move(byline.author);
  article.photo_credit = std::move(byline.photos);
  PageAddress address = find_address(blocks, page.url);
  const PublishDates dates =
      find_dates({blocks, region, title, body, json, address.url, page.captured_at});
  article.published = dates.published;
  article.modified = dates.modified;
  article.tags = find_tags({blocks, title, body, json});
  article.category = find_category({blocks, title, body, json});
  const std::string seen_from = resolve_url(blocks.base, address.url);
  article.attachments = find_attachments({blocks, title.block, body, seen_from});
  article.original = find_original({blocks, title.block, body, seen_from});
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

Result<Article> extract_article(const archive::Page& page, const RepeatedBlocks& repeated) {
  auto loaded = load_page(page);
  if (!loaded) return tl::unexpected(loaded.error());
  return extract_article(page, *std::move(loaded), repeated);
}

Result<Article> extract_article(const archive::Page& page, LoadedPage loaded,
                                const RepeatedBlocks& repeated) {
  if (text_bytes(loaded.blocks) > kMostText) {
    return fail(ErrorCode::kInvalidInput, "{}: more than {} MB of text", page.source,
                kMostText / kMiB);
  }
  repeated.mark(loaded.blocks);
  Article article = read_article(page, loaded.blocks);
  if (article.paragraphs.empty() && !repeated.empty()) {
    // A site of forms: what its pages say is what they repeat.
    for (Block& block : loaded.blocks.blocks) block.repeated = false;
    article = read_article(page, loaded.blocks);
  }
  if (is_list(article, loaded.blocks)) {
    return fail(ErrorCode::kNotFound, "{}: no article, only links and announcements", page.source);
  }
  if (article.paragraphs.empty()) {
    return fail(ErrorCode::kInvalidInput, "{}: {}", page.source,
                article.title.empty() ? "no title and no text" : "no text beside the title");
  }
  article.source = page.source;
  article.captured_at = page.captured_at;
  article.encoding = std::move(loaded.encoding);
  article.sha256 = digest::sha256_hex(page.bytes);
  return article;
}

}  // namespace tinlang::article
