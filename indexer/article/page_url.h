// The address of an article and the site it belongs to.

#ifndef TINLANG_INDEXER_ARTICLE_PAGE_URL_H_
#define TINLANG_INDEXER_ARTICLE_PAGE_URL_H_

#include <string>
#include <string_view>

#include "indexer/article/page_blocks.h"

namespace tinlang::article {

struct PageAddress {
  std::string url;   // canonical; may be empty
  std::string site;  // host in lower case without "www." and port; may be empty
};

// The page's own canonical address when it has a believable one, else
// `archived_url`. A <base href> gives the host only.
PageAddress find_address(const PageBlocks& page, std::string_view archived_url);

// `address` as a browser would follow it from `base`: absolute addresses as they are, others
// resolved when `base` is an absolute http(s) address, else as written; of none the base.
std::string resolve_url(std::string_view address, std::string_view base);

// The host of an http(s) address as PageAddress::site has it; empty for anything else.
std::string host_of(std::string_view url);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_PAGE_URL_H_
