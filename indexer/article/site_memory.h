// What the pages of one site have in common: menus, lists, notices, banners, counters. Known
// by their repetition on pages with different articles, whatever they are called.

#ifndef TINLANG_INDEXER_ARTICLE_SITE_MEMORY_H_
#define TINLANG_INDEXER_ARTICLE_SITE_MEMORY_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/page.h"
#include "indexer/article/page_blocks.h"
#include "indexer/result/result.h"

namespace tinlang::article {

using SiteKey = std::uint64_t;

// The host of the page's address, else the folder or the archive that it lies in.
SiteKey site_key(const archive::Page& page);

// A page's name in a memory: a hash of its bytes.
std::uint64_t page_id(const archive::Page& page);

// One block: a hash of its words without numbers, of what it is and of the boxes around it.
struct BlockPrint {
  std::uint64_t hash = 0;
  std::uint32_t prose_chars = 0;  // 0 for what is no paragraph

  bool operator==(const BlockPrint&) const = default;
};

struct PageShape {
  std::uint64_t id = 0;
  std::uint64_t title = 0;         // a hash of the headline
  std::vector<BlockPrint> blocks;  // by hash, each once

  bool operator==(const PageShape&) const = default;
};

// The shape of a page that load_page() has understood.
PageShape shape_of(std::uint64_t id, const PageBlocks& blocks);

// The blocks of one site that are no part of any article. Immutable.
class RepeatedBlocks {
 public:
  RepeatedBlocks() = default;
  explicit RepeatedBlocks(std::vector<std::uint64_t> hashes);  // in any order

  bool empty() const { return hashes_.empty(); }
  // Sets Block::repeated. A short line counts only between two others that do: a signature
  // stands below many articles.
  void mark(PageBlocks& page) const;

 private:
  std::vector<std::uint64_t> hashes_;  // in order
};

// Shapes of a few pages of each site: always those with the smallest ids, so that what it
// knows does not depend on the order in which pages came. At most kPagesKept pages of
// kMostSites sites. Not thread-safe; copies of RepeatedBlocks are.
class SiteMemory {
 public:
  static constexpr std::size_t kPagesKept = 16;
  static constexpr std::size_t kMostSites = 4096;

  // Whether learn() would keep that page; asked before the page is parsed.
  bool wants(SiteKey site, std::uint64_t page) const;
  void learn(SiteKey site, PageShape shape);

  // Blocks on at least three pages with different articles: on half of the pages for
  // paragraphs, on three tenths for links and other lines.
  RepeatedBlocks repeated(SiteKey site) const;

  bool operator==(const SiteMemory&) const = default;

  // As text with a line for its format and a checksum.
  std::string serialize() const;
  // Errors: kInvalidInput for anything that serialize() did not write.
  static Result<SiteMemory> parse(std::string_view text);

 private:
  using Pages = std::map<std::uint64_t, PageShape>;  // by id
  std::map<SiteKey, Pages> sites_;
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_SITE_MEMORY_H_
