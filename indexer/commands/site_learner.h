// What repeats on the sites of an archive, learned before its pages are read.

#ifndef TINLANG_INDEXER_COMMANDS_SITE_LEARNER_H_
#define TINLANG_INDEXER_COMMANDS_SITE_LEARNER_H_

#include <filesystem>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "indexer/archive/page.h"
#include "indexer/article/site_memory.h"
#include "indexer/commands/parsed_pages.h"
#include "indexer/result/result.h"

namespace tinlang::indexer {

// Of each site of one run. Immutable once made; thread-safe.
class SiteKnowledge {
 public:
  SiteKnowledge() = default;
  SiteKnowledge(const article::SiteMemory& memory, const std::vector<article::SiteKey>& sites);

  // Empty for a site of which nothing is known.
  const article::RepeatedBlocks& of(const archive::Page& page) const;

 private:
  std::unordered_map<article::SiteKey, article::RepeatedBlocks> sites_;
  article::RepeatedBlocks nothing_;
};

// What a first pass over an archive leaves to the second.
struct LearnedSites {
  SiteKnowledge sites;
  std::unique_ptr<ParsedPages> pages = std::make_unique<ParsedPages>();  // never null
};

struct LearnRequest {
  std::vector<std::filesystem::path> inputs;
  unsigned workers = 1;
  std::function<bool()> is_stopped;  // may be empty
};

// Goes over `inputs` once, parses a few pages of each site and adds them to `memory`.
// Errors: those of archive::read_pages().
Result<LearnedSites> learn_sites(const LearnRequest& request, article::SiteMemory& memory);

// The memory kept in the index folder. Empty when there is none or it cannot be read: it is
// a help, and the next run learns it anew.
article::SiteMemory load_site_memory(const std::filesystem::path& index);

// Written beside and renamed. False when it cannot be written, which loses nothing.
bool save_site_memory(const std::filesystem::path& index, const article::SiteMemory& memory);

}  // namespace tinlang::indexer

#endif  // TINLANG_INDEXER_COMMANDS_SITE_LEARNER_H_
