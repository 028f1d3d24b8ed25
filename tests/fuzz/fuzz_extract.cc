// Any bytes: extract_article() answers, and what it gives is well-formed text.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/article/html_extractor.h"
#include "indexer/text/normalize.h"

namespace {

void check(const std::string& text) {
  if (tinlang::text::first_malformed_byte(text) != std::string_view::npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tinlang::archive::Page page;
  page.source = "fuzz";
  page.bytes.assign(reinterpret_cast<const char*>(data), size);
  const auto article = tinlang::article::extract_article(page);
  if (!article) {
    if (!article.error().message.starts_with("fuzz: ")) std::abort();
    return 0;
  }
  if (article->paragraphs.empty() || article->lead != article->paragraphs.front()) std::abort();
  check(article->title);
  check(article->byline);
  check(tinlang::article::body_text(*article));
  for (const std::string& caption : article->captions) check(caption);
  return 0;
}
