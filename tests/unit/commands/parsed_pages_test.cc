#include "indexer/commands/parsed_pages.h"

#include <string>

#include <gtest/gtest.h>

namespace tinlang::indexer {
namespace {

archive::Page page_of(std::string source, std::string bytes) {
  archive::Page page;
  page.source = std::move(source);
  page.bytes = std::move(bytes);
  return page;
}

article::LoadedPage loaded(std::string encoding) { return {{}, std::move(encoding)}; }

TEST(ParsedPages, HandOverAPageOnce) {
  ParsedPages pages;
  const auto page = page_of("a.html", "<p>một");
  pages.keep(page, loaded("tcvn3"));
  const auto taken = pages.take(page);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->encoding, "tcvn3");
  EXPECT_FALSE(pages.take(page));
}

TEST(ParsedPages, TellPagesOfOneTextApart) {
  ParsedPages pages;
  pages.keep(page_of("a.html", "<p>một"), loaded("utf-8"));
  EXPECT_FALSE(pages.take(page_of("b.html", "<p>một")));
}

TEST(ParsedPages, KnowThatAFileHasChanged) {
  ParsedPages pages;
  pages.keep(page_of("a.html", "<p>một"), loaded("utf-8"));
  EXPECT_FALSE(pages.take(page_of("a.html", "<p>hai")));
}

TEST(ParsedPages, KeepNoMoreThanTheirBound) {
  ParsedPages pages;
  const std::string half(ParsedPages::kMostBytes / 2, 'x');
  for (const char* source : {"a", "b", "c"}) pages.keep(page_of(source, half), loaded("utf-8"));
  EXPECT_TRUE(pages.take(page_of("a", half)));
  EXPECT_TRUE(pages.take(page_of("b", half)));
  EXPECT_FALSE(pages.take(page_of("c", half)));
}

}  // namespace
}  // namespace tinlang::indexer
