#include "indexer/commands/site_learner.h"

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "indexer/archive/reader.h"
#include "indexer/commands/worker_pool.h"

namespace tinlang::indexer {
namespace {

constexpr const char* kMemoryName = "site_memory";
constexpr std::size_t kPagesAhead = 8;  // for each worker

struct LearnedPage {
  article::SiteKey site = 0;
  article::PageShape shape;
};

// A page that cannot be read has a shape without blocks.
LearnedPage read_page(const archive::Page& page, ParsedPages& pages) {
  LearnedPage learned{article::site_key(page), {}};
  auto loaded = article::load_page(page);
  if (!loaded) return learned;
  learned.shape = article::shape_of(article::page_id(page), loaded->blocks);
  pages.keep(page, *std::move(loaded));
  return learned;
}

}  // namespace

SiteKnowledge::SiteKnowledge(const article::SiteMemory& memory,
                             const std::vector<article::SiteKey>& sites) {
  for (const article::SiteKey site : sites) {
    auto repeated = memory.repeated(site);
    if (!repeated.empty()) sites_.emplace(site, std::move(repeated));
  }
}

const article::RepeatedBlocks& SiteKnowledge::of(const archive::Page& page) const {
  const auto found = sites_.find(article::site_key(page));
  return found == sites_.end() ? nothing_ : found->second;
}

Result<LearnedSites> learn_sites(const LearnRequest& request, article::SiteMemory& memory) {
  using Pool = WorkerPool<archive::Page, LearnedPage>;
  LearnedSites learned;
  const Pool::Work work = [pages = learned.pages.get()](const archive::Page& page) {
    return read_page(page, *pages);
  };
  Pool pool(std::vector<Pool::Work>(request.workers, work));
  std::unordered_set<article::SiteKey> sites;
  const auto learn_next = [&] {
    LearnedPage page = pool.take();
    memory.learn(page.site, std::move(page.shape));
  };
  const auto read = archive::read_pages(request.inputs, [&](archive::Page page) {
    if (request.is_stopped && request.is_stopped()) return false;
    const article::SiteKey site = article::site_key(page);
    sites.insert(site);
    if (!memory.wants(site, article::page_id(page))) return true;
    pool.submit(std::move(page));
    if (pool.outstanding() >= kPagesAhead * request.workers) {
      pool.take_down_to(kPagesAhead * request.workers / 2, learn_next);
    }
    return true;
  });
  pool.take_down_to(0, learn_next);
  if (!read) return tl::unexpected(read.error());
  learned.sites = SiteKnowledge(memory, {sites.begin(), sites.end()});
  return learned;
}

article::SiteMemory load_site_memory(const std::filesystem::path& index) {
  std::ifstream file(index / kMemoryName, std::ios::binary);
  if (!file) return {};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto memory = article::SiteMemory::parse(text);
  return memory ? *std::move(memory) : article::SiteMemory();
}

bool save_site_memory(const std::filesystem::path& index, const article::SiteMemory& memory) {
  const std::filesystem::path path = index / kMemoryName;
  const std::filesystem::path beside = index / (std::string(kMemoryName) + ".new");
  {
    std::ofstream file(beside, std::ios::binary);
    file << memory.serialize();
    if (!file.flush()) return false;
  }
  std::error_code error;
  std::filesystem::rename(beside, path, error);
  return !error;
}

}  // namespace tinlang::indexer
